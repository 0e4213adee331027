import type { ClientBase } from "pg";
import { type EpochMs, minutes } from "#lib/time.ts";
import { type DemoDoctor, demoDoctors } from "./doctors.ts";
import { insertRows, instant } from "./insert-rows.ts";
import type { DemoPlan } from "./plan.ts";
import type { Random } from "./random.ts";
import { hoursRow, type WrittenHouse } from "./write-house.ts";
import type { WrittenPeople } from "./write-people.ts";

/** Doctors' ids by slug. */
export type WrittenDoctors = ReadonlyMap<string, string>;

interface Given {
  plan: DemoPlan;
  people: WrittenPeople;
  house: WrittenHouse;
  random: Random;
}

/** The doctors with what they offer and when they work, and the clinic's calendar with its slots. */
export async function writeCalendar(client: ClientBase, given: Given): Promise<WrittenDoctors> {
  const doctors = await writeDoctors(client, given);
  const { plan, house } = given;
  const clinic_id = house.clinicId;
  const closures = plan.closures.map(({ from, to, reason, openTime, closeTime, holiday }) => ({
    ...newId(given),
    clinic_id,
    from_date: from,
    to_date: to,
    reason,
    open_time: openTime,
    close_time: closeTime,
    holiday,
  }));
  await insertRows(client, "closure", closures);
  await writeSummer(client, given);
  const timeOff = plan.timeOff.map(({ doctor, reason, interval }) => ({
    ...newId(given),
    doctor_id: doctors.get(doctor),
    starts_at: instant(interval.start),
    ends_at: instant(interval.end),
    reason,
  }));
  await insertRows(client, "time_off", timeOff);
  const windows = plan.windows.map(({ doctor, interval }) => ({
    ...newId(given),
    doctor_id: doctors.get(doctor),
    clinic_id,
    starts_at: instant(interval.start),
    ends_at: instant(interval.end),
  }));
  await insertRows(client, "availability_window", windows);
  const days = Array.from(plan.house.days.values(), ({ localDate, capacity }) => ({
    clinic_id,
    local_date: localDate,
    capacity,
  }));
  await insertRows(client, "clinic_day", days);
  const slots = plan.house.slots.map((slot) => ({
    id: given.random.uuid(slot.startsAt),
    clinic_id,
    starts_at: instant(slot.startsAt),
    ends_at: instant(slot.endsAt),
    local_date: slot.localDate,
    capacity: slot.capacity,
    is_open: slot.isOpen,
  }));
  await insertRows(client, "time_slot", slots);
  return doctors;
}

async function writeSummer(client: ClientBase, given: Given): Promise<void> {
  const { name, validFrom, validTo, hours } = given.plan.summer;
  const { id } = newId(given);
  const clinic_id = given.house.clinicId;
  await insertRows(client, "week_template", [{ id, clinic_id, name, valid_from: validFrom, valid_to: validTo }]);
  const rows = hours.map((row) => ({ ...newId(given), ...hoursRow(clinic_id, row), template_id: id }));
  await insertRows(client, "business_hours", rows);
}

async function writeDoctors(client: ClientBase, given: Given): Promise<WrittenDoctors> {
  const { people, house } = given;
  const joined = yearBefore(given.plan);
  const ids = new Map(demoDoctors.map(({ slug }) => [slug, given.random.uuid(joined)]));
  const made = { created_at: instant(joined), updated_at: instant(joined) };
  const eachOf = <T>(
    list: (doctor: DemoDoctor) => readonly T[],
    row: (item: T, doctorId?: string) => object,
  ): object[] => demoDoctors.flatMap((doctor) => list(doctor).map((item) => row(item, ids.get(doctor.slug))));

  const rows = demoDoctors.map(({ slug, name, title, specialty, bio, email }) => ({
    id: ids.get(slug),
    user_id: people.get(email),
    slug,
    name,
    title,
    specialty,
    bio,
    is_active: true,
    ...made,
  }));
  await insertRows(client, "doctor", rows);

  const publications = eachOf(
    ({ publications }) => publications,
    (publication, doctor_id) => ({ ...newId(given), doctor_id, ...publication }),
  );
  await insertRows(client, "publication", publications);

  const offers = eachOf(
    ({ services }) => Object.entries(services),
    ([service, { priceAmount = null, durationMinutes = null }], doctor_id) => ({
      doctor_id,
      service_id: house.serviceIds.get(service),
      price_amount: priceAmount,
      duration_minutes: durationMinutes,
      is_active: true,
    }),
  );
  await insertRows(client, "doctor_service", offers);

  const hours = eachOf(
    (doctor) => doctor.hours,
    ({ dayOfWeek, startTime, endTime }, doctor_id) => ({
      ...newId(given),
      doctor_id,
      clinic_id: house.clinicId,
      day_of_week: dayOfWeek,
      start_time: startTime,
      end_time: endTime,
    }),
  );
  await insertRows(client, "weekly_hours", hours);
  return ids;
}

function newId({ random, plan }: Given): { id: string } {
  return { id: random.uuid(yearBefore(plan)) };
}

function yearBefore({ today }: DemoPlan): EpochMs {
  return Date.parse(today) - minutes(360 * 1_440);
}
