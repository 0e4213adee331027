import type { ClientBase } from "pg";
import type { WeekShift } from "#lib/scheduling/hours.ts";
import { addDays, type EpochMs, localDateOf, minutes } from "#lib/time.ts";
import { demoClinic, demoHours } from "./clinic.ts";
import { reach } from "./house.ts";
import { insertRows, instant } from "./insert-rows.ts";
import type { Random } from "./random.ts";
import { demoResources, demoServices } from "./services.ts";

export interface WrittenHouse {
  clinicId: string;
  /** By slug. */
  serviceIds: ReadonlyMap<string, string>;
  /** By name. */
  resourceIds: ReadonlyMap<string, string>;
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
      region: rest.region,
      slots_until: addDays(localDateOf(given.now, timeZone), reach.ahead),
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
  const hours = demoHours.map((row) => ({ id: given.random.uuid(opened), ...hoursRow(clinicId, row) }));
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
    group_size: service.groupSize,
    resource_kind: service.resourceKind,
    price_amount: service.priceAmount,
    mode: service.mode,
    requires_confirmation: service.requiresConfirmation,
    questions: service.questions,
    is_active: true,
    ...made,
  }));
  await insertRows(client, "service", services);
  const resourceIds = new Map(demoResources.map(({ name }) => [name as string, given.random.uuid(opened)]));
  const resources = demoResources.map((resource) => ({
    ...resource,
    id: resourceIds.get(resource.name),
    clinic_id: clinicId,
    is_active: true,
  }));
  await insertRows(client, "resource", resources);
  return { clinicId, serviceIds, resourceIds };
}

/** A shift as its row, apart from id and template. */
export function hoursRow(clinicId: string, { dayOfWeek, openTime, closeTime, isClosed }: WeekShift) {
  return {
    clinic_id: clinicId,
    day_of_week: dayOfWeek,
    open_time: isClosed ? null : openTime,
    close_time: isClosed ? null : closeTime,
    is_closed: isClosed,
  };
}
