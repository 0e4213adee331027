import { comeToLife } from "../alive.ts";
import { expect, test } from "../fixtures.ts";
import { expectRoomForLargeText } from "./large-text.ts";
import { views } from "./views.ts";

test.describe.configure({ mode: "parallel" });

/** The other scheme changes nothing but colours. */
type Scheme = readonly ["light" | "dark", "all" | "colours"];
const light: Scheme = ["light", "all"];
const dark: Scheme = ["dark", "colours"];

interface Look {
  width: number;
  schemes: Scheme[];
}

const looks: Look[] = [
  { width: 320, schemes: [light, dark] },
  { width: 1280, schemes: [light, dark] },
];
/** What differs from a page's first sight by its content alone. */
const otherLooks: Look[] = [
  { width: 320, schemes: [light] },
  { width: 1280, schemes: [] },
];
const pictures = [
  [360, "light"],
  [1440, "dark"],
] as const;

for (const { name, as, at, status, isFirst, language } of views) {
  test(`${name}: accessible at 320 and 1280 px in light and dark, and nothing breaks`, async ({
    openAs,
    clinic,
    samples,
    expectAccessible,
    keepScreenshot,
  }) => {
    const page = await openAs(as === "visitor" ? as : samples.people[as]);
    if (language) await page.context().addCookies([{ name: "language", value: language, url: clinic.url }]);
    const response = await page.goto(at(samples));
    expect(response?.status()).toBe(status);
    if (language) await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
    await comeToLife(page);

    for (const { width, schemes } of isFirst ? looks : otherLooks) {
      await test.step(`${width} px`, async () => {
        await page.setViewportSize({ width, height: 800 });
        const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        await expect.poll(tooWide, "pixels that hang over the edge").toBeLessThanOrEqual(0);
        // Seen whole: what a bar at the window's edge covers half of now, it does not once somebody has scrolled.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height });
        for (const [colorScheme, rules] of schemes) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await expectAccessible(page, rules);
        }
      });
    }

    if (!isFirst) return;
    await test.step("pictures", async () => {
      for (const [width, colorScheme] of pictures) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await keepScreenshot(`${name}-${width}-${colorScheme}`, page);
      }
    });

    // Desks have screens; patients have whatever they hold.
    if (!/visitor|patient/i.test(as)) return;
    await test.step("with letters twice as large", () => expectRoomForLargeText(page));
  });
}
