import { bookFor, freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";

const wish = { service: "gp-consultation", doctor: "amara-okafor" };

test("a confirmation is undone by one press: a request again, and no mail goes out", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
}) => {
  const patient = await newPatient(database, "Ute");
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt: await freeTime(clinic.url, wish) });
  const page = await openAs("doctor");
  await page.goto("/doctor");
  await page.getByRole("button", { name: `Confirm : ${patient.name}` }).click();
  const answer = page.getByRole("status").filter({ hasText: `Confirmed: ${patient.name}` });
  await expect(answer).toBeFocused();
  await expectAccessible(page);
  await answer.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status").filter({ hasText: `Undone: ${patient.name}` })).toBeFocused();
  await expect(page.getByRole("article", { name: patient.name })).toBeVisible();
  const { rows } = await database.query(
    "SELECT status::text, (SELECT array_agg(m.status::text) FROM message m WHERE m.appointment_id = a.id AND kind = 'appointment_confirmed') AS mails FROM appointment a WHERE id = $1",
    [id],
  );
  expect(rows).toEqual([{ status: "pending", mails: ["superseded"] }]);
});

test("a decline is undone too, and its way back is gone after ten seconds", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database, "Undine");
  await bookFor(clinic.url, patient, { ...wish, startsAt: await freeTime(clinic.url, wish) });
  const page = await openAs("doctor");
  await page.goto("/doctor");
  const request = page.getByRole("article", { name: patient.name });
  const decline = async () => {
    await request.getByText("Decline…").click();
    await request.getByRole("button", { name: /^Decline request/ }).click();
    await expect(page.getByRole("status").filter({ hasText: `Declined: ${patient.name}` })).toBeFocused();
  };
  await decline();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(request).toBeVisible();
  await decline();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0, { timeout: 15_000 });
});

test("without JavaScript the way back is a plain button", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database, "Ulla");
  await bookFor(clinic.url, patient, { ...wish, startsAt: await freeTime(clinic.url, wish) });
  const page = await openAs("doctor", { javaScriptEnabled: false });
  await page.goto("/doctor");
  await page.getByRole("button", { name: `Confirm : ${patient.name}` }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status").filter({ hasText: `Undone: ${patient.name}` })).toBeVisible();
  await page.goto("/doctor");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(page.getByRole("article", { name: patient.name })).toBeVisible();
});
