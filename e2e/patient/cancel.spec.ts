import { bookFor, freeTime, freeTimes } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "priya-raman" };

test("a patient cancels, and the time is free for others again", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database);
  const startsAt = await freeTime(clinic.url, wish);
  await bookFor(clinic.url, patient, { ...wish, startsAt });
  const day = wordsOf(startsAt).date;
  expect(await freeTimes(clinic.url, { ...wish, day })).not.toContain(startsAt);
  const page = await openAs(patient);

  await test.step("asks to cancel", async () => {
    await page.goto("/patient");
    await page.getByRole("article").getByRole("link", { name: "Cancel" }).click();
    await expect(page.getByRole("heading", { name: "Cancel this appointment?" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("You can cancel online until");
  });

  await test.step("may still think better of it", async () => {
    await page.getByRole("link", { name: "No, keep it" }).click();
    await expect(page.getByText("Requested", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Cancel appointment" }).click();
  });

  await test.step("cancels with a reason", async () => {
    await page.getByLabel("Reason").fill("The train does not run.");
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await expect(page.getByText("The appointment is cancelled")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("The train does not run.");
  });

  await test.step("finds it kept among the past ones", async () => {
    await page.getByRole("link", { name: "My appointments" }).click();
    await expect(page.getByText("Nothing ahead")).toBeVisible();
    await page.getByRole("link", { name: /^Past/ }).click();
    await expect(page.getByRole("article", { name: "GP consultation" })).toContainText("Cancelled");
  });

  expect(await freeTimes(clinic.url, { ...wish, day })).toContain(startsAt);
});

test("after the deadline the page says whom to call, and a form kept open is refused", async ({
  openAs,
  clinic,
  database,
}) => {
  const patient = await newPatient(database);
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt: await freeTime(clinic.url, wish) });
  const page = await openAs(patient);
  await page.goto(`/patient/appointments/${id}/cancel`);
  await page.getByLabel("Reason").fill("Too late, I know.");
  await database.query("UPDATE clinic SET cancel_notice_hours = 720");
  try {
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "It is too late to cancel online" })).toBeFocused();
    await expect(page.getByLabel("Reason")).toHaveValue("Too late, I know.");
    await page.reload();
    await expect(page.getByText("It is too late to cancel online")).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: /020 7946 0217/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Yes, cancel it" })).toHaveCount(0);
  } finally {
    await database.query("UPDATE clinic SET cancel_notice_hours = 24");
  }
  const { rows } = await database.query("SELECT status FROM appointment WHERE id = $1", [id]);
  expect(rows).toEqual([{ status: "pending" }]);
});
