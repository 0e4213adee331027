import { dayBounds, type EpochMs, localDateOf, minutes } from "#lib/time.ts";
import type { AvailableDay, Offer } from "./availability.ts";
import {
  type BookingRequest,
  chooseResource,
  type DoctorCalendar,
  decideBooking,
  withBuffers,
} from "./booking-decision.ts";
import { type Day, remaining, type Slot } from "./capacity.ts";
import { type Interval, normalize } from "./interval.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** One service of a bundle, with everything that the rules ask about it. */
export interface BundleItem extends Omit<BookingRequest, "startsAt" | "doctor" | "day"> {
  /** Who may take it, the least busy first. */
  doctors: readonly DoctorCalendar[];
  days: readonly Day[];
}

/** One appointment of a chain. */
export interface BundlePart {
  startsAt: EpochMs;
  endsAt: EpochMs;
  doctorId: string;
  resourceId: string | null;
  /** What it takes of the doctor and the room, buffers included. */
  occupied: Interval;
}

export type Chain = { parts: BundlePart[]; refused?: undefined } | { parts?: undefined; refused: BundleRefusal };

/** Why there is no chain: the first service that finds no place, and what stands in its way. */
export interface BundleRefusal {
  /** Which of the items. */
  at: number;
  refusal: Refusal;
}

/**
 * The services one after the other on one day, the first at `startsAt`: each next one begins with the first slot at or
 * after the end of the one before it and, with the same doctor, after the buffers of both. No pause of the house lies
 * in between. Every part is one that `decideBooking` accepts with the parts before it already booked.
 * @param items in the order in which they are wanted; never empty
 */
export function chainAt(items: readonly BundleItem[], startsAt: EpochMs): Chain {
  return goOn(items, startsAt, []);
}

function goOn(items: readonly BundleItem[], startsAt: EpochMs, before: readonly BundlePart[]): Chain {
  const item = items[before.length];
  if (!item) return { parts: [...before] };
  let refused: BundleRefusal | null = null;
  for (const { doctor, start } of inOrder(item, startsAt, before)) {
    const part = start === null ? paused(before) : partAt(item, doctor, start, before);
    const chain: Chain = "code" in part ? stop(before.length, part) : goOn(items, startsAt, [...before, part]);
    if (chain.parts) return chain;
    refused = moreTelling(refused, chain.refused);
  }
  return { refused: refused ?? { at: before.length, refusal: refusal("NOT_OFFERED") } };
}

/** Whom to ask for the next part and for when: who can begin first, then the least busy. */
function inOrder(item: BundleItem, startsAt: EpochMs, before: readonly BundlePart[]) {
  const asked = item.doctors.map((doctor) => ({
    doctor,
    start: before.length === 0 ? startsAt : nextStart(item, doctor, before),
  }));
  return asked.sort((a, b) => (a.start ?? Number.POSITIVE_INFINITY) - (b.start ?? Number.POSITIVE_INFINITY));
}

/** The first slot's start that leaves the parts before in peace; null where the house pauses before it. */
function nextStart({ slots }: BundleItem, doctor: DoctorCalendar, before: readonly BundlePart[]): EpochMs | null {
  const end = (before.at(-1) as BundlePart).endsAt;
  const own = before.findLast(({ doctorId }) => doctorId === doctor.id);
  const free = own ? own.occupied.end + minutes(doctor.timing.bufferBeforeMinutes) : end;
  let reached = end;
  for (const slot of slots) {
    if (slot.endsAt < end) continue;
    if (slot.startsAt > reached) return null;
    if (slot.startsAt >= end && slot.startsAt >= free) return slot.startsAt;
    reached = slot.endsAt;
  }
  return null;
}

function partAt(
  item: BundleItem,
  doctor: DoctorCalendar,
  startsAt: EpochMs,
  before: readonly BundlePart[],
): BundlePart | Refusal {
  const { timeZone } = item.policy;
  const localDate = localDateOf(startsAt, timeZone);
  const first = before[0];
  if (first && localDateOf(first.startsAt, timeZone) !== localDate) return refusal("CLOSED", { startsAt });
  const day = item.days.find((each) => each.localDate === localDate);
  const request: BookingRequest = {
    ...item,
    startsAt,
    day: day ? { ...day, booked: day.booked + before.length } : null,
    doctor: { ...doctor, busy: withTaken(doctor.busy, before, ({ doctorId }) => doctorId === doctor.id) },
    resources:
      item.resources?.map((resource) => ({
        ...resource,
        busy: withTaken(resource.busy, before, ({ resourceId }) => resourceId === resource.id),
      })) ?? null,
  };
  const refused = decideBooking(request);
  if (refused) return refused;
  const endsAt = startsAt + minutes(doctor.timing.durationMinutes);
  const occupied = withBuffers({ start: startsAt, end: endsAt }, doctor.timing);
  return { startsAt, endsAt, doctorId: doctor.id, resourceId: chooseResource(request), occupied };
}

function withTaken(
  busy: readonly Interval[],
  before: readonly BundlePart[],
  isOwn: (part: BundlePart) => boolean,
): Interval[] {
  return normalize([...busy, ...before.filter(isOwn).map(({ occupied }) => occupied)]);
}

function paused(before: readonly BundlePart[]): Refusal {
  return refusal("CLOSED", { startsAt: (before.at(-1) as BundlePart).endsAt });
}

function stop(at: number, refused: Refusal): { parts?: undefined; refused: BundleRefusal } {
  return { refused: { at, refusal: refused } };
}

/** How far it got says most; then that a doctor is busy says more than that another one does not work. */
function moreTelling(first: BundleRefusal | null, second: BundleRefusal): BundleRefusal {
  if (!first || second.at > first.at) return second;
  const isMore = first.refusal.code === "OUTSIDE_HOURS" && second.refusal.code === "DOCTOR_BUSY";
  return second.at === first.at && isMore ? second : first;
}

/**
 * The first service's days with the starts at which all of the bundle can be had. An offer reaches from the start of
 * the first part to the end of the last and names its doctors.
 * @param days what `availability` says about the first item
 */
export function bundleOffers(items: readonly BundleItem[], days: readonly AvailableDay[]): AvailableDay[] {
  return days.map((day) => {
    if (day.offers.length === 0) return day;
    const ofDay = items.map((item) => onDay(item, day));
    const starts = new Set(day.offers.map(({ startsAt }) => startsAt));
    const offers = Array.from(starts, (startsAt) => offerAt(ofDay, startsAt)).filter((offer) => offer !== null);
    return { ...day, offers };
  });
}

/** Visits may reach into the night, no further. */
const longestNight = minutes(24 * 60);

function onDay(item: BundleItem, { localDate }: AvailableDay): BundleItem {
  const { start, end } = dayBounds(localDate, item.policy.timeZone);
  return { ...item, slots: item.slots.filter((slot) => slot.startsAt >= start && slot.startsAt < end + longestNight) };
}

function offerAt(items: readonly BundleItem[], startsAt: EpochMs): Offer | null {
  const { parts } = chainAt(items, startsAt);
  if (!parts) return null;
  const tightest = parts.map((part, n) => tightestSlot((items[n] as BundleItem).slots, part)).reduce(tighter);
  const { policy, days } = items[0] as BundleItem;
  const day = days.find(({ localDate }) => localDate === localDateOf(startsAt, policy.timeZone));
  const perDay = day ? Math.floor(remaining(day) / parts.length) : Number.POSITIVE_INFINITY;
  return {
    startsAt,
    endsAt: (parts.at(-1) as BundlePart).endsAt,
    capacity: tightest.capacity,
    remaining: Math.min(remaining(tightest), perDay),
    doctorIds: [...new Set(parts.map(({ doctorId }) => doctorId))],
  };
}

function tightestSlot(slots: readonly Slot[], { startsAt, endsAt }: BundlePart): Slot {
  return slots.filter((slot) => slot.startsAt < endsAt && startsAt < slot.endsAt).reduce(tighter);
}

function tighter(a: Slot, b: Slot): Slot {
  return remaining(b) < remaining(a) ? b : a;
}
