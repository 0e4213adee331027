import { describe, expect, test } from "vitest";
import { guestByPlanLink } from "#lib/auth/guest.ts";
import { verifyDatabase } from "#lib/db/verify.ts";
import { cancelPlan } from "#lib/scheduling/server/plans/cancel-plan.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { appPool, ownerSql } from "../database.ts";
import { at, earlyMonday, insertSql, insertValues, makePatients, makePerson } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { deadlocks } from "./crossing-moves.ts";
import {
  granted,
  guest,
  makePlanHouse,
  nextVisitOf,
  orderOf,
  type PlanHouse,
  planned,
  storedVisits,
  traces,
} from "./planning.ts";

test("a booking that lands while the plan is being written is seen, and the plan goes on", async () => {
  const house = await makePlanHouse({ clinic: { horizonDays: 60 } });
  granted(await createPlan(guest, (await planned(house, { months: 1, time: "09:00" })).order, earlyMonday));
  const { preview, order } = await planned(house, { months: 1 });
  const plan = await whileSomebodyBooks(house, at("10:00", "2031-03-17"), () => createPlan(guest, order, earlyMonday));
  const { changed, visits, id } = granted(plan);
  expect(changed).toEqual([3]);
  expect(visits[2]).toMatchObject({
    startsAt: at("09:30", "2031-03-17"),
    state: "moved",
    reason: { code: "doctor_busy" },
  });
  expect(visits[3]).toEqual(preview.visits[3]);
  expect((await storedVisits({ id })).map(({ status }) => status)).toEqual(Array(5).fill("scheduled"));
  await expectCountersTrue(house.clinic.id);
});

test("a visit that has to go to a day without slots gets them, though another one's day was locked first", async () => {
  const house = await makePlanHouse({ open: ["10:00", "10:30"], clinic: { horizonDays: 60 } });
  const staff = await makePerson(house.clinic, "staff");
  const opening = granted(await createPlan(guest, (await planned(house, { months: 1 })).order, earlyMonday));
  granted(await cancelPlan(staff.actor, { id: opening.id, version: 1 }, earlyMonday));
  const { order } = await planned(house, { months: 1 });
  const startsAt = at("10:00", "2031-03-17");
  const plan = granted(await whileSomebodyBooks(house, startsAt, () => createPlan(guest, order, earlyMonday)));
  expect(plan.changed).toEqual([3]);
  expect(plan.visits[2]).toMatchObject({ startsAt: at("10:00", "2031-03-18"), reason: { code: "doctor_busy" } });
  await expectCountersTrue(house.clinic.id);
});

/** Somebody else's booking is written but not committed when the work begins, and is committed as soon as it waits. */
async function whileSomebodyBooks<T>(
  { clinic, service, doctor }: PlanHouse,
  startsAt: number,
  work: () => Promise<T>,
): Promise<T> {
  const [patient] = await makePatients(1);
  const client = await appPool.connect();
  try {
    await client.query("BEGIN");
    const row = {
      clinicId: clinic.id,
      serviceId: service.id,
      doctorId: doctor.doctorId,
      patientId: patient?.id as string,
    };
    await client.query(insertSql, insertValues({ ...row, startsAt }));
    const done = work();
    await expect
      .poll(() =>
        ownerSql("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"),
      )
      .not.toEqual([]);
    await client.query("COMMIT");
    return await done;
  } finally {
    client.release();
  }
}

test("twenty guests at once for the same times: nobody meets a fault, and nothing holds more than it may", async () => {
  const house = await makePlanHouse({ clinic: { slotCapacity: 1, dayCapacity: 4 }, open: ["09:00", "11:00"] });
  const { wish, preview } = await planned(house, { months: 3 });
  const before = await deadlocks();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => createPlan(guest, orderOf(wish, preview), earlyMonday)),
  );
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(answer).toMatchObject({ refusal: { code: "NOT_OFFERED" } });
  }
  const plans = answers.filter(({ ok }) => ok).map(granted);
  // Four times a day on seven days of each week but the last, which goes on for thirty.
  expect(plans).toHaveLength(20);
  expect(plans.filter(({ changed }) => changed.length === 0)).toHaveLength(1);
  for (const plan of plans) {
    const stored = await storedVisits(plan);
    expect(stored).toHaveLength(14);
    const starts = stored.flatMap(({ startsAt }) => startsAt?.getTime() ?? []);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(stored.map(({ startsAt }) => startsAt?.getTime() ?? null)).toEqual(
      plan.visits.map(({ startsAt }) => startsAt),
    );
    expect(await nextVisitOf(plan)).toBe(starts[0] ?? null);
  }
  expect(await deadlocks()).toBe(before);
  expect((await verifyDatabase()).filter(({ ok }) => !ok)).toEqual([]);
});

describe("one key", () => {
  test("makes one plan, ten times at once and once more; only the first answer opens it", async () => {
    const house = await makePlanHouse();
    const { order } = await planned(house, { months: 1 });
    const answers = (await Promise.all(Array.from({ length: 10 }, () => createPlan(guest, order, earlyMonday)))).map(
      granted,
    );
    answers.push(granted(await createPlan(guest, order, earlyMonday)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.map(({ token: _, ...answer }) => answer)).toEqual(
      answers.map(() => ({ ...answers[0], token: undefined })).map(({ token: _, ...answer }) => answer),
    );
    const tokens = answers.flatMap(({ token }) => token ?? []);
    expect(tokens).toHaveLength(1);
    expect(await guestByPlanLink(tokens[0] ?? "")).toMatchObject({ subscriptionId: answers[0]?.id });
    const counts = await ownerSql(
      `SELECT (SELECT count(*) FROM subscription WHERE clinic_id = $1)::int AS plans,
         (SELECT count(*) FROM appointment WHERE clinic_id = $1)::int AS appointments`,
      [house.clinic.id],
    );
    expect(counts).toEqual([{ plans: 1, appointments: 5 }]);
  });

  test("with another wish is a mistake, and of somebody else another key", async () => {
    const house = await makePlanHouse({ doctors: 2 });
    const { order } = await planned(house, { months: 1 });
    granted(await createPlan(guest, order, earlyMonday));
    expect(await createPlan(guest, { ...order, months: 2 }, earlyMonday)).toMatchObject({
      ok: false,
      refusal: { code: "IDEMPOTENCY_MISMATCH" },
    });
    const [patient] = await makePatients(1);
    const { contact: _, ...own } = order;
    expect(await createPlan(patient?.actor as never, own, earlyMonday)).toMatchObject({ ok: true });
  });

  test("of a plan that was refused whole left nothing, and serves again once there is a place", async () => {
    const house = await makePlanHouse();
    const { order } = await planned(house, { months: 1 });
    await ownerSql(
      "INSERT INTO closure (clinic_id, from_date, to_date, reason) VALUES ($1, '2031-01-01', '2031-12-31', 'Flood')",
      [house.clinic.id],
    );
    const before = await traces(house.clinic.id);
    expect(await createPlan(guest, order, earlyMonday)).toMatchObject({
      ok: false,
      refusal: { code: "NOT_OFFERED", detail: { reason: "no_visit", why: "closed" } },
    });
    expect(await traces(house.clinic.id)).toEqual(before);
    await ownerSql("DELETE FROM closure WHERE clinic_id = $1", [house.clinic.id]);
    expect(await createPlan(guest, order, earlyMonday)).toMatchObject({ ok: true, value: { changed: [] } });
  });
});
