import { describe, expect, test } from "vitest";
import { databaseClock } from "#lib/clock.ts";
import { doctorInbox } from "#lib/scheduling/server/appointments/doctor-inbox.ts";
import { myAppointments } from "#lib/scheduling/server/appointments/my-appointments.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePatients, makeSlots, type Person } from "../factories.ts";
import { booked, visit } from "./visit.ts";

describe("booking", () => {
  test("waits for the doctor, who is told; the patient sees it as requested", async () => {
    const { patient, doctor, appointment } = await booked({ clinic: { cancelNoticeHours: 2 } });
    expect(appointment).toMatchObject({ status: "pending", version: 1, endsAt: at("10:30") });
    expect(await myAppointments(patient.actor, { view: "upcoming" }, earlyMonday)).toMatchObject([
      { id: appointment.id, status: "pending", actions: ["cancelled"] },
    ]);
    expect(await doctorInbox(doctor.actor, earlyMonday)).toMatchObject([
      { id: appointment.id, actions: ["confirmed", "rejected"] },
    ]);
    const messages = await ownerSql("SELECT kind, recipient FROM message WHERE appointment_id = $1 ORDER BY kind", [
      appointment.id,
    ]);
    expect(messages).toEqual([
      { kind: "appointment_requested", recipient: patient.email },
      { kind: "doctor_new_request", recipient: doctor.email },
    ]);
    const audit = "SELECT action, actor_id FROM audit_entry WHERE subject_id = $1";
    expect(await ownerSql(audit, [appointment.id])).toEqual([{ action: "appointment.booked", actor_id: patient.id }]);
  });

  test("is confirmed at once where the service needs no answer", async () => {
    const { appointment } = await booked({ service: { requiresConfirmation: false } });
    expect(appointment.status).toBe("confirmed");
  });

  test("with any doctor takes the least busy, then the first by name", async () => {
    const { doctors, request } = await visit({ doctors: 3 });
    const [first, second, third] = doctors.map((doctor) => doctor.doctorId);
    const patients = await makePatients(5);
    const chosen: (string | undefined)[] = [];
    for (const [n, { actor }] of patients.entries()) {
      const startsAt = at("09:00") + minutes(30 * n);
      const named = n === 0 ? first : null;
      const result = await bookAppointment(actor, { ...request, doctorId: named, startsAt }, earlyMonday);
      chosen.push(result.ok ? result.value.doctorId : result.refusal.code);
    }
    expect(chosen).toEqual([first, second, third, first, second]);
  });

  test.each([
    ["a time gone by", { startsAt: at("05:00") }, "PAST"],
    ["a time off the grid", { startsAt: at("10:10") }, "OUTSIDE_HOURS"],
    ["a day without slots", { startsAt: at("10:00", "2031-03-04") }, "CLOSED"],
    ["a day beyond the horizon", { startsAt: at("10:00", "2031-04-20") }, "BEYOND_HORIZON"],
    ["the last slot for a visit that takes two", { startsAt: at("16:30") }, "OUTSIDE_HOURS"],
    ["an unknown service", { serviceId: "00000000-0000-7000-8000-000000000000" }, "NOT_FOUND"],
    ["no time at all", { startsAt: "soon" }, "VALIDATION"],
    ["an id that is none", { clinicId: "1 OR 1=1" }, "VALIDATION"],
  ])("refuses %s", async (_, wish, code) => {
    const { patient, request } = await visit({ service: { durationMinutes: 60 } });
    const result = await bookAppointment(patient.actor, { ...request, ...wish }, earlyMonday);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
  });

  test("refuses short notice, and says how much is asked", async () => {
    const { patient, request } = await visit({ clinic: { minNoticeMinutes: 120 } });
    const result = await bookAppointment(patient.actor, request, clockAt(at("08:30")));
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "TOO_SHORT_NOTICE", detail: { minNoticeMinutes: 120 } },
    });
  });

  test("refuses a full slot with its numbers and the three nearest times instead", async () => {
    const { request } = await visit({ slots: { capacity: 1 }, doctors: 2 });
    const [first, second] = (await makePatients(2)) as [Person, Person];
    expect(await bookAppointment(first.actor, request, earlyMonday)).toMatchObject({ ok: true });
    expect(await bookAppointment(second.actor, request, earlyMonday)).toMatchObject({
      ok: false,
      refusal: {
        code: "SLOT_FULL",
        detail: { booked: 1, capacity: 1, startsAt: at("10:00") },
        alternatives: [{ startsAt: at("09:30") }, { startsAt: at("10:30") }, { startsAt: at("09:00") }],
      },
    });
  });

  test("refuses the same patient twice, and lets them book the next half hour", async () => {
    const { patient, request } = await booked({ doctors: 2 });
    expect(await bookAppointment(patient.actor, { ...request, doctorId: null }, earlyMonday)).toMatchObject({
      ok: false,
      refusal: { code: "SAME_PATIENT" },
    });
    const next = { ...request, startsAt: at("10:30") };
    expect(await bookAppointment(patient.actor, next, earlyMonday)).toMatchObject({ ok: true });
  });

  test("judges the past by the database's clock unless told otherwise", async () => {
    const { patient, request, clinic } = await visit();
    await makeSlots(clinic, { date: "2020-03-02" });
    const longAgo = { ...request, startsAt: at("10:00", "2020-03-02") };
    const result = await bookAppointment(patient.actor, longAgo, databaseClock);
    expect(result).toMatchObject({ ok: false, refusal: { code: "PAST" } });
  });

  test("leaves no message and no audit line when it is refused", async () => {
    const { patient, request, clinic } = await visit();
    await bookAppointment(patient.actor, { ...request, startsAt: at("10:10") }, earlyMonday);
    const traces = `SELECT 1 FROM message WHERE clinic_id = $1 UNION ALL
      SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND action LIKE 'appointment%'`;
    expect(await ownerSql(traces, [clinic.id])).toEqual([]);
  });
});
