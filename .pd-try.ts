import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"] });
const base = "http://localhost:3100";
async function as(who: string, js: boolean) {
  const c = await b.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: js, reducedMotion: "reduce" });
  const p = await c.newPage(); p.setDefaultTimeout(40000);
  p.on("console", (m) => m.type() === "error" && console.log("console:", m.text().slice(0, 300)));
  await p.goto(base + "/sign-in"); if (js) await p.waitForTimeout(2000);
  await p.fill("input[type=email]", `${who}@demo.slotwell.test`); await p.fill("input[type=password]", "slotwell-demo");
  await Promise.all([p.waitForURL((u) => !u.pathname.startsWith("/sign-in"), { timeout: 60000 }), p.keyboard.press("Enter")]);
  return p;
}
const maya = "/staff/plans/01a1fc63-0994-7f8c-888c-b31aded74b5d";
const p = await as("staff", false);
const main = p.getByRole("main");
await p.goto(base + maya);
await main.getByRole("button", { name: /^Place now.*visit 5$/ }).click();
await main.locator("[role=status],[role=alert]").first().waitFor();
console.log("place now:", await main.locator("[role=status],[role=alert]").allInnerTexts());
for (const js of [false, true]) {
  const q = js ? await as("staff", true) : p;
  const m = q.getByRole("main");
  await q.goto(base + maya); if (js) await q.waitForTimeout(1500);
  await m.locator("#visit-2 summary").click();
  const r = m.locator("#reason-2");
  await r.evaluate((e) => e.removeAttribute("maxlength")); await r.fill("x".repeat(501));
  await m.getByRole("button", { name: /^Skip this visit.*visit 2$/ }).click();
  await m.locator("[role=status],[role=alert]").first().waitFor();
  console.log(js ? "js" : "nojs", await m.locator("#visit-2 [role=alert]").allInnerTexts(), "visible:", await r.isVisible(), (await r.inputValue()).length, await m.getByText("This is too long").isVisible());
}
const d = await as("doctor", false);
await d.goto(base + "/doctor");
const art = d.locator("article").filter({ hasText: "Care plan, " }).first();
console.log(await art.innerText());
await art.getByRole("button", { name: /^Confirm all/ }).click();
await d.getByRole("main").locator("[role=status],[role=alert]").first().waitFor();
console.log("doctor:", (await d.getByRole("main").locator("[role=status],[role=alert]").allInnerTexts()).join(" | "));
await b.close();
