import { bookFor, freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { wordsOf } from "../words.ts";

test("the front desk finds somebody on any day, by doctor, and cancels for them", async ({
  openAs,
  clinic,
  database,
}) => {
  const wish = { service: "gp-consultation", doctor: "priya-raman" };
  const patient = await newPatient(database, "Rosa");
  const startsAt = await freeTime(clinic.url, wish);
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt });
  const { date } = wordsOf(startsAt);
  const page = await openAs("staff");

  await test.step("goes to the day and filters by doctor", async () => {
    await page.goto(`/staff/${date}`);
    const doctors = page.getByRole("navigation", { name: "Doctor" });
    await doctors.getByRole("link", { name: "Dr Amara Okafor" }).click();
    await expect(page.getByText("Only Dr Amara Okafor is shown.")).toBeVisible();
    await expect(page.getByRole("link", { name: patient.name })).toHaveCount(0);
    await doctors.getByRole("link", { name: "Dr Priya Raman" }).click();
    await expect(page.getByText("Only Dr Priya Raman is shown.")).toBeVisible();
    await expect(page.getByRole("link", { name: patient.name })).toBeVisible();
  });

  await test.step("opens the appointment and cancels it with a reason", async () => {
    await page.getByRole("link", { name: patient.name }).click();
    await expect(page.getByRole("heading", { level: 1, name: patient.name })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(patient.email);
    const cancelling = page.getByRole("group").filter({ hasText: "Cancel…" });
    await cancelling.getByText("Cancel…").click();
    await cancelling.getByLabel("Reason").fill("Called to say that she is in hospital.");
    await cancelling.getByRole("button", { name: /^Cancel appointment/ }).click();
    await expect(page.getByRole("status").filter({ hasText: `Cancelled: ${patient.name}` })).toBeFocused();
    await expect(page.getByText("This appointment is closed. Nothing is left to do.")).toBeVisible();
  });

  const { rows } = await database.query(
    `SELECT a.status, a.cancel_reason, e.actor_role FROM appointment a
     JOIN audit_entry e ON e.subject_id = a.id::text AND e.action = 'appointment.cancelled' WHERE a.id = $1`,
    [id],
  );
  expect(rows).toEqual([
    { status: "cancelled", cancel_reason: "Called to say that she is in hospital.", actor_role: "staff" },
  ]);
});

test("days that do not exist are missing, and a date that is none is left aside", async ({ openAs }) => {
  const page = await openAs("staff");
  for (const day of ["2026-02-30", "tomorrow", "9999999-01-01"]) {
    expect((await page.goto(`/staff/${day}`))?.status(), day).toBe(404);
  }
  expect((await page.goto("/staff?date=2026-02-30&doctor=nobody"))?.status()).toBe(200);
});
