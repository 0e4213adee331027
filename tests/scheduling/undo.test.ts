import { describe, expect, test } from "vitest";
import { deliverNext } from "#lib/notifications/server/deliver-messages.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { transitionAppointment } from "#lib/scheduling/server/appointments/transition-appointment.ts";
import { undoStep } from "#lib/scheduling/server/appointments/undo-step.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePatients, makePerson, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { booked } from "./visit.ts";

/** The decision is timed by the database's own clock, so an undo has to be as well. */
const later = (ms: number) => (now: number) => now + ms;

async function decided(by: "confirm" | "decline") {
  const made = await booked({ clinic: { cancelNoticeHours: 2 }, slots: { capacity: 1 } });
  const { id } = made.appointment;
  const decide = by === "confirm" ? confirmAppointment : rejectAppointment;
  const result = await decide(made.doctor.actor, { id, reason: "Away" }, earlyMonday);
  if (!result.ok) throw new Error(result.refusal.code);
  return { ...made, id, version: result.value.version };
}

/** Sends everything that is due, after so many seconds have gone by for the mails of an appointment. */
async function mailsAfter(seconds: number, id: string): Promise<string[]> {
  await ownerSql(
    "UPDATE message SET next_attempt_at = next_attempt_at - make_interval(secs => $2) WHERE appointment_id = $1",
    [id, seconds],
  );
  const sent: string[] = [];
  const send = async ({ id: message }: { id: string }) => {
    sent.push(message);
    return "";
  };
  while (await deliverNext({ name: "email", send }));
  const kinds = await ownerSql<{ kind: string }>(
    "SELECT kind FROM message WHERE id = ANY ($1) AND appointment_id = $2 AND kind <> 'doctor_new_request' ORDER BY kind",
    [sent, id],
  );
  return kinds.map(({ kind }) => kind);
}

describe("a decision", () => {
  test.each(["confirm", "decline"] as const)(
    "to %s can be undone: a request again, and nobody hears of it",
    async (by) => {
      const { id, version, doctor, clinic } = await decided(by);
      expect(await mailsAfter(9, id)).toEqual(["appointment_requested"]);
      const undone = await undoStep(doctor.actor, { id, version });
      expect(undone).toMatchObject({ ok: true, value: { status: "pending", version: version + 1 } });
      expect(await mailsAfter(3600, id)).toEqual([]);
      const [row] = await ownerSql(
        "SELECT confirmed_at, decided_at, decided_by_id, cancel_reason FROM appointment WHERE id = $1",
        [id],
      );
      expect(row).toEqual({ confirmed_at: null, decided_at: null, decided_by_id: null, cancel_reason: null });
      await expectCountersTrue(clinic.id);
      expect(await confirmAppointment(doctor.actor, { id }, earlyMonday)).toMatchObject({ ok: true });
      expect(await mailsAfter(3600, id)).toEqual(["appointment_confirmed"]);
    },
  );

  test("that stands is told once, after the seconds in which it could be undone", async () => {
    const { id } = await decided("confirm");
    expect(await mailsAfter(10, id)).toEqual(["appointment_requested"]);
    expect(await mailsAfter(3, id)).toEqual(["appointment_confirmed"]);
    expect(await mailsAfter(3600, id)).toEqual([]);
  });

  test("is not undone late, by somebody else, or behind another change", async () => {
    const { id, version, doctor, clinic, patient } = await decided("confirm");
    const over = { ok: false, refusal: { code: "ILLEGAL_TRANSITION", detail: { reason: "undo_over" } } };
    expect(await undoStep(doctor.actor, { id, version }, later(10_000))).toMatchObject(over);
    const staff = await makePerson(clinic, "staff");
    expect(await undoStep(staff.actor, { id, version })).toMatchObject(over);
    for (const { actor } of [patient, await makePerson(clinic, "doctor")]) {
      expect(await undoStep(actor, { id, version })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    }
    const moved = await rescheduleAppointment(staff.actor, { id, startsAt: at("11:00") }, earlyMonday);
    expect(moved.ok).toBe(true);
    expect(await undoStep(doctor.actor, { id, version })).toMatchObject({ refusal: { code: "VERSION_CONFLICT" } });
    expect(await undoStep(doctor.actor, { id, version: version + 1 })).toMatchObject(over);
  });

  test("to decline cannot be undone once somebody has the place", async () => {
    const { id, version, doctor, request, clinic } = await decided("decline");
    const [other] = (await makePatients(1)) as [Person];
    await bookAppointment(other.actor, request, earlyMonday);
    const undone = await undoStep(doctor.actor, { id, version });
    expect(undone).toMatchObject({ ok: false, refusal: { code: expect.stringMatching(/SLOT_FULL|DOCTOR_BUSY/) } });
    expect(await mailsAfter(3600, id)).toEqual(["appointment_declined", "appointment_requested"]);
    await expectCountersTrue(clinic.id);
  });

  test("and its undo, twenty at once, with a booking of the place: one has it", async () => {
    for (let round = 0; round < 5; round++) {
      const { id, version, doctor, request, clinic } = await decided("decline");
      const people = await makePatients(10);
      const results = await Promise.all([
        ...Array.from({ length: 10 }, () => undoStep(doctor.actor, { id, version })),
        ...people.map(({ actor }) => bookAppointment(actor, request, earlyMonday)),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      await expectCountersTrue(clinic.id);
    }
  });

  test("is not told after what came later: who cancels meanwhile hears only that", async () => {
    const { id, patient } = await decided("confirm");
    await cancelAppointment(patient.actor, { id }, earlyMonday);
    const told = await mailsAfter(3600, id);
    expect(told).toEqual(["appointment_cancelled", "doctor_cancelled"]);
  });
});

describe("a step at the desk", () => {
  const noon = clockAt(at("12:00"));

  async function steppedTo(...steps: ("checked_in" | "in_progress" | "on_hold" | "completed" | "no_show")[]) {
    const made = await decided("confirm");
    const staff = await makePerson(made.clinic, "staff");
    let version = made.version;
    for (const to of steps) {
      const result = await transitionAppointment(staff.actor, { id: made.id, to, version }, noon);
      if (!result.ok) throw new Error(result.refusal.code);
      version = result.value.version;
    }
    return { ...made, staff, version };
  }

  test.each([
    [["checked_in"], "confirmed"],
    [["checked_in", "in_progress"], "checked_in"],
    [["checked_in", "in_progress", "completed"], "in_progress"],
    [["no_show"], "confirmed"],
  ] as const)("to %j is taken back to %s, with its place, and no further", async (steps, before) => {
    const { id, version, staff, clinic } = await steppedTo(...steps);
    const undone = await undoStep(staff.actor, { id, version });
    expect(undone).toMatchObject({ ok: true, value: { status: before, version: version + 1 } });
    expect(await undoStep(staff.actor, { id, version: version + 1 })).toMatchObject({
      refusal: { detail: { reason: "undo_over" } },
    });
    const [row] = await ownerSql("SELECT confirmed_at IS NOT NULL AS confirmed FROM appointment WHERE id = $1", [id]);
    expect(row).toEqual({ confirmed: true });
    await expectCountersTrue(clinic.id);
    const [audit] = await ownerSql(
      "SELECT detail FROM audit_entry WHERE subject_id = $1 AND action = 'appointment.step_undone'",
      [id],
    );
    expect(audit).toEqual({ detail: { from: steps.at(-1), to: before } });
  });

  test("on after a pause is undone by another pause, not by an undo", async () => {
    const { id, version, staff } = await steppedTo("checked_in", "in_progress", "on_hold", "in_progress");
    expect(await undoStep(staff.actor, { id, version })).toMatchObject({ ok: false });
  });

  test("that gave the place away is not taken back once somebody has it", async () => {
    const { id, version, staff, request } = await steppedTo("no_show");
    const [other] = (await makePatients(1)) as [Person];
    expect(await bookAppointment(other.actor, request, earlyMonday)).toMatchObject({ ok: true });
    expect(await undoStep(staff.actor, { id, version })).toMatchObject({
      ok: false,
      refusal: { code: expect.stringMatching(/SLOT_FULL|DOCTOR_BUSY/) },
    });
  });
});
