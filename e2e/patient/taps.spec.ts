import type { Locator, Page } from "@playwright/test";
import { freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { pressLabelOf } from "../presses.ts";

/** Taps like a thumb, and counts. */
function thumb() {
  let taps = 0;
  return {
    count: () => taps,
    tap: async (control: Locator) => {
      taps++;
      await control.tap();
    },
    tapRadio: async (radio: Locator) => {
      taps++;
      await pressLabelOf(radio);
    },
  };
}

/** Everything that can be pressed in the page's main part and is smaller than a thumb needs. */
async function smallTargets(page: Page): Promise<string[]> {
  return page
    .locator("main :is(a, button, summary, label:has(input), input:not([type=radio], [type=checkbox], [type=hidden]))")
    .evaluateAll((controls) =>
      controls
        .filter((control) => control.checkVisibility() && getComputedStyle(control).display !== "inline")
        // A link that covers its whole line is as large as the line.
        .filter((control) => getComputedStyle(control, "::before").position !== "absolute")
        .map((control) => ({ control, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1 && (box.height < 43.5 || box.width < 24))
        .map(({ control, box }) => `${control.textContent?.trim()} ${box.width}×${box.height}`),
    );
}

const kept = /^Kept for you until \d\d:\d\d/;

test("from a service to a time that is kept in three taps at most, and to the booking in five steps", async ({
  openAs,
  clinic,
}) => {
  const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };

  await test.step("from a service's link: a time, and on", async () => {
    const page = await openAs("visitor", { own: phone });
    const { count, tap, tapRadio } = thumb();
    const startsAt = await freeTime(clinic.url, { service: "gp-consultation" });
    const day = new Date(Number(startsAt)).toISOString().slice(0, 10);
    await page.goto(`/book/time?service=gp-consultation&day=${day}`);
    expect(await smallTargets(page)).toEqual([]);
    const steps = page.getByRole("navigation").getByRole("listitem").filter({ hasText: /^\d/ });
    expect(await steps.count()).toBeLessThanOrEqual(5);
    const onward = page.getByRole("button", { name: "Continue with this time" });
    // Sticks to the foot of the window, however long the list.
    await expect(onward).toBeInViewport();
    await tapRadio(page.locator(`input[name="startsAt"][value="${startsAt}"]`));
    await tap(onward);
    await expect(page.getByText(kept)).toBeVisible();
    expect(count()).toBeLessThanOrEqual(3);
    expect(await smallTargets(page)).toEqual([]);
  });

  await test.step("from the list of services: the service, and its next free time", async () => {
    const page = await openAs("visitor", { own: phone });
    const { count, tap } = thumb();
    await page.goto("/services");
    await tap(page.getByRole("main").getByRole("link", { name: /^GP consultation/ }));
    await expect(page.getByRole("heading", { level: 1, name: "GP consultation" })).toBeVisible();
    expect(await smallTargets(page)).toEqual([]);
    await tap(page.getByRole("list", { name: "Nearest free times" }).getByRole("button").first());
    await expect(page.getByText(kept)).toBeVisible();
    expect(count()).toBeLessThanOrEqual(3);
  });

  await test.step("a wide window shows the same week as columns, and nothing moves while it loads", async () => {
    const page = await openAs("visitor", { own: { viewport: { width: 1440, height: 900 } } });
    await page.goto("/book/time?service=gp-consultation", { waitUntil: "networkidle" });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          const seen = (entries: PerformanceEntryList) => {
            for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
          };
          const observer = new PerformanceObserver((list) => seen(list.getEntries()));
          observer.observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => setTimeout(() => resolve(sum), 0));
        }),
    );
    // Letters that come late move a line by a hundredth; a tenth is where it begins to disturb.
    expect(shift).toBeLessThan(0.05);
    const days = page.getByRole("group").getByRole("listitem");
    const tops = await days.evaluateAll((columns) => columns.map((column) => column.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThanOrEqual(5);
    expect(new Set(tops).size).toBe(1);
  });
});
