import { expect } from "vitest";
import type { Actor } from "#lib/auth/actor.ts";
import type { Clock } from "#lib/clock.ts";
import type { EpochMs } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, makeClinic, makeDoctor, makePatients, makePerson, makeService, type TestDoctor } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { dateOf, Model, type ModelService, type Mover } from "./model.ts";

export const services: ModelService[] = [
  { durationMinutes: 30, bufferAfterMinutes: 0, requiresConfirmation: true },
  { durationMinutes: 60, bufferAfterMinutes: 15, requiresConfirmation: false },
  { durationMinutes: 90, bufferAfterMinutes: 0, requiresConfirmation: true },
];
export const counts = { doctors: 3, patients: 5, services: services.length };
/** By the clinic's hours each day has these: 09:00 to 12:00, half an hour each. */
export const slotsADay = 6;
export const slotCapacity = 2;
export const dates = ["2031-03-03", "2031-03-04"];

/** The house itself, with the names by which the model knows its people. */
export interface Real {
  clinicId: string;
  staff: Actor;
  patients: Actor[];
  patientIds: string[];
  doctors: TestDoctor[];
  serviceIds: string[];
}

export async function makeBoth(): Promise<{ model: Model; real: Real }> {
  const cancelNoticeHours = 2;
  const clinic = await makeClinic({ cancelNoticeHours, slotCapacity });
  const made = await Promise.all(services.map((service) => makeService(clinic, service)));
  const doctors: TestDoctor[] = [];
  for (let n = 0; n < counts.doctors; n++) doctors.push(await makeDoctor(clinic, made, `Dr ${n}`));
  const patients = await makePatients(counts.patients);
  const hours = `INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time)
    SELECT $1, day, '09:00', '12:00' FROM generate_series(0, 6) AS day`;
  await ownerSql(hours, [clinic.id]);
  return {
    model: new Model({ now: at("06:00", dates[0]), doctors: counts.doctors, cancelNoticeHours }),
    real: {
      clinicId: clinic.id,
      staff: (await makePerson(clinic, "staff")).actor,
      patients: patients.map(({ actor }) => actor),
      patientIds: patients.map(({ id }) => id),
      doctors,
      serviceIds: made.map(({ id }) => id),
    },
  };
}

export function actorOf(real: Real, by: Mover): Actor {
  if (by.role === "staff") return real.staff;
  return (by.role === "patient" ? real.patients[by.index] : real.doctors[by.index]?.actor) as Actor;
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
       epoch_ms(starts_at)::float8 AS "startsAt", epoch_ms(ends_at)::float8 AS "endsAt", local_date::text AS date
     FROM appointment WHERE clinic_id = $1 ORDER BY id`,
    [clinicId],
  );
  const expectedAppointments = model.appointments
    .map(({ id, status, version, doctor, patient, startsAt, endsAt }) => ({
      id,
      status,
      version,
      doctorId: real.doctors[doctor]?.doctorId,
      patientId: real.patientIds[patient],
      startsAt,
      endsAt,
      date: dateOf(startsAt),
    }))
    .sort((a, b) => a.id.localeCompare(b.id));
  expect(appointments).toEqual(expectedAppointments);
  await expectCountersTrue(clinicId);
}
