import type { ClientBase } from "pg";
import { type EpochMs, minutes } from "#lib/time.ts";
import { demoClinic, demoHours } from "./clinic.ts";
import { insertRows, instant } from "./insert-rows.ts";
import type { Random } from "./random.ts";
import { demoServices } from "./services.ts";

export interface WrittenHouse {
  clinicId: string;
  /** By slug. */
  serviceIds: ReadonlyMap<string, string>;
}

/** The clinic with its hours and services, as if opened a year ago. */
export async function writeHouse(client: ClientBase, given: { now: EpochMs; random: Random }): Promise<WrittenHouse> {
  const opened = given.now - minutes(365 * 1_440);
  const clinicId = given.random.uuid(opened);
  const serviceIds = new Map(demoServices.map(({ slug }) => [slug, given.random.uuid(opened)]));
  const made = { created_at: instant(opened), updated_at: instant(opened) };

  const { slug, name, timeZone, currency, locale, city, postcode, country, phone, email, ...rest } = demoClinic;
  await insertRows(client, "clinic", [
    {
      id: clinicId,
      slug,
      name,
      time_zone: timeZone,
      currency,
      locale,
      address_line1: rest.addressLine1,
      address_line2: rest.addressLine2,
      city,
      postcode,
      country,
      phone,
      email,
      slot_minutes: rest.slotMinutes,
      slot_capacity: rest.slotCapacity,
      day_capacity: rest.dayCapacity,
      horizon_days: rest.horizonDays,
      min_notice_minutes: rest.minNoticeMinutes,
      cancel_notice_hours: rest.cancelNoticeHours,
      hold_minutes: 10,
      ...made,
    },
  ]);
  const hours = demoHours.map(({ dayOfWeek, openTime, closeTime, isClosed }) => ({
    id: given.random.uuid(opened),
    clinic_id: clinicId,
    day_of_week: dayOfWeek,
    open_time: isClosed ? null : openTime,
    close_time: isClosed ? null : closeTime,
    is_closed: isClosed,
  }));
  await insertRows(client, "business_hours", hours);
  const services = demoServices.map((service) => ({
    id: serviceIds.get(service.slug),
    clinic_id: clinicId,
    slug: service.slug,
    name: service.name,
    description: service.description,
    duration_minutes: service.durationMinutes,
    buffer_before_minutes: service.bufferBeforeMinutes,
    buffer_after_minutes: service.bufferAfterMinutes,
    group_size: 1,
    price_amount: service.priceAmount,
    mode: service.mode,
    requires_confirmation: service.requiresConfirmation,
    questions: [],
    is_active: true,
    ...made,
  }));
  await insertRows(client, "service", services);
  return { clinicId, serviceIds };
}
