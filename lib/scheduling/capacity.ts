import { datesFrom, type EpochMs, type LocalDate, localDateOf, type TimeZone } from "#lib/time.ts";
import { type Closure, closureReason } from "./hours.ts";
import { type BookingPolicy, earliestStart, type OutOfReach, reachOf } from "./policy.ts";

/** `booked` counts an appointment in every slot it covers; `localDate` is the clinic's day of `startsAt`. */
export interface Slot {
  startsAt: EpochMs;
  endsAt: EpochMs;
  localDate: LocalDate;
  capacity: number;
  booked: number;
  isOpen: boolean;
}

export interface StoredSlot extends Slot {
  id: string;
}

/** A stored clinic day. `booked` counts an appointment once; `capacity` null means that only the slots limit. */
export interface Day {
  localDate: LocalDate;
  capacity: number | null;
  booked: number;
}

/** Places left in a slot or day, never below 0; Infinity where nothing limits. */
export function remaining({ capacity, booked }: { capacity: number | null; booked: number }): number {
  return capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, capacity - booked);
}

/** Slots and days as they would be without one visit that now takes its place in them. */
export function giveBack(
  slots: readonly Slot[],
  days: readonly Day[],
  visit: { startsAt: EpochMs; endsAt: EpochMs },
  zone: TimeZone,
): { slots: Slot[]; days: Day[] } {
  const localDate = localDateOf(visit.startsAt, zone);
  const isCovered = (slot: Slot) => slot.startsAt >= visit.startsAt && slot.startsAt < visit.endsAt;
  return {
    slots: slots.map((slot) => (isCovered(slot) ? { ...slot, booked: slot.booked - 1 } : slot)),
    days: days.map((day) => (day.localDate === localDate ? { ...day, booked: day.booked - 1 } : day)),
  };
}

/** Whether more is booked than fits: possible after a capacity was lowered. */
export function isOverFull({ capacity, booked }: { capacity: number | null; booked: number }): boolean {
  return capacity !== null && booked > capacity;
}

export type DayState = "open" | "closed" | "full" | OutOfReach;

export interface DayOverview {
  localDate: LocalDate;
  state: DayState;
  /** The closure's reason where there is one. */
  reason: string | null;
  /** Null where the clinic has no open slot that day. */
  capacity: number | null;
  booked: number;
  /** Places that can still be booked now; 0 unless the day is open. */
  remaining: number;
}

export interface OverviewQuery {
  from: LocalDate;
  /** Included. */
  to: LocalDate;
  /** The slots of those days, in any order. */
  slots: readonly Slot[];
  days: readonly Day[];
  closures: readonly Closure[];
  policy: BookingPolicy;
  now: EpochMs;
}

/**
 * How full the house is, day by day. A day with a capacity of its own counts appointments (`Day.booked`) against that
 * capacity or, where smaller, the sum of its open slots'; any other day sums places over its open slots, where a long
 * appointment takes one place in each slot it covers.
 */
export function overview(query: OverviewQuery): DayOverview[] {
  const { closures, policy, now } = query;
  const outOfReach = reachOf(policy, now);
  const earliest = earliestStart(policy, now);
  const openSlots = Map.groupBy(
    query.slots.filter((slot) => slot.isOpen),
    (slot) => slot.localDate,
  );
  const days = new Map(query.days.map((day) => [day.localDate, day]));

  return datesFrom(query.from, query.to).map((localDate) => {
    const slots = openSlots.get(localDate) ?? [];
    const day = days.get(localDate);
    const ahead = slots.filter((slot) => slot.startsAt >= earliest);
    const left = Math.min(sum(ahead.map(remaining)), day ? remaining(day) : Number.POSITIVE_INFINITY);
    const counts = occupancy(slots, day);
    const state = outOfReach(localDate) ?? houseState(slots, ahead, left);
    return {
      localDate,
      state,
      reason: closureReason(localDate, closures),
      capacity: slots.length > 0 ? counts.capacity : null,
      booked: counts.booked,
      remaining: state === "open" ? left : 0,
    };
  });
}

function houseState(slots: readonly Slot[], ahead: readonly Slot[], left: number): DayState {
  if (slots.length === 0) return "closed";
  if (ahead.length === 0) return "past";
  return left > 0 ? "open" : "full";
}

function occupancy(slots: readonly Slot[], day: Day | undefined): { capacity: number; booked: number } {
  const capacity = sum(slots.map((slot) => slot.capacity));
  if (day && day.capacity !== null) return { capacity: Math.min(capacity, day.capacity), booked: day.booked };
  return { capacity, booked: sum(slots.map((slot) => slot.booked)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
