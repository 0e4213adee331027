import { freeTime, freeTimes, runOut } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient, setPassword } from "../people.ts";
import { fillBeyondLimit, pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

test.use({ javaScriptEnabled: false });

test("without JavaScript a patient signs in, books, and cancels", async ({ page, clinic, database }) => {
  const patient = await newPatient(database);
  await setPassword(database, patient, "three quiet otters");
  const { day, time } = wordsOf(await freeTime(clinic.url, { service: "gp-consultation" }));

  await test.step("chooses service, doctor and time", async () => {
    await page.goto("/book");
    await page.getByRole("region", { name: "What would you like to come for?" }).getByText("GP consultation").click();
    await page.getByRole("navigation", { name: "Doctor" }).getByRole("link", { name: "Any doctor" }).click();
    await pressLabelOf(page.getByRole("radio", { name: `${day}, ${time}, ` }));
    await page.getByRole("button", { name: "Continue with this time" }).click();
    await expect(page.getByText(/^Kept for you until \d\d:\d\d/)).toBeVisible();
  });

  await test.step("writes a note", async () => {
    await page.getByLabel("Your note").fill("I hear badly on the left.");
    await page.getByRole("button", { name: "Continue to the check" }).click();
  });

  await test.step("mistypes the password once and keeps what was typed", async () => {
    await page.getByRole("link", { name: "Sign in to book" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await page.getByLabel("E-mail address").fill(patient.email);
    await page.getByLabel("Password", { exact: true }).fill("three loud otters");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByText("That did not fit")).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue(patient.email);
    await page.getByLabel("Password", { exact: true }).fill("three quiet otters");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  });

  await test.step("requests it", async () => {
    await expect(page.getByText("I hear badly on the left.")).toBeVisible();
    await page.getByRole("button", { name: "Request this appointment" }).click();
    await expect(page.getByRole("heading", { name: "Requested, not yet confirmed" })).toBeVisible();
  });

  await test.step("cancels it", async () => {
    await page.getByRole("link", { name: "My appointments" }).click();
    await page.getByRole("article").getByRole("link", { name: "Cancel" }).click();
    await fillBeyondLimit(page.getByLabel("Reason"), "x".repeat(501));
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await expect(page.getByText("This is too long. Please shorten it.")).toBeVisible();
    await page.getByLabel("Reason").fill("Feeling better.");
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await expect(page.getByText("The appointment is cancelled")).toBeVisible();
  });

  await test.step("signs out", async () => {
    await page.goto("/sign-out");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByText("You are signed out.")).toBeVisible();
    await page.goto("/patient");
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  });
});

test("without JavaScript a lost race is told in place, and one press takes another time", async ({
  openAs,
  clinic,
  database,
}) => {
  const wish = { service: "gp-consultation", doctor: "priya-raman" };
  const startsAt = await freeTime(clinic.url, wish);
  const [slow, fast] = [await newPatient(database), await newPatient(database)];
  const page = await openAs(slow, { javaScriptEnabled: false });
  const query = new URLSearchParams({ ...wish, startsAt });
  await page.goto(`/book/details?${query}`);
  await page.getByLabel("Your note").fill("Please speak slowly.");
  await page.getByRole("button", { name: "Continue to the check" }).click();
  await runOut(database, slow);
  await expect.poll(() => freeTimes(clinic.url, { ...wish, day: wordsOf(startsAt).date })).toContain(startsAt);
  const faster = await openAs(fast, { javaScriptEnabled: false });
  await faster.goto(`/book/check?${query}`);
  await faster.getByRole("button", { name: "Request this appointment" }).click();
  await expect(faster.getByRole("heading", { name: "Requested, not yet confirmed" })).toBeVisible();

  await page.getByRole("button", { name: "Request this appointment" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "The time kept for you has run out" });
  await expect(alert).toBeVisible();
  await alert.getByRole("button").first().click();
  await expect(page.getByText(/^Kept for you until/)).toBeVisible();
  await expect(page.getByText("Please speak slowly.")).toBeVisible();
  await page.getByRole("button", { name: "Request this appointment" }).click();
  await expect(page.getByRole("heading", { name: "Requested, not yet confirmed" })).toBeVisible();
});
