import { comeToLife } from "../alive.ts";
import { expect, test } from "../fixtures.ts";

test("where motion is unwelcome nothing moves, however much changes", async ({ page }) => {
  await page.goto("/book");
  await comeToLife(page);
  await page.evaluate(() => {
    for (const kind of ["transitionrun", "animationstart"]) {
      document.addEventListener(kind, () => document.body.setAttribute("data-moved", kind), true);
    }
  });
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  const before = await ink();
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expect.poll(ink).not.toBe(before);
  await page.getByRole("link", { name: "Services" }).first().hover();
  await expect(page.locator("body")).not.toHaveAttribute("data-moved");
});
