import { expect, test } from "vitest";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { doctorCalendar } from "#lib/scheduling/server/appointments/doctor-calendar.ts";
import { findEnds } from "#lib/scheduling/server/appointments/find-ends.ts";
import { resizeAppointment } from "#lib/scheduling/server/appointments/resize-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePatients, makePerson, monday, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { booked } from "./visit.ts";

/** Booked from 10:00 to 10:30 in slots of half an hour. */
async function resizable(settings: Parameters<typeof booked>[0] = {}) {
  const made = await booked({ ...settings, clinic: { cancelNoticeHours: 2, ...settings.clinic } });
  return { ...made, id: made.appointment.id };
}

async function bookedIn(id: string): Promise<number[]> {
  const rows = await ownerSql<{ booked: number }>(
    `SELECT s.booked FROM appointment a JOIN time_slot s ON s.clinic_id = a.clinic_id AND s.starts_at >= a.starts_at
     WHERE a.id = $1 ORDER BY s.starts_at LIMIT 4`,
    [id],
  );
  return rows.map(({ booked: count }) => count);
}

test("a visit grows and shrinks along the slots, which it takes and gives back", async () => {
  const { id, doctor, patient, clinic } = await resizable();
  await confirmAppointment(doctor.actor, { id }, earlyMonday);
  const longer = await resizeAppointment(doctor.actor, { id, version: 2, endsAt: at("11:30") }, earlyMonday);
  expect(longer).toMatchObject({ ok: true, value: { version: 3, status: "confirmed", endsAt: at("11:30") } });
  expect(await bookedIn(id)).toEqual([1, 1, 1, 0]);
  const shorter = await resizeAppointment(doctor.actor, { id, endsAt: at("11:00"), reason: "Goes well" }, earlyMonday);
  expect(shorter).toMatchObject({ ok: true, value: { version: 4, startsAt: at("10:00") } });
  expect(await bookedIn(id)).toEqual([1, 1, 0, 0]);
  await expectCountersTrue(clinic.id);

  const [row] = await ownerSql("SELECT ics_sequence AS sequence FROM appointment WHERE id = $1", [id]);
  expect(row).toEqual({ sequence: 2 });
  const mails = await ownerSql<{ status: string; payload: Record<string, unknown> }>(
    "SELECT status::text, payload FROM message WHERE appointment_id = $1 AND recipient = $2 AND kind = 'appointment_changed' ORDER BY appointment_version",
    [id, patient.email],
  );
  expect(mails.map(({ status }) => status)).toEqual(["superseded", "queued"]);
  expect(mails[1]?.payload).toMatchObject({ startsAt: at("10:00"), endsAt: at("11:00"), reason: "Goes well" });
  const [audit] = await ownerSql("SELECT action, detail FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC", [id]);
  expect(audit).toMatchObject({ action: "appointment.resized", detail: { from: at("11:30"), to: at("11:00") } });
});

test("it ends with a slot, after it began, and not where it ends already", async () => {
  const { id, doctor } = await resizable();
  const to = (endsAt: number) => resizeAppointment(doctor.actor, { id, endsAt }, earlyMonday);
  for (const endsAt of [at("10:45"), at("10:00"), at("09:30")]) {
    expect(await to(endsAt)).toMatchObject({ refusal: { errors: [{ path: "endsAt", message: "instant" }] } });
  }
  expect(await to(at("10:30"))).toMatchObject({ refusal: { errors: [{ path: "endsAt", message: "same_time" }] } });
  expect(await findEnds(doctor.actor, id)).toContain(at("11:30"));
});

test("what keeps others from a longer booking keeps it from growing", async () => {
  const { id, doctor, request, clinic, patient } = await resizable({ slots: { capacity: 1, count: 4 } });
  const grow = (endsAt: number, actor = doctor.actor) => resizeAppointment(actor, { id, endsAt }, earlyMonday);
  expect(await grow(at("11:00"))).toMatchObject({ ok: true });
  // The slots end at eleven.
  expect(await grow(at("11:30"))).toMatchObject({ refusal: { code: "VALIDATION" } });

  const other = await resizable();
  const [second] = (await makePatients(1)) as [Person];
  await bookAppointment(second.actor, { ...other.request, startsAt: at("11:00") }, earlyMonday);
  const staff = await makePerson(other.clinic, "staff");
  expect(await resizeAppointment(staff.actor, { id: other.id, endsAt: at("11:30") }, earlyMonday)).toMatchObject({
    refusal: { code: "DOCTOR_BUSY" },
  });
  expect(await resizeAppointment(staff.actor, { id: other.id, endsAt: at("11:00") }, earlyMonday)).toMatchObject({
    ok: true,
  });
  await expectCountersTrue(other.clinic.id);
  expect(await resizeAppointment(patient.actor, { id, endsAt: at("10:30") }, earlyMonday)).toMatchObject({
    refusal: { code: "FORBIDDEN" },
  });
  expect(request.clinicId).toBe(clinic.id);
});

test("late with a reason, not once it has begun, not behind somebody's back, and no session", async () => {
  const { id, doctor } = await resizable();
  const late = clockAt(at("08:00") + 1);
  const wish = { id, endsAt: at("11:00") };
  expect(await resizeAppointment(doctor.actor, wish, late)).toMatchObject({
    refusal: { errors: [{ path: "reason", message: "reason_late" }] },
  });
  expect(await resizeAppointment(doctor.actor, { ...wish, version: 7 }, late)).toMatchObject({
    refusal: { code: "VERSION_CONFLICT" },
  });
  expect(await resizeAppointment(doctor.actor, { ...wish, reason: "x" }, clockAt(at("10:00")))).toMatchObject({
    refusal: { code: "ILLEGAL_TRANSITION", detail: { reason: "begun" } },
  });
  expect(await resizeAppointment(doctor.actor, { ...wish, reason: "More to talk about" }, late)).toMatchObject({
    ok: true,
  });
  const group = await resizable({ service: { groupSize: 3 } });
  expect(await resizeAppointment(group.doctor.actor, { id: group.id, endsAt: at("11:00") }, earlyMonday)).toMatchObject(
    {
      refusal: { code: "ILLEGAL_TRANSITION", detail: { reason: "session" } },
    },
  );
});

test("two who grow towards each other at once: one of them does", async () => {
  const { id, doctor, request, clinic } = await resizable();
  const [second] = (await makePatients(1)) as [Person];
  const booking = bookAppointment(second.actor, { ...request, startsAt: at("10:30") }, earlyMonday);
  const growing = resizeAppointment(doctor.actor, { id, endsAt: at("11:00") }, earlyMonday);
  const outcomes = await Promise.all([booking, growing]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  await expectCountersTrue(clinic.id);
});

test("the calendar has the day whole: hours, time off, slots, buffers, a session once for each seat, nobody else's", async () => {
  const { doctor, clinic, id, request } = await resizable({ service: { bufferAfterMinutes: 10 }, doctors: 2 });
  await ownerSql(
    "INSERT INTO time_off (id, doctor_id, starts_at, ends_at, reason) VALUES (uuid_v7(), $1, to_timestamp($2::float8 / 1000), to_timestamp($3::float8 / 1000), 'Dentist')",
    [doctor.doctorId, at("12:00"), at("13:00")],
  );
  await ownerSql(
    "INSERT INTO closure (id, clinic_id, from_date, to_date, reason) VALUES (uuid_v7(), $1, '2031-03-05', '2031-03-05', 'Spring day')",
    [clinic.id],
  );
  const calendar = await doctorCalendar(doctor.actor, { from: monday, to: "2031-03-05" }, earlyMonday);
  const [first, , third] = calendar?.days ?? [];
  expect(first?.working).toEqual([
    { start: at("07:00"), end: at("12:00") },
    { start: at("13:00"), end: at("22:00") },
  ]);
  expect(first?.off).toEqual([{ start: at("12:00"), end: at("13:00"), reason: "Dentist" }]);
  expect(first?.slots.filter(({ share }) => share > 0)).toMatchObject([{ startsAt: at("10:00"), left: 4, share: 0.2 }]);
  expect(first?.entries).toMatchObject([
    { id, canBeMoved: true, session: null, occupied: { start: at("10:00"), end: at("10:40") } },
  ]);
  expect(third).toMatchObject({ closed: "Spring day", slots: [], entries: [] });
  const colleague = await doctorCalendar((await resizable()).doctor.actor, { from: monday, to: monday }, earlyMonday);
  expect(colleague?.days[0]?.entries.map((entry) => entry.id)).not.toContain(id);
  expect(request.doctorId).toBe(doctor.doctorId);
});
