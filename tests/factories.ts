import { randomUUID } from "node:crypto";
import type { Actor, Role } from "#lib/auth/actor.ts";
import { mintActor } from "#lib/auth/mint.ts";
import type { Clock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { type EpochMs, type LocalDate, minutes, resolveWallTime, type TimeZone, type WallTime } from "#lib/time.ts";

/** A Monday in winter, far enough ahead that no test's clock and the database's disagree about past and future. */
export const monday: LocalDate = "2031-03-03";
const zone: TimeZone = "Europe/London";

/** An instant of the test's calendar. */
export function at(time: WallTime, date: LocalDate = monday, timeZone: TimeZone = zone): EpochMs {
  const [instant] = resolveWallTime(date, time, timeZone);
  if (instant === undefined) throw new RangeError(`${date} ${time} does not exist in ${timeZone}`);
  return instant;
}

/** A clock that stands still. */
export function clockAt(instant: EpochMs): Clock {
  return () => instant;
}

/** Early on the test's Monday: everything that day lies ahead, and the horizon reaches it. */
export const earlyMonday = clockAt(at("06:00"));

export interface Clinic {
  id: string;
  timeZone: TimeZone;
}

type ClinicSettings = Partial<{
  timeZone: TimeZone;
  slotCapacity: number;
  dayCapacity: number | null;
  horizonDays: number;
  minNoticeMinutes: number;
  cancelNoticeHours: number;
}>;

export async function makeClinic(settings: ClinicSettings = {}): Promise<Clinic> {
  const slug = `clinic-${randomUUID()}`;
  return db.clinic.create({ data: { slug, name: "Test Clinic", timeZone: zone, currency: "GBP", ...settings } });
}

/** Half-hour slots in a row from `from` on. */
export async function makeSlots(
  clinic: Clinic,
  settings: Partial<{
    date: LocalDate;
    from: WallTime;
    count: number;
    capacity: number;
    dayCapacity: number | null;
  }> = {},
): Promise<{ id: string; startsAt: EpochMs }[]> {
  const { date = monday, from = "09:00", count = 16, capacity = 5, dayCapacity = null } = settings;
  const localDate = new Date(`${date}T00:00Z`);
  await db.clinicDay.create({ data: { clinicId: clinic.id, localDate, capacity: dayCapacity } });
  const first = at(from, date, clinic.timeZone);
  const starts = Array.from({ length: count }, (_, n) => first + minutes(30 * n));
  const rows = await db.timeSlot.createManyAndReturn({
    data: starts.map((startsAt) => ({
      clinicId: clinic.id,
      localDate,
      startsAt: new Date(startsAt),
      endsAt: new Date(startsAt + minutes(30)),
      capacity,
    })),
  });
  return rows.map((row) => ({ id: row.id, startsAt: row.startsAt.getTime() }));
}

type ServiceSettings = Partial<{
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  groupSize: number;
  requiresConfirmation: boolean;
  priceAmount: number;
}>;

export async function makeService(clinic: Clinic, settings: ServiceSettings = {}): Promise<{ id: string }> {
  const slug = `service-${randomUUID()}`;
  return db.service.create({
    data: { clinicId: clinic.id, slug, name: "Check-up", durationMinutes: 30, priceAmount: 4000, ...settings },
  });
}

export interface Person {
  id: string;
  email: string;
  actor: Actor;
}

/** Somebody with a verified e-mail address; a patient unless roles are given. */
export async function makePerson(clinic: Clinic | null = null, ...roles: Role[]): Promise<Person> {
  const email = `${randomUUID()}@example.test`;
  const user = await db.user.create({
    data: { email, name: `Person ${email.slice(0, 4)}`, emailVerifiedAt: new Date() },
  });
  const memberships = clinic ? roles.map((role) => ({ clinicId: clinic.id, role })) : [];
  await db.membership.createMany({ data: memberships.map((held) => ({ ...held, userId: user.id })) });
  return { id: user.id, email, actor: mintActor({ userId: user.id, name: user.name, doctorId: null, memberships }) };
}

/** Many patients at once, for races. */
export async function makePatients(count: number): Promise<Person[]> {
  const users = await db.user.createManyAndReturn({
    data: Array.from({ length: count }, (_, n) => ({
      email: `${randomUUID()}@example.test`,
      name: `Patient ${n}`,
      emailVerifiedAt: new Date(),
    })),
  });
  return users.map(({ id, email, name }) => ({
    id,
    email,
    actor: mintActor({ userId: id, name, doctorId: null, memberships: [] }),
  }));
}

export interface TestDoctor extends Person {
  doctorId: string;
}

/** A doctor who works from 07:00 to 22:00 every day and offers the services given. */
export async function makeDoctor(clinic: Clinic, services: { id: string }[], name = "Dr Test"): Promise<TestDoctor> {
  const person = await makePerson(clinic, "doctor");
  const doctor = await db.doctor.create({ data: { userId: person.id, slug: `doctor-${randomUUID()}`, name } });
  await db.doctorService.createMany({
    data: services.map((service) => ({ doctorId: doctor.id, serviceId: service.id })),
  });
  await db.$executeRaw`
    INSERT INTO weekly_hours (doctor_id, clinic_id, day_of_week, start_time, end_time)
    SELECT ${doctor.id}::uuid, ${clinic.id}::uuid, day, '07:00', '22:00' FROM generate_series(0, 6) AS day`;
  const memberships = [{ clinicId: clinic.id, role: "doctor" as const }];
  const actor = mintActor({ userId: person.id, name, doctorId: doctor.id, memberships });
  return { ...person, doctorId: doctor.id, actor };
}

/** A house ready to be booked: slots all Monday, one service, some doctors. */
export async function makeHouse(
  settings: {
    clinic?: ClinicSettings;
    service?: ServiceSettings;
    doctors?: number;
    slots?: Parameters<typeof makeSlots>[1];
  } = {},
) {
  const clinic = await makeClinic(settings.clinic);
  const slots = await makeSlots(clinic, settings.slots);
  const service = await makeService(clinic, settings.service);
  const doctors: TestDoctor[] = [];
  for (let n = 0; n < (settings.doctors ?? 1); n++) {
    doctors.push(await makeDoctor(clinic, [service], `Dr ${String(n).padStart(2, "0")}`));
  }
  return { clinic, slots, service, doctors, doctor: doctors[0] as TestDoctor };
}

export interface RawAppointment {
  clinicId: string;
  doctorId: string;
  serviceId: string;
  patientId: string;
  startsAt: EpochMs;
  durationMinutes?: number;
  status?: AppointmentStatus;
}

/** An INSERT as anybody with the application's rights could send it, past all of our code. */
export const insertSql = `
  INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, starts_at, ends_at, status, cancelled_at,
    hold_expires_at, price_amount, price_currency, occupied, local_date, session_key)
  VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($5::float8 / 1000) + make_interval(mins => $6::int),
    $7::appointment_status, CASE WHEN $7 = 'cancelled' THEN now() END, CASE WHEN $7 = 'held' THEN now() + interval '10 minutes' END,
    0, 'GBP', 'empty', current_date, uuid_v7())
  RETURNING id`;

export function insertValues({ durationMinutes = 30, status = "pending", ...row }: RawAppointment): unknown[] {
  return [row.clinicId, row.doctorId, row.serviceId, row.patientId, row.startsAt, durationMinutes, status];
}
