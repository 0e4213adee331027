import { comeToLife } from "../alive.ts";
import { bookingForm, checkPath, freeTime, sendBooking } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";

const service = "gp-consultation";

test("two presses, two tabs, a reload and ten equal posts make one appointment", async ({
  openAs,
  clinic,
  database,
}) => {
  const patient = await newPatient(database);
  const wish = { service, startsAt: await freeTime(clinic.url, { service }) };
  const page = await openAs(patient);
  const second = await page.context().newPage();
  await page.goto(checkPath(wish));
  await second.goto(checkPath(wish));
  const fields = await bookingForm(clinic.url, patient, wish);

  await test.step("presses twice", async () => {
    await comeToLife(page);
    await page.getByRole("button", { name: "Request this appointment" }).dblclick();
    await expect(page.getByRole("heading", { name: "Requested, not yet confirmed" })).toBeVisible();
  });

  await test.step("presses again in another tab and is led to the appointment that is there", async () => {
    await second.getByRole("button", { name: "Request this appointment" }).click();
    const alert = second.getByRole("alert").filter({ hasText: "You already have this appointment" });
    await expect(alert).toBeFocused();
    await alert.getByRole("link", { name: "Show that appointment" }).click();
    await expect(second.getByRole("heading", { level: 1, name: "GP consultation" })).toBeVisible();
  });

  await test.step("reloads, and goes back and forth", async () => {
    await page.reload();
    await page.goBack();
    await expect(page.getByText("You already have this appointment")).toBeVisible();
    await page.goForward();
    await expect(page.getByRole("heading", { name: "Requested, not yet confirmed" })).toBeVisible();
  });

  await test.step("ten equal posts at once", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => sendBooking(clinic.url, patient, wish, fields)));
    expect(answers.map(({ kind }) => kind)).toEqual(Array(10).fill("refused"));
  });

  const { rows } = await database.query("SELECT count(*)::int AS count FROM appointment WHERE patient_id = $1", [
    patient.id,
  ]);
  expect(rows).toEqual([{ count: 1 }]);
});
