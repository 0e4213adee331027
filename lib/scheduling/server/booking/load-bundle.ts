import "server-only";
import type { Clock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Statements } from "#lib/db/statements.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, type EpochMs, localDateOf } from "#lib/time.ts";
import { type AvailableDay, availability, nearestOffers } from "../../availability.ts";
import { type BundleItem, type BundlePart, bundleOffers, chainAt } from "../../bundle.ts";
import { frontDeskPolicy } from "../../policy.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import { type Calendar, type CalendarQuery, loadCalendar } from "../availability/load-calendar.ts";
import { findClinicById } from "../clinic/clinics.ts";
import type { Booker } from "./booking-party.ts";

/** A service of a bundle and with whom; null: any doctor who is free. */
export interface BundleWish {
  serviceId: string;
  doctorId: string | null;
}

/** For whom to look; staff are bound neither by notice and horizon nor by missed appointments. */
export type BundleFor = Pick<Booker, "party" | "patientId">;

/**
 * A calendar for each service, in their order, each in one statement.
 * @param query `lock` takes the days' locks before the first of them
 */
export async function loadBundle(
  tx: Statements,
  { lock = false, ...query }: Pick<CalendarQuery, "clinicId" | "days" | "patientId" | "lock">,
  wishes: readonly BundleWish[],
): Promise<Result<Calendar[]>> {
  const calendars: Calendar[] = [];
  for (const [at, wish] of wishes.entries()) {
    const calendar = await loadCalendar(tx, { ...query, ...wish, lock: lock && at === 0 });
    if (!calendar || (query.patientId && !calendar.patient)) return refuse(refusal("NOT_FOUND", { item: at }));
    calendars.push(calendar);
  }
  return ok(calendars);
}

/** What the rules are asked about one service of a bundle. */
function bundleItem(calendar: Calendar, { party }: Pick<Booker, "party">, clock: Clock): BundleItem {
  const isStaff = party === "staff";
  const { slots, days, patientBusy, groupSize, resources, standing } = calendar;
  return {
    slots,
    days,
    patientBusy,
    groupSize,
    resources,
    policy: isStaff ? frontDeskPolicy(calendar.policy) : calendar.policy,
    now: clock(calendar.now),
    // By name as they come, so that the names decide among the equally busy.
    doctors: calendar.doctors.toSorted((a, b) => a.load - b.load),
    standing: isStaff ? undefined : standing,
  };
}

/** The chain that would be booked now for a start; refused as the service that finds no place. */
export function planIn(
  calendars: readonly Calendar[],
  booker: Pick<Booker, "party">,
  startsAt: EpochMs,
  clock: Clock,
): Result<BundlePart[]> {
  const items = calendars.map((calendar) => bundleItem(calendar, booker, clock));
  const { parts, refused } = chainAt(items, startsAt);
  return parts ? ok(parts) : refuse(naming(refused.refusal, refused.at, calendars));
}

/** Says by `detail.item` and `detail.service` which service of the bundle is refused. */
export function naming(refused: Refusal, at: number, calendars: readonly Calendar[]): Refusal {
  const service = calendars[at]?.service.name ?? null;
  return { ...refused, detail: { ...refused.detail, item: at, service } };
}

const withoutHelp = new Set(["NOT_FOUND", "NOT_OFFERED", "BUSY", "VALIDATION", "FORBIDDEN"]);

interface Wished {
  clinicId: string;
  items: readonly BundleWish[];
  startsAt: EpochMs;
}

/** The refusal with up to three starts near the one refused at which all can be had. */
export async function withOtherStarts(
  refused: Refusal,
  { clinicId, items, startsAt }: Wished,
  booker: BundleFor,
  clock: Clock,
): Promise<Refusal> {
  if (withoutHelp.has(refused.code)) return refused;
  const clinic = await findClinicById(clinicId);
  if (!clinic) return refused;
  const zone = clinic.timeZone;
  const date = localDateOf(Math.max(startsAt, clock(Date.now())), zone);
  const days = { from: addDays(date, -1), to: addDays(date, 7) };
  const loaded = await loadBundle(db, { clinicId, days, patientId: booker.patientId }, items);
  if (!loaded.ok) return refused;
  const found = offersIn(loaded.value, booker, clock);
  return { ...refused, alternatives: nearestOffers(found, { startsAt, zone }, 3) };
}

/** The days of the calendars with the starts at which the whole bundle can be had. Precondition: at least one. */
export function offersIn(calendars: readonly Calendar[], booker: Pick<Booker, "party">, clock: Clock): AvailableDay[] {
  const items = calendars.map((calendar) => bundleItem(calendar, booker, clock));
  const [first, item] = [calendars[0] as Calendar, items[0] as BundleItem];
  return bundleOffers(items, availability({ ...first, policy: item.policy, now: item.now }));
}
