import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { daysAhead, makePlanFor } from "../plans.ts";

const weekly = { service: "gp-consultation", doctor: "amara-okafor", every: "weekly", months: "1" } as const;

test("the visits of a care plan are one request: one is declined, all others confirmed by one press", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const patient = await newPatient(database, "Plannah");
  const id = await makePlanFor(clinic.url, patient, { ...weekly, start: daysAhead(33) });
  const { rows } = await database.query<{ appointment_id: string }>(
    "SELECT appointment_id FROM visit WHERE subscription_id = $1 ORDER BY sequence",
    [id],
  );
  const count = rows.length;
  const page = await openAs("doctor");
  const main = page.getByRole("main");
  const request = main.getByRole("article", { name: patient.name });

  await test.step("it stands there once, and counts as one", async () => {
    await page.goto("/doctor");
    await expect(request).toHaveCount(1);
    await expect(request).toContainText(`Care plan, all ${count} visits wait`);
    const waiting = await main.getByRole("article").count();
    await expect(main).toContainText(`${waiting} requests wait for your answer`);
    await keepScreenshot("inbox-plan", page);
    await expectAccessible(page);
  });

  await test.step("declines the first visit alone", async () => {
    await request.getByText("Decline…").first().click();
    await request.getByLabel("Reason").first().fill("I am away that day.");
    await request
      .getByRole("button", { name: /^Decline request/ })
      .first()
      .click();
    await expect(main.getByRole("status").filter({ hasText: `Declined: ${patient.name}` })).toBeFocused();
    await expect(request).toContainText(`Care plan, ${count - 1} of ${count} visits wait`);
  });

  await test.step("confirms the others", async () => {
    await request.getByRole("button", { name: `Confirm all ${count - 1}` }).click();
    const words = `${count - 1} visits of ${patient.name} are confirmed.`;
    await expect(main.getByRole("status").filter({ hasText: words })).toBeFocused();
    await expect(request).toHaveCount(0);
  });

  await test.step("reads on the appointment which visit it is", async () => {
    await page.goto(`/doctor/appointments/${rows[1]?.appointment_id}`);
    await expect(main).toContainText(`Visit 2 of ${count}`);
    await expect(main).toContainText(/SUB-\d{8}-[0-9A-Z]{6}/);
  });

  const told = await database.query(
    "SELECT kind FROM message WHERE subscription_id = $1 AND recipient = $2 AND payload->>'change' = 'confirmed'",
    [id, patient.email],
  );
  expect(told.rows).toEqual([{ kind: "plan_changed" }]);
});

test("a whole plan is confirmed without JavaScript", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database, "Planton");
  const id = await makePlanFor(clinic.url, patient, { ...weekly, start: daysAhead(40) });
  const page = await openAs("doctor", { javaScriptEnabled: false });
  await page.goto("/doctor");
  await page
    .getByRole("article", { name: patient.name })
    .getByRole("button", { name: /^Confirm all/ })
    .click();
  await expect(page.getByRole("status").filter({ hasText: `visits of ${patient.name} are confirmed.` })).toBeVisible();
  const { rows } = await database.query(
    `SELECT DISTINCT a.status::text FROM visit v JOIN appointment a ON a.id = v.appointment_id
     WHERE v.subscription_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ status: "confirmed" }]);
});
