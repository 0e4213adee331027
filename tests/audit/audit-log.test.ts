import { expect, test } from "vitest";
import { auditPageSchema } from "#lib/audit/schema.ts";
import { listAudit } from "#lib/audit/server/list-audit.ts";
import { recordAudit } from "#lib/audit/server/record.ts";
import { db } from "#lib/db/client.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { addDays, localDateOf } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { earlyMonday, makeClinic, makeHouse, makePerson } from "../factories.ts";

async function bookedHouse() {
  const house = await makeHouse();
  const { clinic, service, doctor, slots } = house;
  const [patient, admin] = [await makePerson(), await makePerson(clinic, "admin")];
  const wish = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt: slots[0]?.startsAt };
  const booked = await bookAppointment(patient.actor, wish, earlyMonday);
  if (!booked.ok) throw new Error(booked.refusal.code);
  await confirmAppointment(doctor.actor, { id: booked.value.id }, earlyMonday);
  const ask = async (more: object = {}) => {
    const result = await listAudit(admin.actor, { clinicId: clinic.id, ...more });
    if (!result.ok) throw new Error(result.refusal.code);
    return auditPageSchema.parse(result.value);
  };
  return { ...house, patient, admin, appointmentId: booked.value.id, ask };
}

test("who did what to what, the newest first, with the names of today", async () => {
  const { ask, patient, doctor, appointmentId } = await bookedHouse();
  await ownerSql("UPDATE app_user SET name = 'Renamed' WHERE id = $1", [patient.id]);
  const { entries } = await ask();
  expect(entries).toMatchObject([
    { action: "appointment.confirmed", actor: { id: doctor.id, role: "doctor" } },
    { action: "appointment.booked", actor: { id: patient.id, name: "Renamed", role: "patient" } },
  ]);
  expect(entries[0]?.subject).toMatchObject({
    type: "appointment",
    id: appointmentId,
    name: "Renamed",
    service: "Check-up",
  });
});

test("narrowed by person, action, area, subject and day", async () => {
  const { ask, clinic, doctor, admin, appointmentId } = await bookedHouse();
  const about = { clinicId: clinic.id, subjectType: "clinic", subjectId: clinic.id };
  await db.$transaction((tx) => recordAudit(tx, { actor: admin.actor, action: "clinic.changed", ...about }));
  const actionsOf = async (more: object) => (await ask(more)).entries.map(({ action }) => action);
  expect(await actionsOf({ who: doctor.email.slice(0, 20).toUpperCase() })).toEqual(["appointment.confirmed"]);
  expect(await actionsOf({ who: "nobody at all" })).toEqual([]);
  expect(await actionsOf({ action: "appointment.booked" })).toEqual(["appointment.booked"]);
  expect(await actionsOf({ action: "appointment" })).toEqual(["appointment.confirmed", "appointment.booked"]);
  expect(await actionsOf({ action: "clinic" })).toEqual(["clinic.changed"]);
  expect(await actionsOf({ subject: `appointment:${appointmentId}` })).toHaveLength(2);
  const today = localDateOf(Date.now(), clinic.timeZone);
  expect(await actionsOf({ from: addDays(today, -1), to: addDays(today, 1) })).toHaveLength(3);
  expect(await actionsOf({ from: addDays(today, 2) })).toEqual([]);
  expect(await actionsOf({ to: addDays(today, -2) })).toEqual([]);
});

test("page by page every entry comes once, also those of one millisecond", async () => {
  const { ask, clinic } = await bookedHouse();
  await ownerSql(
    `INSERT INTO audit_entry (clinic_id, actor_role, action, subject_type, subject_id, created_at)
     SELECT $1, 'system: test', 'slots.extended', 'clinic', n::text, '2031-01-01T00:00Z' FROM generate_series(1, 25) AS n`,
    [clinic.id],
  );
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof ask>> = await ask({ limit: 4, ...(cursor && { cursor }) });
    seen.push(...page.entries.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toHaveLength(27);
  expect(new Set(seen).size).toBe(27);
});

test("another practice's entries are not shown, and accounts only where they belong to this one alone", async () => {
  const { ask, clinic, admin } = await bookedHouse();
  const elsewhere = await makeClinic();
  const [own, shared, foreign] = [
    await makePerson(clinic, "staff"),
    await makePerson(clinic, "staff"),
    await makePerson(elsewhere, "staff"),
  ];
  await db.membership.create({ data: { userId: shared.id, clinicId: elsewhere.id, role: "doctor" } });
  const signIn = (userId: string) => ({ action: "user.signed_in", subjectType: "user", subjectId: userId });
  await db.$transaction(async (tx) => {
    for (const { id } of [own, shared, foreign]) await recordAudit(tx, { actor: "visitor", ...signIn(id) });
    const about = { clinicId: elsewhere.id, subjectType: "clinic", subjectId: elsewhere.id };
    await recordAudit(tx, { actor: foreign.actor, action: "clinic.changed", ...about });
  });
  const shown = (await ask()).entries.filter(({ action }) => !action.startsWith("appointment."));
  expect(shown.map(({ subject }) => subject.id)).toEqual([own.id]);
  expect((await ask({ who: own.email })).entries.map(({ action }) => action)).toEqual(["user.signed_in"]);
  const wrong = await listAudit(admin.actor, { clinicId: elsewhere.id });
  expect(wrong).toMatchObject({ refusal: { code: "NOT_FOUND" } });
});

test("a log with nonsense in it can be read all the same", async () => {
  const { ask, clinic } = await bookedHouse();
  await ownerSql(
    `INSERT INTO audit_entry (clinic_id, actor_role, action, subject_type, subject_id)
     VALUES ($1, 'nobody', 'x.y', 'appointment', 'not-an-id'), ($1, 'nobody', 'x.y', 'spaceship', '42')`,
    [clinic.id],
  );
  const { entries } = await ask({ limit: 2 });
  expect(entries.map(({ subject }) => [subject.id, subject.name])).toEqual([
    ["42", null],
    ["not-an-id", null],
  ]);
});
