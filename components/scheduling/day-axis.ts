import type { EpochMs, LocalDate, TimeZone } from "#lib/time.ts";

const QUARTER = 15 * 60_000;

const clocks = new Map<TimeZone, Intl.DateTimeFormat>();

function clockOf(timeZone: TimeZone): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** Minutes since midnight on the clinic's wall clock, 0–1439. Intl, because browsers lack Temporal. */
export function minuteOfDay(instant: EpochMs, timeZone: TimeZone): number {
  const [hour = 0, minute = 0] = clockOf(timeZone).format(instant).split(":").map(Number);
  return hour * 60 + minute;
}

/** A `Date` that names the calendar day when formatted in UTC; days have no instant of their own. */
export function dayInUtc(localDate: LocalDate): Date {
  return new Date(`${localDate}T12:00:00Z`);
}

export interface Tick {
  at: EpochMs;
  /** Share of the axis, 0–1. */
  position: number;
  weight: "hour" | "half" | "quarter";
}

/** Ticks of a day's ruler every quarter of an hour; a day of 23 or 25 hours simply has fewer or more. */
export function ticksBetween(start: EpochMs, end: EpochMs, timeZone: TimeZone): Tick[] {
  const ticks: Tick[] = [];
  for (let at = Math.ceil(start / QUARTER) * QUARTER; at <= end; at += QUARTER) {
    const minute = minuteOfDay(at, timeZone) % 60;
    const weight = minute === 0 ? "hour" : minute === 30 ? "half" : "quarter";
    ticks.push({ at, position: (at - start) / (end - start), weight });
  }
  return ticks;
}

export interface Lane {
  lane: number;
  /** How many lanes its cluster of overlapping entries needs. */
  of: number;
}

/** Lanes so that overlapping entries never share one; input in any order, output in the same order as the input. */
export function packLanes(entries: readonly { startsAt: EpochMs; endsAt: EpochMs }[]): Lane[] {
  const order = entries
    .map((entry, index) => ({ ...entry, index }))
    .sort((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt);
  const lanes = new Array<Lane>(entries.length);
  let cluster: Lane[] = [];
  let freeFrom: EpochMs[] = [];
  for (const { startsAt, endsAt, index } of order) {
    if (freeFrom.every((until) => until <= startsAt)) {
      cluster = [];
      freeFrom = [];
    }
    const free = freeFrom.findIndex((until) => until <= startsAt);
    const lane = free === -1 ? freeFrom.length : free;
    freeFrom[lane] = endsAt;
    const place: Lane = { lane, of: 1 };
    lanes[index] = place;
    cluster.push(place);
    for (const member of cluster) member.of = freeFrom.length;
  }
  return lanes;
}
