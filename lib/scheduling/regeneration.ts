import type { EpochMs, LocalDate, TimeZone } from "#lib/time.ts";
import type { StoredSlot } from "./capacity.ts";
import { type BusinessHours, type Closure, openingOn, shiftsOn } from "./hours.ts";
import { contains, type Interval } from "./interval.ts";
import type { SlotDraft } from "./slot.ts";

/** When a clinic is open: its weeks, and the days on which they do not hold. */
export interface ClinicHours {
  hours: readonly BusinessHours[];
  closures: readonly Closure[];
}

/** What of a stored slot decides whether it stays. */
export type KnownSlot = Pick<StoredSlot, "id" | "startsAt" | "endsAt" | "booked" | "isOpen">;

export interface RegenerationRequest {
  /** What the hours ask for on these days, sorted, without overlap. */
  wanted: readonly SlotDraft[];
  /** The slots of these days. */
  stored: readonly KnownSlot[];
  /** When the clinic is open on these days. */
  opening: readonly Interval[];
  /** When it was until now; null where only the slots are looked at anew. */
  before: readonly Interval[] | null;
  /** What begins earlier has happened, and stays. */
  now: EpochMs;
}

export interface Regeneration {
  create: SlotDraft[];
  /** Nobody is booked in them and the hours no longer ask for them. */
  drop: KnownSlot[];
  /** Booked, and outside the hours: nobody new comes in. */
  close: KnownSlot[];
  /** Back within the hours that they had fallen out of. */
  reopen: KnownSlot[];
  /** Booked, though the hours no longer ask for them. */
  kept: KnownSlot[];
}

/**
 * How the slots of some days come to follow the hours. A slot that keeps its times stays as it is, with the capacity and
 * the switch that somebody gave it; a booked one stays always. What is wanted and in the way of a slot that stays is left
 * out. Doing it twice changes nothing more.
 */
export function planRegeneration({ wanted, stored, opening, before, now }: RegenerationRequest): Regeneration {
  const asked = new Set(wanted.map(timesOf));
  const ahead = stored.filter((slot) => slot.startsAt >= now);
  const isAsked = (slot: KnownSlot) => asked.has(timesOf(slot));
  const drop = ahead.filter((slot) => slot.booked === 0 && !isAsked(slot));
  const kept = ahead.filter((slot) => slot.booked > 0 && !isAsked(slot));
  const dropped = new Set(drop.map((slot) => slot.id));
  const staying = stored.filter((slot) => !dropped.has(slot.id)).sort((a, b) => a.startsAt - b.startsAt);
  const isWithin = (hours: readonly Interval[], { startsAt, endsAt }: KnownSlot) =>
    hours.some((stretch) => contains(stretch, { start: startsAt, end: endsAt }));
  return {
    create: wanted.filter((draft) => draft.startsAt >= now && !isInTheWay(draft, staying)),
    drop,
    close: kept.filter((slot) => slot.isOpen && !isWithin(opening, slot)),
    reopen: ahead.filter(
      (slot) =>
        !dropped.has(slot.id) && !slot.isOpen && before !== null && isWithin(opening, slot) && !isWithin(before, slot),
    ),
    kept,
  };
}

/** Of `dates`, those on which the clinic's shifts are others than they were. */
export function datesThatChange(dates: readonly LocalDate[], before: ClinicHours, after: ClinicHours): LocalDate[] {
  return dates.filter((date) => shiftsText(date, before) !== shiftsText(date, after));
}

/** When the clinic is open on `dates`, sorted by them. */
export function openingOnDates(
  dates: readonly LocalDate[],
  { hours, closures }: ClinicHours,
  zone: TimeZone,
): Interval[] {
  return dates.flatMap((date) => openingOn(date, hours, closures, zone).intervals);
}

function shiftsText(date: LocalDate, { hours, closures }: ClinicHours): string {
  return shiftsOn(date, hours, closures)
    .map(({ openTime, closeTime }) => `${openTime}–${closeTime}`)
    .sort()
    .join();
}

function timesOf({ startsAt, endsAt }: { startsAt: EpochMs; endsAt: EpochMs }): string {
  return `${startsAt}–${endsAt}`;
}

/** @param staying sorted, without overlap */
function isInTheWay(draft: SlotDraft, staying: readonly KnownSlot[]): boolean {
  let low = 0;
  let high = staying.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((staying[middle] as KnownSlot).endsAt <= draft.startsAt) low = middle + 1;
    else high = middle;
  }
  const next = staying[low];
  return next !== undefined && next.startsAt < draft.endsAt;
}
