import { expect } from "vitest";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { newGuest } from "#lib/auth/guest.ts";
import type { Clock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { EpochMs } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, makeClinic, makeDoctor, makePatients, makePerson, makeService, type TestDoctor } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { newSecret } from "./holding.ts";
import { dateOf, type Holder, Model, type ModelService, type Mover, range } from "./model.ts";

const plain = { bufferAfterMinutes: 0, requiresConfirmation: false, seats: 1, needsRoom: false };
export const services: ModelService[] = [
  { ...plain, durationMinutes: 30, requiresConfirmation: true },
  { ...plain, durationMinutes: 60, bufferAfterMinutes: 15 },
  { ...plain, durationMinutes: 90, requiresConfirmation: true },
  { ...plain, durationMinutes: 60, seats: 2, needsRoom: true },
  { ...plain, durationMinutes: 30, bufferAfterMinutes: 15, needsRoom: true },
];
export const counts = { doctors: 3, patients: 7, browsers: 2, rooms: 2, services: services.length };
/** By the clinic's hours each day has these: 09:00 to 12:00, half an hour each. */
export const slotsADay = 6;
export const slotCapacity = 3;
export const dates = ["2031-03-03", "2031-03-04"];

/** The house itself, with the names by which the model knows its people. */
export interface Real {
  clinicId: string;
  staff: Actor;
  admin: Actor;
  patients: Actor[];
  patientIds: string[];
  doctors: TestDoctor[];
  serviceIds: string[];
  roomIds: string[];
  /** What each browser keeps in its cookie. */
  secrets: string[];
}

export async function makeBoth(): Promise<{ model: Model; real: Real }> {
  const cancelNoticeHours = 2;
  const clinic = await makeClinic({ cancelNoticeHours, slotCapacity });
  const rooms = await db.resource.createManyAndReturn({
    data: range(counts.rooms).map((n) => ({ clinicId: clinic.id, kind: "room", name: `Room ${n}` })),
  });
  const made = await Promise.all(
    services.map(async ({ seats, needsRoom, ...service }) => {
      const { id } = await makeService(clinic, { ...service, groupSize: seats });
      if (needsRoom) await db.service.update({ where: { id }, data: { resourceKind: "room" } });
      return { id };
    }),
  );
  const doctors: TestDoctor[] = [];
  for (let n = 0; n < counts.doctors; n++) doctors.push(await makeDoctor(clinic, made, `Dr ${n}`));
  const patients = await makePatients(counts.patients);
  const hours = `INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time)
    SELECT $1, day, '09:00', '12:00' FROM generate_series(0, 6) AS day`;
  await ownerSql(hours, [clinic.id]);
  return {
    model: new Model({ ...counts, now: at("06:00", dates[0]), cancelNoticeHours }),
    real: {
      clinicId: clinic.id,
      staff: (await makePerson(clinic, "staff")).actor,
      admin: (await makePerson(clinic, "admin")).actor,
      patients: patients.map(({ actor }) => actor),
      patientIds: patients.map(({ id }) => id),
      doctors,
      serviceIds: made.map(({ id }) => id),
      roomIds: rooms.map(({ id }) => id),
      secrets: range(counts.browsers).map(newSecret),
    },
  };
}

export function actorOf(real: Real, by: Mover): Actor {
  if (by.role === "staff") return real.staff;
  return (by.role === "patient" ? real.patients[by.index] : real.doctors[by.index]?.actor) as Actor;
}

/** Somebody signed in, or a browser that nobody signed in with. */
export function actorWith(real: Real, { patient }: Holder): Actor | GuestActor {
  return patient === null ? newGuest() : actorOf(real, { role: "patient", index: patient });
}

export function secretOf(real: Real, { browser }: Holder): string | undefined {
  return browser === null ? undefined : real.secrets[browser];
}

export function clockOf(model: Model): Clock {
  return () => model.now;
}

export async function slotIdAt(real: Real, startsAt: EpochMs): Promise<string | undefined> {
  const sql = "SELECT id FROM time_slot WHERE clinic_id = $1 AND starts_at = to_timestamp($2::float8 / 1000)";
  return (await ownerSql<{ id: string }>(sql, [real.clinicId, startsAt]))[0]?.id;
}

/** Row by row, the database holds what the model holds; and its counters are what its rows say. */
export async function expectSame(model: Model, real: Real): Promise<void> {
  const { clinicId } = real;
  const slots = await ownerSql(
    `SELECT epoch_ms(starts_at)::float8 AS "startsAt", capacity, booked, is_open AS "isOpen" FROM time_slot
     WHERE clinic_id = $1 ORDER BY starts_at`,
    [clinicId],
  );
  const expectedSlots = model.slots
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .map((slot) => ({
      startsAt: slot.startsAt,
      capacity: slot.capacity,
      booked: model.bookedInSlot(slot),
      isOpen: slot.isOpen,
    }));
  expect(slots).toEqual(expectedSlots);

  const days = await ownerSql(
    "SELECT local_date::text AS date, capacity, booked FROM clinic_day WHERE clinic_id = $1 ORDER BY local_date",
    [clinicId],
  );
  const expectedDays = [...model.days].sort().map(([date, capacity]) => ({
    date,
    capacity,
    booked: model.bookedOnDay(date),
  }));
  expect(days).toEqual(expectedDays);

  const appointments = await ownerSql(
    `SELECT id, status::text, version, doctor_id AS "doctorId", patient_id AS "patientId",
       epoch_ms(starts_at)::float8 AS "startsAt", epoch_ms(ends_at)::float8 AS "endsAt", local_date::text AS date,
       resource_id AS "roomId"
     FROM appointment WHERE clinic_id = $1 ORDER BY id`,
    [clinicId],
  );
  const expectedAppointments = model.appointments
    .map(({ id, status, version, doctor, patient, room, startsAt, endsAt }) => ({
      id,
      status,
      version,
      doctorId: real.doctors[doctor]?.doctorId,
      patientId: patient === null ? null : real.patientIds[patient],
      roomId: room === null ? null : real.roomIds[room],
      startsAt,
      endsAt,
      date: dateOf(startsAt),
    }))
    .sort((a, b) => a.id.localeCompare(b.id));
  expect(appointments).toEqual(expectedAppointments);
  await expectCountersTrue(clinicId);
}
