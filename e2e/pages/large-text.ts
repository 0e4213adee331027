import { expect, type Page } from "@playwright/test";

/** With letters twice as large nothing of the page hangs over an edge, menus opened. */
export async function expectRoomForLargeText(page: Page): Promise<void> {
  await page.addStyleTag({ content: "html { font-size: 200% }" });
  for (const menu of await page.getByRole("banner").locator("details").all()) {
    await menu.evaluate((details) => details.setAttribute("open", ""));
  }
  for (const width of [320, 360, 640]) {
    await page.setViewportSize({ width, height: 800 });
    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(tooWide, `pixels that hang over the right edge at ${width} px`).toBeLessThanOrEqual(0);
    const cutOff = () => page.getByRole("banner").locator("a, summary").evaluateAll(cutOffAtStart);
    await expect.poll(cutOff, `what begins left of the page at ${width} px`).toEqual([]);
  }
}

/** Nothing makes room to the left: what begins there cannot be reached by scrolling. */
function cutOffAtStart(elements: Element[]): (string | null)[] {
  return elements.filter((element) => element.getBoundingClientRect().left < 0).map((element) => element.textContent);
}
