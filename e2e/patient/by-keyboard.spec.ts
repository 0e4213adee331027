import { freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { tabTo } from "../presses.ts";
import { wordsOf } from "../words.ts";

test("booking, moving and cancelling by keyboard alone, by names that a screen reader says", async ({
  openAs,
  clinic,
  database,
}) => {
  const page = await openAs(await newPatient(database));
  const { day } = wordsOf(await freeTime(clinic.url, { service: "gp-consultation" }));
  const main = page.getByRole("main");
  const press = async (name: string | RegExp, role: "link" | "button" = "link") => {
    const control = main.getByRole(role, { name }).first();
    await tabTo(page, control);
    await expect(control).toBeFocused();
    await page.keyboard.press("Enter");
  };

  await test.step("skips to the content and chooses a service", async () => {
    await page.goto("/book");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await press(/^GP consultation/);
    await expect(page.getByRole("heading", { name: "When would you like to come?" })).toBeVisible();
  });

  await test.step("goes through the times with the arrow keys", async () => {
    const radios = page.getByRole("radio");
    await tabTo(page, radios.first());
    await page.keyboard.press("Space");
    const wished = page.getByRole("radio", { name: day }).first();
    while (!(await wished.isChecked())) await page.keyboard.press("ArrowDown");
    await expect(wished).toBeFocused();
    await page.keyboard.press("Enter");
  });

  await test.step("types a note and goes on", async () => {
    const note = page.getByLabel("Your note");
    await tabTo(page, note);
    await page.keyboard.type("Written without a mouse.");
    await press("Continue to the check", "button");
    await expect(page.getByRole("heading", { name: "Is everything right?" })).toBeVisible();
  });

  await test.step("requests it", async () => {
    await press("Request this appointment", "button");
    await expect(page.getByRole("heading", { name: "Requested, not yet confirmed" })).toBeVisible();
  });

  await test.step("moves it: the times are radios with day, time, doctor and length in their names", async () => {
    await press("My appointments");
    await expect(page.getByRole("heading", { level: 1, name: "My appointments" })).toBeVisible();
    await press(/^Move/);
    await expect(page.getByRole("heading", { name: "Choose another time" })).toBeVisible();
    const radios = main.getByRole("radio");
    await tabTo(page, radios.first());
    await page.keyboard.press("Space");
    // Round the corner to the last of them, which can still be cancelled.
    await page.keyboard.press("ArrowUp");
    await expect(radios.last()).toBeFocused();
    await expect(radios.last()).toHaveAccessibleName(/^\w+ \d+ \w+, \d\d:\d\d, (Dr .+|any doctor), 20 minutes$/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Change the time?" })).toBeVisible();
    await press("Yes, move it", "button");
    await expect(page.getByText("The appointment has moved")).toBeVisible();
  });

  await test.step("cancels it", async () => {
    await press(/^Cancel/);
    await expect(page.getByRole("heading", { name: "Cancel this appointment?" })).toBeVisible();
    await press("Yes, cancel it", "button");
    await expect(page.getByText("The appointment is cancelled")).toBeVisible();
  });
});
