import { afterEach, expect, test } from "vitest";
import { verifyDatabase } from "#lib/db/verify.ts";
import { transitionAppointment } from "#lib/scheduling/server/appointments/transition-appointment.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { pausePlan } from "#lib/scheduling/server/plans/pause-plan.ts";
import { resumePlan } from "#lib/scheduling/server/plans/resume-plan.ts";
import { ownerPool, ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday } from "../factories.ts";
import { granted, guest, makePlan, makePlanHouse, planned, storedVisits } from "./planning.ts";
import { mended, mendGuards } from "./taken-guards.ts";

// Every guard of plans is taken away once, to see the other tests' promises broken.

// A lock of ours is found before PostgreSQL's own, wherever there is one; connections made from now on look here first.
await ownerSql(
  `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$`,
);

afterEach(mendGuards);

const untrue = async () => (await verifyDatabase()).filter(({ ok }) => !ok).map(({ name }) => name);

async function rewritten(name: string, from: string, to: string): Promise<void> {
  const [row] = await ownerSql<{ source: string }>("SELECT pg_get_functiondef($1::regproc) AS source", [name]);
  const source = row?.source ?? "";
  expect(source).toContain(from);
  await ownerSql(source.replace(from, to));
  mended.push(() => ownerSql(source));
}

test("without the trigger, a visit stays scheduled whose appointment is called off", async () => {
  const { plan, house } = await makePlan();
  const [, second] = await storedVisits(plan);
  await ownerSql("ALTER TABLE appointment DISABLE TRIGGER visit_follows_appointment");
  mended.push(() => ownerSql("ALTER TABLE appointment ENABLE TRIGGER visit_follows_appointment"));
  const rejected = { id: second?.appointmentId as string, to: "rejected", reason: "Away" };
  granted(await transitionAppointment(house.doctor.actor, rejected, earlyMonday));
  expect((await storedVisits(plan))[1]).toMatchObject({ status: "scheduled", appointment: "rejected" });
  expect(await untrue()).toEqual(["every guard is in place", "every visit says what its appointment says"]);
  await ownerSql("UPDATE visit SET status = 'unplaced', reason_code = 'declined' WHERE appointment_id = $1", [
    second?.appointmentId,
  ]);
});

test("without the lock of the plan's row, two visits called off at once leave a next visit that is none", async () => {
  await rewritten("keep_next_visit", "PERFORM 1 FROM subscription WHERE id = plan FOR NO KEY UPDATE;", "");
  const { plan } = await makePlan();
  const [first, second] = (await storedVisits(plan)).map(({ appointmentId }) => appointmentId);
  const callOff = "UPDATE appointment SET status = 'rejected', version = version + 1 WHERE id = $1";
  const client = await ownerPool.connect();
  try {
    await client.query("BEGIN");
    await client.query(callOff, [first]);
    await ownerSql(callOff, [second]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
  expect(await untrue()).toContain("every plan's next visit is true");
  await ownerSql("UPDATE subscription SET next_visit_at = $2 WHERE id = $1", [
    plan.id,
    new Date(at("10:00", "2031-03-17")),
  ]);
});

test("without the key's uniqueness, one order sent ten times makes several plans", async () => {
  await ownerSql("ALTER TABLE idempotency_key DROP CONSTRAINT idempotency_key_pkey");
  mended.push(() =>
    ownerSql("TRUNCATE idempotency_key; ALTER TABLE idempotency_key ADD PRIMARY KEY (actor, route, key)"),
  );
  const house = await makePlanHouse();
  const { order } = await planned(house, { months: 1 });
  const orders = Array.from({ length: 10 }, () => createPlan(guest, order, earlyMonday));
  const plans = (await Promise.all(orders)).flatMap((answer) => (answer.ok ? answer.value.id : []));
  expect(new Set(plans).size).toBeGreaterThan(1);
});

test("without the lock of the plan, resumes at once place a visit twice", async () => {
  await ownerSql(
    "CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT pg_sleep(0.05)'",
  );
  mended.push(() => ownerSql("DROP FUNCTION public.pg_advisory_xact_lock(bigint)"));
  const { plan, own, house } = await makePlan({}, {}, 2);
  const before = clockAt(at("06:00", "2031-03-01"));
  granted(await pausePlan(own, { id: plan.id, version: 1 }, before));
  await Promise.all([1, 2, 3].map(() => resumePlan(own, { id: plan.id, version: 2 }, before)));
  const [row] = await ownerSql<{ standing: number }>(
    "SELECT count(*)::int AS standing FROM appointment WHERE clinic_id = $1 AND occupies(status)",
    [house.clinic.id],
  );
  expect(row?.standing).toBeGreaterThan(5);
});
