import { describe, expect, test } from "vitest";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { transitionAppointment } from "#lib/scheduling/server/appointments/transition-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makeClinic, makePatients, makePerson, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { booked } from "./visit.ts";

describe("an appointment's life", () => {
  test("goes from request to done, and only along the table", async () => {
    const { doctor, appointment } = await booked();
    const move = (to: string) => transitionAppointment(doctor.actor, { id: appointment.id, to }, earlyMonday);
    expect(await move("completed")).toMatchObject({ ok: false, refusal: { code: "ILLEGAL_TRANSITION" } });
    for (const to of ["confirmed", "checked_in", "in_progress", "on_hold", "in_progress", "completed"]) {
      expect(await move(to)).toMatchObject({ ok: true, value: { status: to } });
    }
    expect(await move("cancelled")).toMatchObject({ ok: false, refusal: { code: "ILLEGAL_TRANSITION" } });
  });

  test("waits for its time: nobody arrives before the day or after it, nobody is missed before the hour", async () => {
    const { doctor, appointment } = await booked();
    const { id } = appointment;
    await confirmAppointment(doctor.actor, { id }, earlyMonday);
    const move = (to: string, now: number) => transitionAppointment(doctor.actor, { id, to }, clockAt(now));
    const untimely = (reason: string) => ({ ok: false, refusal: { code: "ILLEGAL_TRANSITION", detail: { reason } } });
    expect(await move("checked_in", at("23:59", "2031-03-02"))).toMatchObject(untimely("too_early"));
    expect(await move("checked_in", at("00:00", "2031-03-04"))).toMatchObject(untimely("too_late"));
    expect(await move("no_show", at("10:00") - 1)).toMatchObject(untimely("too_early"));
    const before = await findAppointment(doctor.actor, id, clockAt(at("10:00") - 1));
    expect(before?.actions).toEqual(["checked_in", "cancelled"]);
    expect(await move("no_show", at("10:00"))).toMatchObject({ ok: true });
  });

  test("done early gives the rest of its time to somebody else, at once", async () => {
    const { doctor, patient, appointment, request, clinic } = await booked({ service: { durationMinutes: 120 } });
    const [other] = (await makePatients(1)) as [Person];
    const rest = { ...request, startsAt: at("10:30") };
    expect(await bookAppointment(other.actor, rest, earlyMonday)).toMatchObject({ refusal: { code: "DOCTOR_BUSY" } });
    for (const to of ["confirmed", "checked_in", "in_progress", "completed"]) {
      const step = { id: appointment.id, to };
      expect(await transitionAppointment(doctor.actor, step, clockAt(at("10:10")))).toMatchObject({ ok: true });
    }
    expect(await bookAppointment(other.actor, rest, clockAt(at("10:10")))).toMatchObject({ ok: true });
    expect(await bookAppointment(patient.actor, { ...request, startsAt: at("12:30") }, earlyMonday)).toMatchObject({
      ok: true,
    });
    await expectCountersTrue(clinic.id);
  });

  test("a decision on what somebody else has changed meanwhile is refused", async () => {
    const { doctor, patient, appointment } = await booked({ clinic: { cancelNoticeHours: 2 } });
    await cancelAppointment(patient.actor, { id: appointment.id }, earlyMonday);
    const late = await confirmAppointment(
      doctor.actor,
      { id: appointment.id, version: appointment.version },
      earlyMonday,
    );
    expect(late).toMatchObject({ ok: false, refusal: { code: "VERSION_CONFLICT", detail: { status: "cancelled" } } });
  });

  test("a patient cancels until the deadline, staff at any time, late with a reason; the place is free again", async () => {
    const { patient, clinic, appointment, request } = await booked({ clinic: { cancelNoticeHours: 2 } });
    const tooLate = await cancelAppointment(patient.actor, { id: appointment.id }, clockAt(at("08:00") + 1));
    expect(tooLate).toMatchObject({
      ok: false,
      refusal: { code: "TOO_LATE_TO_CANCEL", detail: { deadline: at("08:00") } },
    });
    const staff = await makePerson(clinic, "staff");
    const unexplained = await cancelAppointment(staff.actor, { id: appointment.id }, clockAt(at("08:00") + 1));
    expect(unexplained).toMatchObject({
      ok: false,
      refusal: { code: "VALIDATION", errors: [{ path: "reason", message: "reason_late" }] },
    });
    const cancelled = await cancelAppointment(
      staff.actor,
      { id: appointment.id, reason: "Dr ill" },
      clockAt(at("09:59")),
    );
    expect(cancelled).toMatchObject({ ok: true, value: { status: "cancelled" } });
    const [row] = await ownerSql("SELECT cancel_reason, cancelled_by_id FROM appointment WHERE id = $1", [
      appointment.id,
    ]);
    expect(row).toEqual({ cancel_reason: "Dr ill", cancelled_by_id: staff.id });
    const [other] = (await makePatients(1)) as [Person];
    expect(await bookAppointment(other.actor, request, earlyMonday)).toMatchObject({ ok: true });
  });

  test("is told to whom it concerns: declined to the patient with the reason, cancelled to the doctor", async () => {
    const declined = await booked();
    await rejectAppointment(declined.doctor.actor, { id: declined.appointment.id, reason: "On leave" }, earlyMonday);
    const cancelled = await booked({ clinic: { cancelNoticeHours: 0 } });
    await cancelAppointment(cancelled.patient.actor, { id: cancelled.appointment.id }, earlyMonday);
    const told = await ownerSql(
      `SELECT kind, payload ->> 'reason' AS reason FROM message
       WHERE appointment_id = ANY ($1) AND appointment_version = 2 ORDER BY kind`,
      [[declined.appointment.id, cancelled.appointment.id]],
    );
    expect(told).toEqual([
      { kind: "appointment_cancelled", reason: null },
      { kind: "appointment_declined", reason: "On leave" },
      { kind: "doctor_cancelled", reason: null },
    ]);
  });
});

test("a foreign appointment and an unknown one look the same", async () => {
  const { appointment, clinic } = await booked();
  const [stranger] = (await makePatients(1)) as [Person];
  const elsewhere = await makePerson(await makeClinic(), "admin", "staff");
  const unknown = "00000000-0000-7000-8000-000000000000";
  for (const { actor } of [stranger, elsewhere, await makePerson(clinic, "doctor")]) {
    const answers = await Promise.all([
      cancelAppointment(actor, { id: appointment.id }, earlyMonday),
      cancelAppointment(actor, { id: unknown }, earlyMonday),
      confirmAppointment(actor, { id: appointment.id }, earlyMonday),
    ]);
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { code: "NOT_FOUND", detail: {} } });
    expect(await findAppointment(actor, appointment.id)).toBeNull();
  }
});
