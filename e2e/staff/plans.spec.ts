import type pg from "pg";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { daysAhead, makePlanFor } from "../plans.ts";
import { fillBeyondLimit, pressLabelOf } from "../presses.ts";

const monthly = { service: "gp-consultation", doctor: "amara-okafor", every: "monthly", months: "4" } as const;

/** As if its doctor had declined it: the visit has no place any more. */
async function decline(database: pg.Pool, planId: string, sequence: number): Promise<void> {
  await database.query(
    `UPDATE appointment SET status = 'rejected', version = version + 1 WHERE id =
       (SELECT appointment_id FROM visit WHERE subscription_id = $1 AND sequence = $2)`,
    [planId, sequence],
  );
}

async function statesOf(database: pg.Pool, planId: string): Promise<string[]> {
  const { rows } = await database.query<{ status: string }>(
    "SELECT status::text FROM visit WHERE subscription_id = $1 ORDER BY sequence",
    [planId],
  );
  return rows.map(({ status }) => status);
}

test("the front desk finds a plan, notes its payment, leaves a visit out, pauses and resumes it", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const patient = await newPatient(database, "Petra");
  const id = await makePlanFor(clinic.url, patient, { service: "blood-test", months: "2", start: daysAhead(24) });
  const page = await openAs("staff");
  const main = page.getByRole("main");
  const said = (text: string) => main.getByRole("status").filter({ hasText: text });

  await test.step("finds it by the person's address", async () => {
    await page.goto("/staff/plans");
    await page.getByLabel("Find a plan").fill(patient.email);
    await page.getByRole("button", { name: "Find" }).click();
    await expect(main.getByRole("article")).toHaveCount(1);
    await expect(main.getByRole("article")).toContainText("Not paid yet");
    await keepScreenshot("staff-plans", page);
    await main.getByRole("link", { name: patient.name }).click();
    await expect(page.getByRole("heading", { level: 1, name: patient.name })).toBeVisible();
  });

  await test.step("notes that it is paid by one press", async () => {
    await main.getByRole("button", { name: "Mark as paid" }).click();
    await expect(said("Marked as paid.")).toBeFocused();
    await expect(main.getByRole("button", { name: "Mark as not paid" })).toBeVisible();
  });

  await test.step("leaves one visit out", async () => {
    const visit = main.locator("#visit-2");
    await visit.locator("summary").click();
    await expectAccessible(page);
    await visit.getByLabel("Reason").fill("On holiday");
    await visit.getByRole("button", { name: "Skip this visit" }).click();
    await expect(said("Visit 2 is left out")).toBeFocused();
    expect((await statesOf(database, id))[1]).toBe("skipped");
  });

  await test.step("pauses it and takes it up again", async () => {
    await main.getByRole("button", { name: "Pause the plan" }).click();
    await expect(said("The plan is paused")).toBeFocused();
    const states = await statesOf(database, id);
    expect(new Set(states)).toEqual(new Set(["unplaced", "skipped"]));
    await main.getByRole("button", { name: "Resume the plan" }).click();
    await expect(said("The plan is running again. Every visit that was left has its time.")).toBeFocused();
    expect(new Set(await statesOf(database, id))).toEqual(new Set(["scheduled", "skipped"]));
    await keepScreenshot("staff-plan", page);
  });
});

test("a visit without a time gets one at once, or by hand, without JavaScript too", async ({
  openAs,
  clinic,
  database,
}) => {
  const patient = await newPatient(database, "Paul");
  const id = await makePlanFor(clinic.url, patient, { ...monthly, start: daysAhead(21) });
  for (const sequence of [2, 3]) await decline(database, id, sequence);
  const page = await openAs("staff", { javaScriptEnabled: false });
  const main = page.getByRole("main");
  await page.goto(`/staff/plans/${id}`);
  await expect(main.getByText("2 visits have no time yet")).toBeVisible();
  await main.getByRole("button", { name: /^Place now.*visit 2$/ }).click();
  await expect(main.getByRole("status")).toContainText("Visit 2 now takes place on");
  await main.getByRole("link", { name: /^Choose a time.*visit 3$/ }).click();
  await pressLabelOf(page.getByRole("radio").last());
  await main.getByRole("button", { name: "Give the visit this time" }).click();
  await expect(main.getByRole("status")).toContainText("Visit 3 now takes place on");
  expect(await statesOf(database, id)).toEqual(["scheduled", "scheduled", "scheduled", "scheduled"]);
});

test("the front desk confirms all visits that wait, and calls a plan off", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database, "Pia");
  const id = await makePlanFor(clinic.url, patient, { ...monthly, start: daysAhead(14) });
  const page = await openAs("staff");
  const main = page.getByRole("main");
  await page.goto(`/staff/plans/${id}`);
  await main.getByRole("button", { name: "Confirm all 4 visits" }).click();
  await expect(
    main.getByRole("status").filter({ hasText: `4 visits of ${patient.name} are confirmed.` }),
  ).toBeFocused();
  await main.getByText("Cancel…").click();
  const reason = main.locator("#reason-plan");
  await fillBeyondLimit(reason, "x".repeat(501));
  await main.getByRole("button", { name: "Cancel the plan and its visits" }).click();
  await expect(main.getByText("This is too long. Please shorten it.")).toBeVisible();
  await expect(reason).toHaveValue("x".repeat(501));
  await reason.fill("Moved away");
  await main.getByRole("button", { name: "Cancel the plan and its visits" }).click();
  await expect(main.getByRole("status").filter({ hasText: "The plan is cancelled" })).toBeFocused();
  expect(new Set(await statesOf(database, id))).toEqual(new Set(["cancelled"]));
});
