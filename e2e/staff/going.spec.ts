import type { Page } from "@playwright/test";
import { comeToLife } from "../alive.ts";
import { expect, test } from "../fixtures.ts";

/** Keeps pages that are asked for from arriving, until it is called. */
async function holdPages(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/[?&]_rsc=/, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test("a page on its way shows, by a link and by the search; a press that leads nowhere does not", async ({
  openAs,
}) => {
  const page = await openAs("staff", { own: {} });
  const line = page.locator(".animate-going");
  await page.clock.install();
  await page.goto("/staff/waiting");
  await comeToLife(page);

  await test.step("a link", async () => {
    const arrive = await holdPages(page);
    await page.getByRole("link", { name: "Plans" }).click();
    await expect(line).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Waiting list" })).toBeVisible();
    arrive();
    await expect(page).toHaveURL(/\/staff\/plans$/);
    await expect(line).toHaveCount(0);
  });

  await test.step("opening the search", async () => {
    await page.getByRole("link", { name: "Search", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Search" }).getByRole("searchbox")).toBeFocused();
    await page.clock.runFor(1000);
    await expect(line).toHaveCount(0);
  });

  await test.step("what was found", async () => {
    await expect(page.getByRole("option", { name: "Waiting list" })).toBeVisible();
    const arrive = await holdPages(page);
    await page.getByRole("option", { name: "Waiting list" }).click();
    await expect(line).toBeVisible();
    arrive();
    await expect(page).toHaveURL(/\/staff\/waiting$/);
    await expect(line).toHaveCount(0);
  });
});
