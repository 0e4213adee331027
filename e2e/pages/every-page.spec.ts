import { expect, test } from "../fixtures.ts";
import { views } from "./views.ts";

test.describe.configure({ mode: "parallel" });

const schemes = ["light", "dark"] as const;
const pictures = [
  [360, "light"],
  [768, "dark"],
  [1440, "light"],
] as const;

for (const { name, as, at, status } of views) {
  test(`${name}: accessible at 320 and 1280 px in light and dark, and nothing breaks; pictures kept`, async ({
    openAs,
    samples,
    expectAccessible,
    keepScreenshot,
  }) => {
    const page = await openAs(as === "visitor" ? as : samples.people[as]);
    const response = await page.goto(at(samples));
    expect(response?.status()).toBe(status);
    // A page has come to life once it has asked for what it may need next.
    await page.waitForLoadState("networkidle");

    for (const width of [320, 1280]) {
      await test.step(`${width} px`, async () => {
        await page.setViewportSize({ width, height: 800 });
        const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        await expect.poll(tooWide, "pixels that hang over the right edge").toBeLessThanOrEqual(0);
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await expectAccessible(page);
        }
      });
    }

    await test.step("pictures", async () => {
      for (const [width, colorScheme] of pictures) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await keepScreenshot(`${name}-${width}-${colorScheme}`, page);
      }
    });
  });
}
