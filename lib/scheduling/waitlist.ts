import {
  dayOfWeek,
  type EpochMs,
  type Interval,
  type LocalDate,
  localDateOf,
  minutes,
  type TimeZone,
  type WallTime,
  wallInterval,
} from "#lib/time.ts";
import type { AvailableDay } from "./availability.ts";
import { overlaps } from "./interval.ts";

export const waitlistStatuses = ["waiting", "offered", "accepted", "declined", "expired", "withdrawn"] as const;
export type WaitlistStatus = (typeof waitlistStatuses)[number];

/** What somebody waits for, and when they could come. */
export interface WaitlistWish {
  serviceId: string;
  /** Null: any doctor who offers it. */
  doctorId: string | null;
  /** 0 = Monday; empty: any day. */
  daysOfWeek: readonly number[];
  /** The whole visit lies between these two; null leaves that end open. */
  fromTime: WallTime | null;
  toTime: WallTime | null;
  /** Included. */
  untilDate: LocalDate;
}

/** A visit somebody could make, or makes. */
export interface PossibleVisit {
  serviceId: string;
  doctorId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
}

/** A free place with one doctor. */
export interface Place extends PossibleVisit {
  /** How many people it takes; more than 1 in a group session only. */
  seats: number;
}

export interface WaitingEntry extends WaitlistWish {
  id: string;
  patientId: string;
  createdAt: EpochMs;
  /** The patient's other appointments, in any order. */
  busy: readonly Interval[];
  /** Starts that were offered to the patient before, and not taken. */
  refused: readonly EpochMs[];
}

export interface Grant<Entry extends WaitingEntry = WaitingEntry> {
  entry: Entry;
  place: Place;
}

/** Nobody can answer faster: what begins sooner is not offered. */
const shortestOfferMinutes = 5;

/** Whether a visit is what the wish asks for, judged by the wall clock of the clinic's zone. */
export function fitsWish(wish: WaitlistWish, visit: PossibleVisit, zone: TimeZone): boolean {
  if (!isAskedOf(wish, visit)) return false;
  const hours = hoursOn(localDateOf(visit.startsAt, zone), wish, zone);
  return hours !== null && liesIn(visit, hours);
}

/** Whether the patient has got by themselves what they waited for: something that fits, booked since they wait. */
export function hasComeTrue(
  entry: WaitlistWish & { createdAt: EpochMs },
  booked: readonly (PossibleVisit & { bookedAt: EpochMs })[],
  zone: TimeZone,
): boolean {
  return booked.some((visit) => visit.bookedAt >= entry.createdAt && fitsWish(entry, visit, zone));
}

/** Whoever has waited longest comes first; of those who came in the same millisecond, the smaller id. */
export function inFairOrder(a: WaitingEntry, b: WaitingEntry): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

/**
 * Who gets what: in fair order, everybody the earliest place that fits them and that nobody before them has taken. A
 * doctor sees one person (or one session) at a time and nobody is in two places; how many the house takes at once is
 * for the booking to say.
 * @param places of one time, in the order in which their doctors are preferred
 */
export function distribute<Entry extends WaitingEntry>(
  entries: readonly Entry[],
  places: readonly Place[],
  zone: TimeZone,
): Grant<Entry>[] {
  const sorted = [...places].sort((a, b) => a.startsAt - b.startsAt);
  const byDate = Map.groupBy(sorted, ({ startsAt }) => localDateOf(startsAt, zone));
  const grants: Grant<Entry>[] = [];
  for (const entry of [...entries].sort(inFairOrder)) {
    const place = earliestFor(entry, byDate, grants, zone);
    if (place) grants.push({ entry, place });
  }
  return grants;
}

/** Every (start, doctor) that can be booked now and leaves the time to answer. */
export function placesOf(
  serviceId: string,
  days: readonly AvailableDay[],
  { now, groupSize }: { now: EpochMs; groupSize: number },
): Place[] {
  return days
    .flatMap(({ offers }) => offers)
    .filter(({ startsAt }) => startsAt >= now + minutes(shortestOfferMinutes))
    .flatMap(({ startsAt, endsAt, doctorIds, remaining }) =>
      doctorIds.map((doctorId) => ({
        serviceId,
        doctorId,
        startsAt,
        endsAt,
        seats: groupSize > 1 ? Math.min(remaining, groupSize) : 1,
      })),
    );
}

/** For how long a place is kept for the one it is offered to: never beyond its beginning. */
export function offerLength(offerMinutes: number, startsAt: EpochMs, now: EpochMs): number {
  return Math.min(offerMinutes, Math.floor((startsAt - now) / minutes(1)));
}

function earliestFor(
  entry: WaitingEntry,
  byDate: ReadonlyMap<LocalDate, readonly Place[]>,
  grants: readonly Grant[],
  zone: TimeZone,
): Place | null {
  for (const [date, places] of byDate) {
    const hours = hoursOn(date, entry, zone);
    const place =
      hours && places.find((one) => isAskedOf(entry, one) && liesIn(one, hours) && isOpenTo(entry, one, grants));
    if (place) return place;
  }
  return null;
}

function isAskedOf({ serviceId, doctorId }: WaitlistWish, visit: PossibleVisit): boolean {
  return visit.serviceId === serviceId && (doctorId === null || visit.doctorId === doctorId);
}

/** When a visit may begin and by when it has to end on a day; null where the wish leaves that day out. */
function hoursOn(
  date: LocalDate,
  { daysOfWeek, fromTime, toTime, untilDate }: WaitlistWish,
  zone: TimeZone,
): Interval | null {
  if (date > untilDate) return null;
  if (daysOfWeek.length > 0 && !daysOfWeek.includes(dayOfWeek(date))) return null;
  const hours = wallInterval(date, fromTime ?? "00:00", toTime ?? "24:00", zone);
  return hours && (toTime === null ? { ...hours, end: Number.POSITIVE_INFINITY } : hours);
}

function liesIn({ startsAt, endsAt }: PossibleVisit, hours: Interval): boolean {
  return startsAt >= hours.start && endsAt <= hours.end;
}

function isOpenTo({ patientId, busy, refused }: WaitingEntry, place: Place, grants: readonly Grant[]): boolean {
  const visit = toInterval(place);
  if (refused.includes(place.startsAt) || busy.some((taken) => overlaps(taken, visit))) return false;
  let together = 0;
  for (const { entry, place: taken } of grants) {
    if (taken === place) together += 1;
    const isInTheWay = taken.doctorId === place.doctorId ? taken !== place : false;
    if ((isInTheWay || entry.patientId === patientId) && overlaps(toInterval(taken), visit)) return false;
  }
  return together < place.seats;
}

function toInterval({ startsAt, endsAt }: PossibleVisit): Interval {
  return { start: startsAt, end: endsAt };
}
