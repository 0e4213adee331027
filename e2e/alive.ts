import type { Page } from "@playwright/test";

/** Until the page answers to more than links: React marks an element when it has gone through all that is in it. */
export async function comeToLife(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector("main");
    return main && Object.keys(main).some((key) => key.startsWith("__reactFiber"));
  });
}
