import { describe, expect, test } from "vitest";
import { findMoveTimes } from "#lib/scheduling/server/appointments/find-move-times.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { transitionAppointment } from "#lib/scheduling/server/appointments/transition-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { cancelPlan } from "#lib/scheduling/server/plans/cancel-plan.ts";
import { cancelVisit } from "#lib/scheduling/server/plans/cancel-visit.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { pausePlan } from "#lib/scheduling/server/plans/pause-plan.ts";
import { resumePlan } from "#lib/scheduling/server/plans/resume-plan.ts";
import { skipVisit } from "#lib/scheduling/server/plans/skip-visit.ts";
import { addDays, minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePatients, makePerson, monday } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { deadlocks, tally } from "./crossing-moves.ts";
import { granted, guestOf, mailsOf, makePlan, nextVisitOf, statesOf, storedVisits } from "./planning.ts";

const fiveTimes = (state: string) => Array(5).fill(state);

describe("a pause", () => {
  test("frees the visits ahead for others, keeps those past their deadline, and plans them again when it ends", async () => {
    const { plan, house, own } = await makePlan();
    const lateMonday = clockAt(at("10:01", addDays(monday, 6)));
    const paused = granted(await pausePlan(own, { id: plan.id, version: 1 }, lateMonday));
    // The first is over, the second begins within a day.
    expect(paused).toEqual({ freed: [3, 4, 5], kept: [2] });
    expect(await statesOf(plan)).toEqual([
      "scheduled",
      "scheduled",
      "unplaced paused",
      "unplaced paused",
      "unplaced paused",
    ]);
    await expectCountersTrue(house.clinic.id);
    expect(await mailsOf(plan, "plan_changed")).toMatchObject([{ change: "paused" }]);
    expect(await mailsOf(plan, "doctor_plan_changed")).toMatchObject([{ change: "paused" }]);

    const staff = await makePerson(house.clinic, "staff");
    const { clinicId, serviceId, doctorId } = plan.wish;
    const [patient] = await makePatients(1);
    const taken = { clinicId, serviceId, doctorId, startsAt: at("10:00", "2031-03-24"), patientId: patient?.id };
    expect(await bookAppointment(staff.actor, taken, lateMonday)).toMatchObject({ ok: true });

    const inThreeWeeks = clockAt(at("12:00", "2031-03-23"));
    const resumed = granted(await resumePlan(own, { id: plan.id, version: 2 }, inThreeWeeks));
    // The third can still stand before the fourth's day.
    expect(resumed).toEqual({ placed: [4, 5], unplaced: [3], skipped: [] });
    const stored = await storedVisits(plan);
    expect(stored.map(({ startsAt }) => startsAt?.getTime())).toEqual([
      at("10:00"),
      at("10:00", "2031-03-10"),
      expect.any(Number),
      at("09:30", "2031-03-24"),
      at("10:00", "2031-03-31"),
    ]);
    expect(stored[3]).toMatchObject({ reason: "doctor_busy", appointment: "pending" });
    await expectCountersTrue(house.clinic.id);
  });

  test("skips what went by meanwhile, and happens once", async () => {
    const { plan, own } = await makePlan();
    expect(
      granted(await pausePlan(own, { id: plan.id, version: 1 }, clockAt(at("06:00", "2031-03-01")))).freed,
    ).toHaveLength(5);
    expect(await nextVisitOf(plan)).toBeNull();
    expect(await pausePlan(own, { id: plan.id, version: 2 }, earlyMonday)).toMatchObject({
      refusal: { code: "ILLEGAL_TRANSITION" },
    });
    expect(await resumePlan(own, { id: plan.id, version: 1 }, earlyMonday)).toMatchObject({
      refusal: { code: "VERSION_CONFLICT" },
    });
    const resumed = await resumePlan(own, { id: plan.id, version: 2 }, clockAt(at("06:00", "2031-03-24")));
    expect(granted(resumed)).toEqual({ placed: [4, 5], unplaced: [], skipped: [1, 2, 3] });
    expect(await statesOf(plan)).toEqual([
      "skipped paused",
      "skipped paused",
      "skipped paused",
      "scheduled",
      "scheduled",
    ]);
    expect(await nextVisitOf(plan)).toBe(at("10:00", "2031-03-24"));
    expect(await resumePlan(own, { id: plan.id, version: 3 }, earlyMonday)).toMatchObject({
      refusal: { code: "ILLEGAL_TRANSITION" },
    });
  });

  test("of a visit that was moved by hand gives no other visit the same day", async () => {
    const { plan, own, house } = await makePlan({}, { horizonDays: 60 });
    const staff = await makePerson(house.clinic, "staff");
    granted(await pausePlan(own, { id: plan.id, version: 1 }, clockAt(at("12:00", "2031-03-16"))));
    const stored = await storedVisits(plan);
    expect(stored[2]?.status).toBe("scheduled");
    // The third, which the pause let stand, goes to the day for which the fourth was wanted.
    const move = { id: stored[2]?.appointmentId, startsAt: at("11:00", "2031-03-24"), reason: "Asked for" };
    granted(await rescheduleAppointment(staff.actor, move, clockAt(at("12:00", "2031-03-16"))));
    granted(await resumePlan(own, { id: plan.id, version: 2 }, clockAt(at("12:00", "2031-03-16"))));
    const [, , , fourth] = await storedVisits(plan);
    expect(fourth).toMatchObject({ startsAt: new Date(at("10:00", "2031-03-25")), reason: "own_appointment" });
  });
});

test("a plan that is cancelled calls its visits off, those past their deadline only by staff", async () => {
  for (const isStaff of [false, true]) {
    const { plan, own, house } = await makePlan();
    const staff = await makePerson(house.clinic, "staff");
    const cancelled = await cancelPlan(
      isStaff ? staff.actor : own,
      { id: plan.id, version: 1, reason: "Moving away" },
      earlyMonday,
    );
    expect(granted(cancelled)).toEqual(
      isStaff ? { freed: [1, 2, 3, 4, 5], kept: [] } : { freed: [2, 3, 4, 5], kept: [1] },
    );
    expect(await statesOf(plan)).toEqual([isStaff ? "cancelled" : "scheduled", ...fiveTimes("cancelled").slice(1)]);
    expect(await nextVisitOf(plan)).toBe(isStaff ? null : at("10:00"));
    for (const change of [pausePlan, resumePlan, cancelPlan]) {
      expect(await change(own, { id: plan.id, version: 2 }, earlyMonday)).toMatchObject({
        refusal: { code: "ILLEGAL_TRANSITION" },
      });
    }
    await expectCountersTrue(house.clinic.id);
  }
});

describe("one visit", () => {
  test("is called off until its deadline by whoever has the link, later by staff with a reason", async () => {
    const { plan, own, house } = await makePlan();
    const staff = await makePerson(house.clinic, "staff");
    const tooLate = clockAt(at("10:00", addDays(monday, 6)) + minutes(1));
    expect(granted(await cancelVisit(own, { id: plan.id, sequence: 3 }, tooLate))).toMatchObject({
      status: "cancelled",
    });
    expect(await cancelVisit(own, { id: plan.id, sequence: 2 }, tooLate)).toMatchObject({
      refusal: { code: "TOO_LATE_TO_CANCEL" },
    });
    expect(await cancelVisit(staff.actor, { id: plan.id, sequence: 2 }, tooLate)).toMatchObject({ ok: false });
    expect(await cancelVisit(staff.actor, { id: plan.id, sequence: 2, reason: "Ill" }, tooLate)).toMatchObject({
      ok: true,
    });
    expect(await statesOf(plan)).toEqual(["scheduled", "cancelled", "cancelled", "scheduled", "scheduled"]);
    expect(await cancelVisit(own, { id: plan.id, sequence: 3 }, tooLate)).toMatchObject({
      refusal: { code: "ILLEGAL_TRANSITION" },
    });
    const stranger = (await makePlan()).own;
    expect(await cancelVisit(stranger, { id: plan.id, sequence: 4 }, tooLate)).toMatchObject({
      refusal: { code: "NOT_FOUND" },
    });
    await expectCountersTrue(house.clinic.id);
  });

  test("is skipped until its deadline, which frees its place, and never twice", async () => {
    const { plan, own, house } = await makePlan();
    expect(await skipVisit(own, { id: plan.id, sequence: 1 }, earlyMonday)).toMatchObject({
      refusal: { code: "TOO_LATE_TO_CANCEL" },
    });
    expect(granted(await skipVisit(own, { id: plan.id, sequence: 2 }, earlyMonday))).toEqual({ sequence: 2 });
    expect(await statesOf(plan)).toEqual(["scheduled", "skipped", "scheduled", "scheduled", "scheduled"]);
    expect((await storedVisits(plan))[1]?.appointment).toBe("cancelled");
    expect(await skipVisit(own, { id: plan.id, sequence: 2 }, earlyMonday)).toMatchObject({
      refusal: { code: "ILLEGAL_TRANSITION" },
    });
    expect(await skipVisit(own, { id: plan.id, sequence: 9 }, earlyMonday)).toMatchObject({
      refusal: { code: "NOT_FOUND" },
    });
    expect(await mailsOf(plan, "plan_changed")).toMatchObject([{ change: "skipped" }]);
    await expectCountersTrue(house.clinic.id);
  });

  test("five months ahead is moved onto a day without slots, within thirty days of where it stands", async () => {
    const { plan, own, house } = await makePlan({ months: 6, frequency: "monthly" });
    const last = (await storedVisits(plan)).at(-1);
    expect(last?.startsAt?.getTime()).toBe(at("10:00", "2031-08-03"));
    const id = last?.appointmentId as string;
    const times = granted(await findMoveTimes(own, { id }, earlyMonday));
    expect(times).toMatchObject({ from: "2031-08-03", last: "2031-09-02" });
    expect(times.days.map(({ offers }) => offers.length)).toEqual([5, 6, 6, 6, 6, 6, 6]);
    expect(await rescheduleAppointment(own, { id, startsAt: at("11:00", "2031-09-03") }, earlyMonday)).toMatchObject({
      refusal: { code: "BEYOND_HORIZON" },
    });
    expect(await rescheduleAppointment(own, { id, startsAt: at("11:00", "2031-08-05") }, earlyMonday)).toMatchObject({
      ok: true,
    });
    expect((await storedVisits(plan)).at(-1)).toMatchObject({
      status: "scheduled",
      startsAt: new Date(at("11:00", "2031-08-05")),
    });
    const [day] = await ownerSql(
      "SELECT count(*)::int AS slots FROM time_slot WHERE clinic_id = $1 AND local_date = '2031-08-05'",
      [house.clinic.id],
    );
    expect(day).toEqual({ slots: 6 });
    await expectCountersTrue(house.clinic.id);
  });

  test("says to each what they may do with it", async () => {
    const { plan, own, house } = await makePlan();
    const staff = await makePerson(house.clinic, "staff");
    const actionsFor = async (actor: Parameters<typeof findPlan>[0]) =>
      granted(await findPlan(actor, { id: plan.id }, earlyMonday)).visits.map(({ actions }) => actions.join(" "));
    expect(await actionsFor(own)).toEqual(["", ...fiveTimes("move skip cancel").slice(1)]);
    expect(await actionsFor(staff.actor)).toEqual(fiveTimes("move skip cancel"));
    expect(await actionsFor(house.doctor.actor)).toEqual(fiveTimes(""));
    expect(await findPlan(guestOf((await makePlan()).plan.id), { id: plan.id }, earlyMonday)).toMatchObject({
      refusal: { code: "NOT_FOUND" },
    });
  });
});

describe("at once", () => {
  test("two resumes place every visit once", async () => {
    const { plan, own, house } = await makePlan({}, {}, 2);
    granted(await pausePlan(own, { id: plan.id, version: 1 }, clockAt(at("06:00", "2031-03-01"))));
    const resumes = await Promise.all(
      [1, 2, 3].map(() => resumePlan(own, { id: plan.id, version: 2 }, clockAt(at("06:00", "2031-03-01")))),
    );
    expect(tally(resumes)).toEqual({ ok: 1, VERSION_CONFLICT: 2 });
    const [row] = await ownerSql(
      "SELECT count(*)::int AS standing FROM appointment WHERE clinic_id = $1 AND occupies(status)",
      [house.clinic.id],
    );
    expect(row).toEqual({ standing: 5 });
  });

  test("a pause and a doctor who calls the visits off never wait in a circle; each visit is called off once", async () => {
    const before = await deadlocks();
    for (let round = 0; round < 5; round++) {
      const { plan, own, house } = await makePlan();
      const stored = await storedVisits(plan);
      const cancels = stored
        .toReversed()
        .map(({ appointmentId: id }) =>
          transitionAppointment(house.doctor.actor, { id, to: "rejected", reason: "Away" }, earlyMonday),
        );
      const [paused, ...rejected] = await Promise.all([
        pausePlan(own, { id: plan.id, version: 1 }, earlyMonday),
        ...cancels,
      ]);
      for (const answer of [paused, ...rejected].filter(({ ok }) => !ok)) {
        expect(["VERSION_CONFLICT", "ILLEGAL_TRANSITION"]).toContain(answer.ok ? "" : answer.refusal.code);
      }
      for (const { status, appointment } of await storedVisits(plan)) {
        expect(["unplaced", "scheduled"]).toContain(status);
        expect(status === "scheduled").toBe(appointment === "pending");
      }
      expect(await nextVisitOf(plan)).toBeNull();
      await expectCountersTrue(house.clinic.id);
    }
    expect(await deadlocks()).toBe(before);
  });
});
