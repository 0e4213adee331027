import { describe, expect, test } from "vitest";
import { systemActor } from "#lib/auth/system-actor.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { transitionAppointment } from "#lib/scheduling/server/appointments/transition-appointment.ts";
import { undoStep } from "#lib/scheduling/server/appointments/undo-step.ts";
import { confirmVisits } from "#lib/scheduling/server/plans/confirm-visits.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { pausePlan } from "#lib/scheduling/server/plans/pause-plan.ts";
import { placeUnplaced } from "#lib/scheduling/server/plans/place-unplaced.ts";
import { placeVisit } from "#lib/scheduling/server/plans/place-visit.ts";
import { placeVisits } from "#lib/scheduling/server/plans/place-visits.ts";
import { setPaymentStatus } from "#lib/scheduling/server/plans/set-payment-status.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePerson } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { granted, mailsOf, makePlan, nextVisitOf, statesOf, storedVisits } from "./planning.ts";

const job = systemActor("test");
const closing = (clinicId: string, from: string, to: string) =>
  ownerSql("INSERT INTO closure (clinic_id, from_date, to_date, reason) VALUES ($1, $2, $3, 'Painting')", [
    clinicId,
    from,
    to,
  ]);

/** A plan whose third visit found no place: its week was closed then and is open again. */
async function withoutThird() {
  const made = await makePlan();
  const { plan, house } = made;
  await ownerSql(
    `UPDATE appointment SET status = 'cancelled', cancelled_at = now() WHERE id =
       (SELECT appointment_id FROM visit WHERE subscription_id = $1 AND sequence = 3)`,
    [plan.id],
  );
  await ownerSql(
    "UPDATE visit SET status = 'unplaced', reason_code = 'day_full', appointment_id = NULL WHERE subscription_id = $1 AND sequence = 3",
    [plan.id],
  );
  return { ...made, staff: await makePerson(house.clinic, "staff") };
}

const aDayGoesBy = (planId: string) =>
  ownerSql("UPDATE visit SET tried_at = tried_at - interval '25 hours' WHERE subscription_id = $1", [planId]);

describe("a visit follows its appointment", () => {
  test("confirmed, declined and taken back, missed, completed, moved, and called off", async () => {
    const { plan, house } = await makePlan();
    const doctor = house.doctor.actor;
    const ids = (await storedVisits(plan)).map(({ appointmentId }) => appointmentId as string);
    const [first, second, third, fourth] = ids;
    const during = clockAt(at("10:05"));

    granted(await confirmAppointment(doctor, { id: first }, earlyMonday));
    expect(await statesOf(plan)).toEqual(Array(5).fill("scheduled"));
    granted(await transitionAppointment(doctor, { id: first, to: "no_show" }, during));
    expect(await statesOf(plan)).toEqual(["cancelled missed", ...Array(4).fill("scheduled")]);
    expect(await nextVisitOf(plan)).toBe(at("10:00", "2031-03-10"));

    const declined = granted(await rejectAppointment(doctor, { id: second, reason: "A congress" }, earlyMonday));
    expect((await statesOf(plan))[1]).toBe("unplaced declined");
    expect(await nextVisitOf(plan)).toBe(at("10:00", "2031-03-17"));
    granted(await undoStep(doctor, { id: second, version: declined.version }));
    expect((await statesOf(plan))[1]).toBe("scheduled");
    expect(await nextVisitOf(plan)).toBe(at("10:00", "2031-03-10"));

    granted(await confirmAppointment(doctor, { id: second }, earlyMonday));
    const tenth = clockAt(at("10:10", "2031-03-10"));
    for (const to of ["checked_in", "in_progress", "completed"] as const) {
      granted(await transitionAppointment(doctor, { id: second, to }, tenth));
      expect((await statesOf(plan))[1]).toBe(to === "completed" ? "completed" : "scheduled");
    }
    granted(await rescheduleAppointment(doctor, { id: third, startsAt: at("11:00", "2031-03-18") }, earlyMonday));
    expect(await nextVisitOf(plan)).toBe(at("11:00", "2031-03-18"));
    granted(await transitionAppointment(doctor, { id: fourth, to: "rejected", reason: "Away" }, earlyMonday));
    granted(await confirmAppointment(doctor, { id: third }, earlyMonday));
    granted(await transitionAppointment(doctor, { id: third, to: "cancelled", reason: "Away" }, earlyMonday));
    expect(await statesOf(plan)).toEqual([
      "cancelled missed",
      "completed",
      "cancelled",
      "unplaced declined",
      "scheduled",
    ]);
    expect(await nextVisitOf(plan)).toBe(at("10:00", "2031-03-31"));
    await expectCountersTrue(house.clinic.id);
  });

  test("and loses its reason when it is moved to another time", async () => {
    const { plan, own, house } = await makePlan({ time: "18:00" });
    const [, second] = await storedVisits(plan);
    expect(second).toMatchObject({ reason: "outside_hours", startsAt: new Date(at("11:30", "2031-03-10")) });
    const move = { id: second?.appointmentId, startsAt: at("09:00", "2031-03-10") };
    granted(await rescheduleAppointment(own, move, earlyMonday));
    expect((await storedVisits(plan))[1]).toMatchObject({ reason: null, status: "scheduled" });
    await expectCountersTrue(house.clinic.id);
  });
});

describe("placing what has no place", () => {
  test("as the planner would", async () => {
    const { plan, staff, own, house } = await withoutThird();
    const placed = granted(await placeVisit(staff.actor, { id: plan.id, sequence: 3 }, earlyMonday));
    expect(placed).toMatchObject({ state: "placed", startsAt: at("10:00", "2031-03-17"), reason: null });
    expect(await statesOf(plan)).toEqual(Array(5).fill("scheduled"));
    expect((await storedVisits(plan))[2]?.appointment).toBe("confirmed");
    expect(await mailsOf(plan, "plan_changed")).toMatchObject([{ change: "placed" }]);
    expect(await placeVisit(staff.actor, { id: plan.id, sequence: 3 }, earlyMonday)).toMatchObject({
      refusal: { code: "ILLEGAL_TRANSITION" },
    });
    expect(await placeVisit(own as never, { id: plan.id, sequence: 3 }, earlyMonday)).toMatchObject({
      refusal: { code: "NOT_FOUND" },
    });
    await expectCountersTrue(house.clinic.id);
  });

  test("all that have none in one step", async () => {
    const { plan, staff, own, house } = await withoutThird();
    expect(await placeVisits(own as never, { id: plan.id }, earlyMonday)).toMatchObject({
      refusal: { code: "NOT_FOUND" },
    });
    expect(granted(await placeVisits(staff.actor, { id: plan.id }, earlyMonday))).toEqual({
      placed: [3],
      unplaced: [],
    });
    expect(await statesOf(plan)).toEqual(Array(5).fill("scheduled"));
    expect(await mailsOf(plan, "plan_changed")).toMatchObject([{ change: "placed" }]);
    expect(granted(await placeVisits(staff.actor, { id: plan.id }, earlyMonday))).toEqual({ placed: [], unplaced: [] });
    await expectCountersTrue(house.clinic.id);
  });

  test("by hand on any day, or refused with others", async () => {
    const { plan, staff, house } = await withoutThird();
    const { doctorId } = house.doctor;
    const busy = { id: plan.id, sequence: 3, startsAt: at("10:00", "2031-03-24"), doctorId };
    const refused = await placeVisit(staff.actor, busy, earlyMonday);
    expect(refused).toMatchObject({
      refusal: { code: "SLOT_FULL", alternatives: [{ startsAt: at("09:30", "2031-03-24") }, {}, {}] },
    });
    expect((await statesOf(plan))[2]).toBe("unplaced day_full");

    const free = { ...busy, startsAt: at("11:00", "2031-05-06") };
    expect(granted(await placeVisit(staff.actor, free, earlyMonday))).toMatchObject({
      targetDate: "2031-03-17",
      state: "moved",
      startsAt: free.startsAt,
      reason: { code: "chosen" },
    });
    expect((await storedVisits(plan))[2]).toMatchObject({
      status: "scheduled",
      reason: "chosen",
      startsAt: new Date(free.startsAt),
    });
    await expectCountersTrue(house.clinic.id);
  });

  test("says why there is still none", async () => {
    const { plan, staff, house } = await withoutThird();
    await closing(house.clinic.id, "2031-03-17", "2031-03-23");
    // Its days have slots only once somebody came to them: those that are stored stay open.
    await ownerSql("UPDATE time_slot SET is_open = false WHERE clinic_id = $1 AND local_date = '2031-03-17'", [
      house.clinic.id,
    ]);
    const still = granted(await placeVisit(staff.actor, { id: plan.id, sequence: 3 }, earlyMonday));
    expect(still).toMatchObject({
      state: "unplaced",
      startsAt: null,
      reason: { code: "closed", detail: { reason: "Painting" } },
    });
    expect((await statesOf(plan))[2]).toBe("unplaced closed");
    expect(await mailsOf(plan, "plan_changed")).toEqual([]);
  });

  test("every day by itself, once a day, and tells of it", async () => {
    const { plan, house } = await withoutThird();
    expect(await placeUnplaced(job, earlyMonday)).toBe(0);
    await aDayGoesBy(plan.id);
    await closing(house.clinic.id, "2031-03-17", "2031-03-23");
    await ownerSql("UPDATE time_slot SET is_open = false WHERE clinic_id = $1 AND local_date = '2031-03-17'", [
      house.clinic.id,
    ]);
    expect(await placeUnplaced(job, earlyMonday)).toBe(0);
    expect((await statesOf(plan))[2]).toBe("unplaced closed");
    await ownerSql("DELETE FROM closure WHERE clinic_id = $1", [house.clinic.id]);
    expect(await placeUnplaced(job, earlyMonday)).toBe(0);
    await aDayGoesBy(plan.id);
    // On every node at once.
    const placed = await Promise.all([1, 2, 3].map(() => placeUnplaced(job, earlyMonday)));
    expect(placed.toSorted()).toEqual([0, 0, 1]);
    const [, , third] = await storedVisits(plan);
    expect(third).toMatchObject({
      status: "scheduled",
      appointment: "pending",
      startsAt: new Date(at("10:00", "2031-03-18")),
    });
    expect(await mailsOf(plan, "plan_changed")).toMatchObject([{ change: "placed", visits: [{ sequence: 3 }] }]);
    await expectCountersTrue(house.clinic.id);
  });

  test("not what a doctor declined nor a pause freed", async () => {
    const { plan, own, house } = await makePlan();
    const [, second] = await storedVisits(plan);
    granted(
      await rejectAppointment(house.doctor.actor, { id: second?.appointmentId as string, reason: "Away" }, earlyMonday),
    );
    await aDayGoesBy(plan.id);
    expect(await placeUnplaced(job, earlyMonday)).toBe(0);
    granted(await pausePlan(own, { id: plan.id, version: 1 }, earlyMonday));
    await aDayGoesBy(plan.id);
    expect(await placeUnplaced(job, earlyMonday)).toBe(0);
    expect(await statesOf(plan)).toEqual(["scheduled", "unplaced declined", ...Array(3).fill("unplaced paused")]);
  });

  test("ends a plan of which nothing is left, and forgets a next visit that went by", async () => {
    const { plan, house } = await makePlan();
    await ownerSql("UPDATE appointment SET status = 'completed' WHERE clinic_id = $1", [house.clinic.id]);
    await ownerSql("UPDATE subscription SET next_visit_at = now() - interval '1 hour' WHERE id = $1", [plan.id]);
    await placeUnplaced(job, earlyMonday);
    const rows = await ownerSql("SELECT status::text, next_visit_at FROM subscription WHERE id = $1", [plan.id]);
    expect(rows).toEqual([{ status: "completed", next_visit_at: null }]);
  });
});

test("a doctor confirms all of their visits with one mail, staff everybody's", async () => {
  const { plan, house } = await makePlan({}, {}, 2);
  const staff = await makePerson(house.clinic, "staff");
  const [one, other] = house.doctors;
  const [first] = await storedVisits(plan);
  const move = { id: first?.appointmentId, startsAt: at("11:00"), doctorId: other?.doctorId, reason: "Swapped" };
  granted(await rescheduleAppointment(staff.actor, move, earlyMonday));

  expect(granted(await findPlan(one?.actor as never, { id: plan.id }, earlyMonday)).toConfirm).toBe(4);
  expect(granted(await confirmVisits(one?.actor as never, { id: plan.id }))).toEqual({ confirmed: [2, 3, 4, 5] });
  expect(await mailsOf(plan, "plan_changed")).toMatchObject([{ change: "confirmed", visits: [{}, {}, {}, {}] }]);
  expect(await mailsOf(plan, "doctor_plan_changed")).toEqual([]);
  expect(granted(await confirmVisits(one?.actor as never, { id: plan.id }))).toEqual({ confirmed: [] });
  expect(await mailsOf(plan, "plan_changed")).toHaveLength(1);
  expect(granted(await confirmVisits(staff.actor, { id: plan.id }))).toEqual({ confirmed: [1] });
  expect((await storedVisits(plan)).map(({ appointment }) => appointment)).toEqual(Array(5).fill("confirmed"));
});

test("staff note what was paid, and the audit log who did", async () => {
  const { plan, own, house } = await makePlan();
  const staff = await makePerson(house.clinic, "staff");
  expect(await setPaymentStatus(own as never, { id: plan.id, paymentStatus: "paid" })).toMatchObject({
    refusal: { code: "NOT_FOUND" },
  });
  for (const paymentStatus of ["paid", "paid", "refunded"]) {
    expect(granted(await setPaymentStatus(staff.actor, { id: plan.id, paymentStatus }))).toEqual({ paymentStatus });
  }
  const lines = await ownerSql(
    "SELECT detail FROM audit_entry WHERE subject_id = $1 AND action = 'plan.payment_set' AND actor_id = $2 ORDER BY id",
    [plan.id, staff.id],
  );
  expect(lines).toEqual([{ detail: { from: "unpaid", to: "paid" } }, { detail: { from: "paid", to: "refunded" } }]);
  expect(granted(await findPlan(own, { id: plan.id }, earlyMonday))).toMatchObject({
    paymentStatus: "refunded",
    version: 3,
  });
});

test("a plan sold at a price keeps it, and its total is exact", async () => {
  const { plan, own, house } = await makePlan();
  await ownerSql("UPDATE service SET price_amount = 9999 WHERE id = $1", [house.service.id]);
  expect(granted(await findPlan(own, { id: plan.id }, clockAt(at("06:00") + minutes(1))))).toMatchObject({
    pricePerVisit: 4000,
    total: 20000,
    count: 5,
  });
});
