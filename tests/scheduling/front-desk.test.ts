import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { doctorInbox } from "#lib/scheduling/server/appointments/doctor-inbox.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { updateAppointment } from "#lib/scheduling/server/appointments/update-appointment.ts";
import { deskAvailability } from "#lib/scheduling/server/availability/desk-availability.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { findPatient, searchPatients } from "#lib/scheduling/server/booking/search-patients.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePatients, makePerson, makeSlots, monday, type Person } from "../factories.ts";
import { booked, visit } from "./visit.ts";

describe("booking at the front desk", () => {
  test("is confirmed at once, without notice, beyond the horizon, and may leave questions open", async () => {
    const { clinic, service, request, patient } = await visit({ clinic: { minNoticeMinutes: 600, horizonDays: 1 } });
    const questions = [{ id: "q", label: "Fasting?", kind: "yes_no", required: true, options: [] }];
    await db.service.update({ where: { id: service.id }, data: { questions } });
    await makeSlots(clinic, { date: "2031-06-02" });
    const staff = await makePerson(clinic, "staff");
    for (const startsAt of [at("10:00"), at("10:00", "2031-06-02")]) {
      const wish = { ...request, startsAt, patientId: patient.id, urgent: true };
      const result = await bookAppointment(staff.actor, wish, clockAt(at("09:55")));
      expect(result).toMatchObject({ ok: true, value: { status: "confirmed" } });
    }
    const past = { ...request, startsAt: at("09:30"), patientId: patient.id };
    const late = await bookAppointment(staff.actor, past, clockAt(at("09:55")));
    expect(late).toMatchObject({ ok: false, refusal: { code: "PAST" } });
  });

  test("takes a walk-in with nothing but a name", async () => {
    const { clinic, request } = await visit();
    const staff = await makePerson(clinic, "staff");
    const wish = { ...request, contact: { name: "Wilma Walkin", email: "", phone: "" } };
    const result = await bookAppointment(staff.actor, wish, earlyMonday);
    if (!result.ok) throw new Error(result.refusal.code);
    const seen = await findAppointment(staff.actor, result.value.id, earlyMonday);
    expect(seen?.patient).toEqual({ name: "Wilma Walkin", email: null, phone: null });
    expect(await ownerSql("SELECT 1 FROM message WHERE appointment_id = $1", [result.value.id])).toEqual([]);
  });

  test("is offered exactly what it accepts, and nobody else is", async () => {
    const { clinic, service, request, patient } = await visit({ clinic: { minNoticeMinutes: 600 } });
    const staff = await makePerson(clinic, "staff");
    const asked = { clinicId: clinic.id, serviceId: service.id, from: monday, to: monday };
    const clock = clockAt(at("15:50"));
    const found = await deskAvailability(staff.actor, asked, clock);
    if (!found.ok) throw new Error(found.refusal.code);
    const starts = found.value.days.flatMap((day) => day.offers.map(({ startsAt }) => startsAt));
    expect(starts).toEqual([at("16:00"), at("16:30")]);
    for (const startsAt of starts) {
      const wish = { ...request, startsAt, patientId: patient.id };
      expect(await bookAppointment(staff.actor, wish, clock)).toMatchObject({ ok: true });
    }
    expect(await deskAvailability(patient.actor, asked, clock)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  });

  test("is refused for an account that does not exist", async () => {
    const { clinic, request } = await visit();
    const staff = await makePerson(clinic, "staff");
    const result = await bookAppointment(staff.actor, { ...request, patientId: randomUUID() }, earlyMonday);
    expect(result).toMatchObject({ ok: false, refusal: { code: "NOT_FOUND" } });
  });
});

describe("looking for a patient", () => {
  test("finds people of the clinic by name, address and number, and strangers by their whole address alone", async () => {
    const { clinic, patient } = await booked();
    const [stranger] = (await makePatients(1)) as [Person];
    await db.user.update({ where: { id: patient.id }, data: { name: "Rosa Quince", phone: "+44 (0)20 7946-0217" } });
    await db.user.update({ where: { id: stranger.id }, data: { name: "Rosa Stranger", phone: "+44 20 7946 0217" } });
    const staff = await makePerson(clinic, "staff");
    const found = async (search: string) => {
      const result = await searchPatients(staff.actor, { clinicId: clinic.id, search });
      return result.ok ? result.value.map(({ id, phone }) => [id, phone]) : result.refusal.code;
    };
    const known = [[patient.id, "+44 (0)20 7946-0217"]];
    expect(await found("ROSA")).toEqual(known);
    expect(await found(patient.email.slice(0, 12))).toEqual(known);
    expect(await found("7946 0217")).toEqual(known);
    expect(await found(stranger.email.slice(0, 12))).toEqual([]);
    expect(await found(stranger.email.toUpperCase())).toEqual([[stranger.id, null]]);
    expect(await found("   ")).toEqual([]);
    expect(await found("%")).toEqual([]);
  });

  test("is for staff of that clinic, also by id", async () => {
    const { clinic, patient, doctor } = await booked();
    const [stranger] = (await makePatients(1)) as [Person];
    const staff = await makePerson(clinic, "staff");
    for (const { actor } of [doctor, patient, stranger]) {
      const asked = { clinicId: clinic.id, search: patient.email };
      expect(await searchPatients(actor, asked)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    }
    const byId = (patientId: string, email?: string) =>
      findPatient(staff.actor, { clinicId: clinic.id, patientId, ...(email && { email }) });
    expect(await byId(patient.id)).toMatchObject({ ok: true, value: { email: patient.email } });
    expect(await byId(stranger.id)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    expect(await byId(stranger.id, stranger.email)).toMatchObject({ ok: true, value: { phone: null } });
  });
});

describe("what the team writes on an appointment", () => {
  test("is kept, logged without its words, and never the patient's to read or write", async () => {
    const { clinic, doctor, patient, appointment } = await booked();
    const staff = await makePerson(clinic, "staff");
    const { id } = appointment;
    const noted = await updateAppointment(staff.actor, { id, urgent: true, internalNotes: "  Hard of hearing\r\n" });
    expect(noted).toMatchObject({ ok: true, value: { version: 2, status: "pending" } });
    expect(await findAppointment(doctor.actor, id, earlyMonday)).toMatchObject({
      urgent: true,
      internalNotes: "Hard of hearing",
    });
    expect(await findAppointment(patient.actor, id, earlyMonday)).toMatchObject({ internalNotes: null });
    expect(await updateAppointment(patient.actor, { id, urgent: true })).toMatchObject({
      refusal: { code: "FORBIDDEN" },
    });

    expect(await updateAppointment(doctor.actor, { id, urgent: "false" })).toMatchObject({ ok: true });
    const kept = await findAppointment(doctor.actor, id, earlyMonday);
    expect(kept).toMatchObject({ urgent: false, internalNotes: "Hard of hearing" });
    expect(await updateAppointment(doctor.actor, { id, internalNotes: " " })).toMatchObject({ ok: true });
    expect(await findAppointment(doctor.actor, id, earlyMonday)).toMatchObject({ internalNotes: null });
    const log = await ownerSql<{ detail: unknown }>(
      "SELECT detail FROM audit_entry WHERE subject_id = $1 AND action = 'appointment.changed' ORDER BY id",
      [id],
    );
    expect(log.map(({ detail }) => detail)).toEqual([
      { urgent: true, notesChanged: true },
      { urgent: false, notesChanged: false },
      { urgent: false, notesChanged: true },
    ]);
  });

  test("of a page that is behind is refused; of ten at once on one version, one is kept", async () => {
    const { clinic, appointment } = await booked();
    const staff = await makePerson(clinic, "staff");
    const { id, version } = appointment;
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) => updateAppointment(staff.actor, { id, version, internalNotes: `Note ${n}` })),
    );
    const codes = results.map((result) => (result.ok ? "ok" : result.refusal.code));
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(["ok", "VERSION_CONFLICT"]));
  });

  test("lets urgent requests come first in the doctor's inbox", async () => {
    const { clinic, doctor, request } = await booked();
    const staff = await makePerson(clinic, "staff");
    const [later] = (await makePatients(1)) as [Person];
    const second = await bookAppointment(later.actor, { ...request, startsAt: at("10:00") + minutes(60) }, earlyMonday);
    if (!second.ok) throw new Error(second.refusal.code);
    expect((await doctorInbox(doctor.actor, earlyMonday))[1]).toMatchObject({ id: second.value.id });
    await updateAppointment(staff.actor, { id: second.value.id, urgent: true });
    expect((await doctorInbox(doctor.actor, earlyMonday))[0]).toMatchObject({ id: second.value.id, urgent: true });
  });

  test.each([
    ["too long", { internalNotes: "x".repeat(2001) }],
    ["a version that is none", { version: "soon" }],
    ["an id that is none", { id: "1 OR 1=1" }],
  ])("is refused: %s", async (_, wrong) => {
    const { clinic, appointment } = await booked();
    const staff = await makePerson(clinic, "staff");
    const result = await updateAppointment(staff.actor, { id: appointment.id, ...wrong });
    expect(result).toMatchObject({ ok: false, refusal: { code: "VALIDATION" } });
  });
});
