import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { withEmptyApp } from "../empty-app.ts";
import { expect, test } from "../fixtures.ts";

/** Bytes of JavaScript that a page loads, gzipped as they travel, and unpacked. */
async function scriptsOf(browser: Browser, address: string): Promise<{ sent: number; raw: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scripts: Promise<{ sent: number; raw: number }>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    const body = request.response().then((response) => response?.body());
    scripts.push(body.then((text) => ({ sent: text ? gzipSync(text).length : 0, raw: text?.length ?? 0 })));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  const loaded = await Promise.all(scripts);
  await context.close();
  return loaded.reduce((sum, one) => ({ sent: sum.sent + one.sent, raw: sum.raw + one.raw }), { sent: 0, raw: 0 });
}

test("the booking's pages load at most 1.3 times the JavaScript of an empty app", async ({ browser, clinic }) => {
  test.setTimeout(300_000);
  await withEmptyApp(async (emptyUrl) => {
    const empty = await scriptsOf(browser, emptyUrl);
    expect(empty.sent).toBeGreaterThan(50_000);
    for (const path of ["/book", "/book/time?service=gp-consultation"]) {
      const page = await scriptsOf(browser, clinic.url + path);
      const ratios = { sent: page.sent / empty.sent, raw: page.raw / empty.raw };
      const numbers = `${path}: ${page.sent} of ${empty.sent} bytes sent, ${page.raw} of ${empty.raw} unpacked`;
      test.info().annotations.push({ type: "JavaScript", description: numbers });
      console.log(`${numbers}; ${ratios.sent.toFixed(2)} and ${ratios.raw.toFixed(2)} times`);
      expect(ratios.sent, numbers).toBeLessThanOrEqual(1.3);
      expect(ratios.raw, numbers).toBeLessThanOrEqual(1.3);
    }
  });
});
