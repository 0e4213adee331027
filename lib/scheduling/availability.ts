import { datesFrom, type EpochMs, type LocalDate, localDateOf, minutes, type TimeZone } from "#lib/time.ts";
import { type DoctorCalendar, isFree, type ServiceNeeds, type Session, withBuffers } from "./booking-decision.ts";
import { type Day, type DayState, remaining, type Slot } from "./capacity.ts";
import { type Closure, closureReason } from "./hours.ts";
import type { Interval } from "./interval.ts";
import { type BookingPolicy, earliestStart, type OutOfReach, reachOf } from "./policy.ts";
import type { Alternative } from "./refusal.ts";

/** A time that can be booked now, with the doctors who could take it. */
export interface Offer {
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** Of the tightest slot it covers. */
  capacity: number;
  /** Places left in that slot, or in the day or the freest session where those are fewer. */
  remaining: number;
  /** In the order in which the doctors were given; never empty. */
  doctorIds: string[];
}

export interface AvailableDay {
  localDate: LocalDate;
  state: DayState;
  /** The closure's reason where there is one. */
  reason: string | null;
  offers: Offer[];
}

export interface AvailabilityQuery extends ServiceNeeds {
  from: LocalDate;
  /** Included. */
  to: LocalDate;
  /** The clinic's slots from `from` until the longest service begun on `to` would end, sorted. */
  slots: readonly Slot[];
  days: readonly Day[];
  /** Those who offer the service. */
  doctors: readonly DoctorCalendar[];
  policy: BookingPolicy;
  now: EpochMs;
  closures: readonly Closure[];
}

/** What a patient would rather have had. */
export interface Wish {
  startsAt: EpochMs;
  zone: TimeZone;
  doctorId?: string | undefined;
}

/** A calendar page while the sweep fills it. */
interface DaySheet {
  localDate: LocalDate;
  /** Why nobody may book that day at all, or null where its slots and doctors decide. */
  outOfReach: OutOfReach | null;
  /** Places left in the day. */
  remaining: number;
  offers: Offer[];
  /** Some open slot begins in time, some too soon to book, some time was lost to other bookings. */
  ahead: boolean;
  tooSoon: boolean;
  crowded: boolean;
}

/** A start that the house can take; its offer still lacks the doctors. */
interface Opening {
  offer: Offer;
  sheet: DaySheet;
  /** Whether a room or device is free, where one is needed. */
  hasResource: boolean;
  /** Seats left with the doctor who has most. */
  seats: number;
}

/**
 * What can be booked from day to day: exactly those (start, doctor) that `decideBooking` accepts for a patient with no
 * other appointments. One sweep over the slots per service length, then one over each doctor's calendar. Without
 * offers, a day is full where other bookings took a time, and closed where the hours of clinic or doctors offer none.
 */
export function availability(query: AvailabilityQuery): AvailableDay[] {
  const sheets = daySheets(query);
  const { groupSize = 1 } = query;
  const byDuration = Map.groupBy(query.doctors, (doctor) => doctor.timing.durationMinutes);
  for (const [durationMinutes, doctors] of byDuration) {
    const openings = houseOpenings(query, sheets, minutes(durationMinutes));
    if (query.resources) claimResources(query, doctors[0] as DoctorCalendar, openings);
    for (const doctor of doctors) joinDoctor(doctor, openings, groupSize);
    for (const { offer, sheet, seats } of openings) {
      if (offer.doctorIds.length === 0) continue;
      if (groupSize > 1) offer.remaining = Math.min(offer.remaining, seats);
      sheet.offers.push(offer);
    }
  }
  return Array.from(sheets.values(), (sheet) => ({
    localDate: sheet.localDate,
    state: stateOf(sheet),
    reason: closureReason(sheet.localDate, query.closures),
    offers: byDuration.size > 1 ? sheet.offers.sort(inTime) : sheet.offers,
  }));
}

function daySheets({ from, to, days, policy, now }: AvailabilityQuery): Map<LocalDate, DaySheet> {
  const outOfReach = reachOf(policy, now);
  const sheets = new Map<LocalDate, DaySheet>();
  for (const localDate of datesFrom(from, to)) {
    sheets.set(localDate, {
      localDate,
      outOfReach: outOfReach(localDate),
      remaining: Number.POSITIVE_INFINITY,
      offers: [],
      ahead: false,
      tooSoon: false,
      crowded: false,
    });
  }
  for (const day of days) {
    const sheet = sheets.get(day.localDate);
    if (sheet) sheet.remaining = remaining(day);
  }
  return sheets;
}

/** The starts at which slots and day have room for `duration` milliseconds, in time. */
function houseOpenings(query: AvailabilityQuery, sheets: Map<LocalDate, DaySheet>, duration: number): Opening[] {
  const { slots, policy, now } = query;
  const earliest = earliestStart(policy, now);
  const openings: Opening[] = [];
  let date: LocalDate | undefined;
  let sheet: DaySheet | undefined;
  for (let first = 0; first < slots.length; first++) {
    const { startsAt, localDate, isOpen } = slots[first] as Slot;
    if (localDate !== date) {
      date = localDate;
      sheet = sheets.get(date);
    }
    if (!sheet || sheet.outOfReach || !isOpen) continue;
    if (startsAt < earliest) {
      sheet.tooSoon = true;
      continue;
    }
    sheet.ahead = true;
    const endsAt = startsAt + duration;
    const tightest = tightestSlot(slots, first, endsAt);
    if (!tightest) continue;
    const left = Math.min(remaining(tightest), sheet.remaining);
    const offer: Offer = { startsAt, endsAt, capacity: tightest.capacity, remaining: left, doctorIds: [] };
    if (left > 0) openings.push({ offer, sheet, hasResource: true, seats: 0 });
    else sheet.crowded = true;
  }
  return openings;
}

/** The fullest of the slots that cover a visit from the `first` one's start to `endsAt`; null where they do not. */
function tightestSlot(slots: readonly Slot[], first: number, endsAt: EpochMs): Slot | null {
  let tightest = slots[first] as Slot;
  let { endsAt: reached } = tightest;
  for (let next = first + 1; reached < endsAt; next++) {
    const slot = slots[next];
    if (slot?.startsAt !== reached || !slot.isOpen) return null;
    if (remaining(slot) < remaining(tightest)) tightest = slot;
    reached = slot.endsAt;
  }
  return tightest;
}

/** Finds the openings during which every room or device of the kind is taken. Buffers are the service's own. */
function claimResources({ resources }: AvailabilityQuery, { timing }: DoctorCalendar, openings: Opening[]): void {
  for (const opening of openings) {
    const occupied = withBuffers({ start: opening.offer.startsAt, end: opening.offer.endsAt }, timing);
    opening.hasResource = resources?.some((resource) => isFree(resource, occupied)) ?? true;
  }
}

/** Adds the doctor to every opening that fits the calendar. Both are sorted, so neither is ever searched. */
function joinDoctor(doctor: DoctorCalendar, openings: readonly Opening[], groupSize: number): void {
  const { id, timing, working, sessions = [] } = doctor;
  const before = minutes(timing.bufferBeforeMinutes);
  const after = minutes(timing.bufferAfterMinutes);
  const busy = sessions.length > 0 ? withSessions(doctor.busy, sessions) : doctor.busy;
  let [stretch, taken, joined] = [0, 0, 0];
  for (const opening of openings) {
    const { offer, sheet } = opening;
    const { startsAt, endsAt } = offer;
    let work = working[stretch];
    while (work && work.end < endsAt) work = working[++stretch];
    if (!work) return;
    if (work.start > startsAt) continue;

    while ((sessions[joined]?.startsAt ?? startsAt) < startsAt) joined++;
    const session = sessions[joined]?.startsAt === startsAt ? sessions[joined] : undefined;
    let other = busy[taken];
    while (other && other.end <= startsAt - before) other = busy[++taken];
    const isOwn = session !== undefined && other?.start === session.occupied.start;
    if (isOwn) other = busy[taken + 1];
    const seats = session ? session.seats - session.booked : groupSize;
    if ((other && other.start < endsAt + after) || seats <= 0 || !(session || opening.hasResource)) {
      sheet.crowded = true;
    } else {
      offer.doctorIds.push(id);
      if (seats > opening.seats) opening.seats = seats;
    }
  }
}

/** Sessions and other appointments of one doctor never overlap, so in order of start they are in order of end too. */
function withSessions(busy: readonly Interval[], sessions: readonly Session[]): Interval[] {
  return [...busy, ...sessions.map(({ occupied }) => occupied)].sort((a, b) => a.start - b.start);
}

function stateOf({ outOfReach, offers, ahead, tooSoon, crowded }: DaySheet): DayState {
  if (outOfReach) return outOfReach;
  if (offers.length > 0) return "open";
  if (crowded) return "full";
  return tooSoon && !ahead ? "past" : "closed";
}

function inTime(a: Offer, b: Offer): number {
  return a.startsAt - b.startsAt || a.endsAt - b.endsAt;
}

/** The first offers in time. Precondition: days and their offers sorted, as `availability` gives them. */
export function nextOffers(days: readonly AvailableDay[], count: number): Offer[] {
  return days.flatMap((day) => day.offers).slice(0, count);
}

/**
 * What comes nearest to a wish that was refused: the same day before others, then the wished doctor before others, then
 * the nearer time before the further, then the earlier.
 */
export function nearestOffers(days: readonly AvailableDay[], wish: Wish, count: number): Alternative[] {
  const wishedDate = localDateOf(wish.startsAt, wish.zone);
  return days
    .flatMap(({ localDate, offers }) =>
      offers.map(({ startsAt, endsAt, doctorIds }) => {
        const doctorId = doctorIds.find((id) => id === wish.doctorId) ?? (doctorIds[0] as string);
        return {
          alternative: { startsAt, endsAt, doctorId },
          otherDay: Number(localDate !== wishedDate),
          otherDoctor: Number(wish.doctorId !== undefined && doctorId !== wish.doctorId),
          distance: Math.abs(startsAt - wish.startsAt),
        };
      }),
    )
    .sort((a, b) => a.otherDay - b.otherDay || a.otherDoctor - b.otherDoctor || a.distance - b.distance)
    .slice(0, count)
    .map(({ alternative }) => alternative);
}
