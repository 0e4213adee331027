import { expect, test } from "../fixtures.ts";

test("the wrong role gets the 403 page, with a way out", async ({ openAs, expectAccessible }) => {
  const page = await openAs("patient");
  for (const path of ["/admin", "/admin/hours", "/staff", "/doctor"]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(403);
    await expect(page.getByRole("heading", { level: 1, name: "This page is for someone else" })).toBeVisible();
  }
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Northgate Practice" })).toBeVisible();
});

test("an unknown address gets the 404 page, with a way out", async ({ page, expectAccessible }) => {
  for (const path of ["/nowhere", "/services/nothing", "/doctors/nobody", "/doctors/%00", "/services/..%2F..%2Fetc"]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
  }
  await page.goto("/nowhere");
  await expect(page.getByRole("heading", { level: 1, name: "There is nothing at this address" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Northgate Practice" })).toBeVisible();
});

test("booking addresses that were tampered with lead back to a choice", async ({ page }) => {
  await page.goto("/book/time?service=nothing");
  await expect(page).toHaveURL(/\/book$/);
  await page.goto("/book/check?service=gp-consultation");
  await expect(page.getByText("Please choose a time first.")).toBeVisible();
  for (const startsAt of ["1", "99999999999999", "-1", "NaN", "1795420800001"]) {
    const response = await page.goto(`/book/check?service=gp-consultation&startsAt=${startsAt}`);
    expect(response?.status(), startsAt).toBe(200);
  }
  await page.goto("/book?day=2026-99-99");
  await expect(page.getByRole("heading", { level: 1, name: "Book an appointment" })).toBeVisible();
});

test("the colours one chooses are kept", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.getByRole("button", { name: "Dark" })).toHaveAttribute("aria-pressed", "true");
  await page.goto("/services");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "As on this device" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});
