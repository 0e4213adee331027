import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";

const nobody = "01890000-0000-7000-8000-000000000000";

for (const path of [
  "/nowhere",
  "/services/nothing",
  "/doctors/nobody",
  `/patient/appointments/${nobody}`,
  `/patient/appointments/${nobody}/cancel`,
  `/book/done/${nobody}`,
]) {
  test(`${path} says without JavaScript that there is nothing`, async ({ openAs, database }) => {
    const page = await openAs(await newPatient(database), { javaScriptEnabled: false });
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "There is nothing at this address" })).toBeVisible();
    await expect(page.getByRole("main")).toHaveCount(1);
    await page.getByRole("link", { name: "Go to the start page" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Northgate Practice" })).toBeVisible();
  });
}

for (const path of ["/admin", "/staff", "/doctor", "/admin/people"]) {
  test(`${path} says without JavaScript that it is for someone else`, async ({ openAs }) => {
    const page = await openAs("patient", { javaScriptEnabled: false });
    const response = await page.goto(path);
    expect(response?.status()).toBe(403);
    await expect(page.getByRole("heading", { level: 1, name: "This page is for someone else" })).toBeVisible();
    await page.getByRole("link", { name: "Go to the start page" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Northgate Practice" })).toBeVisible();
  });
}

test("with JavaScript it is the same page, also on the way back", async ({ page }) => {
  await page.goto("/services/nothing");
  const title = page.getByRole("heading", { level: 1, name: "There is nothing at this address" });
  await expect(title).toBeVisible();
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Northgate Practice" })).toBeVisible();
  await page.goBack();
  await expect(title).toBeVisible();
});
