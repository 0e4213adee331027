import {
  addDays,
  dayBounds,
  daysBetween,
  type EpochMs,
  type LocalDate,
  localDateOf,
  resolveWallTime,
  type TimeZone,
  type WallTime,
  wallInterval,
} from "#lib/time.ts";
import type { Interval } from "./interval.ts";

/** When a doctor is away, wherever they work. */
export interface TimeOff {
  id: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** For the team alone. */
  reason: string | null;
}

/** When a doctor works besides their week. */
export interface ExtraWindow {
  id: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** Whether the clinic has open slots then; without any nobody can book. */
  hasSlots: boolean;
}

/** A stretch of a doctor's time as one types it: days on the calendar, and times on the clinic's wall clock. */
export interface TypedStretch {
  from: LocalDate;
  /** Null: from the beginning of that day. */
  fromTime: WallTime | null;
  /** Included. */
  to: LocalDate;
  /** Null: until the end of that day. `00:00` on the first day is its end. */
  toTime: WallTime | null;
}

export interface StretchProblem {
  path: keyof TypedStretch;
  code: "skipped_time" | "close_not_after_open" | "before_start" | "range_too_long";
}

/** Days that a stretch reaches at most. */
const longestStretch = 366;

/**
 * The instants of a typed stretch, or what is wrong with it. A time that occurs twice on an autumn day counts from its
 * first or until its last; one that a spring day leaves out is refused.
 */
export function stretchOf(typed: TypedStretch, zone: TimeZone): { interval: Interval } | { problem: StretchProblem } {
  const { from, fromTime, to } = typed;
  const toTime = typed.toTime === "00:00" && to === from ? "24:00" : typed.toTime;
  if (to < from) return { problem: { path: "to", code: "before_start" } };
  if (daysBetween(from, to) >= longestStretch) return { problem: { path: "to", code: "range_too_long" } };
  if (isSkipped(from, fromTime, zone)) return { problem: { path: "fromTime", code: "skipped_time" } };
  if (isSkipped(to, toTime, zone)) return { problem: { path: "toTime", code: "skipped_time" } };
  if (to === from && (fromTime ?? "00:00") >= (toTime ?? "24:00")) {
    return { problem: { path: toTime === null ? "fromTime" : "toTime", code: "close_not_after_open" } };
  }
  return { interval: { start: beginning(from, fromTime, zone), end: ending(to, toTime, zone) } };
}

/** The days that an interval fills from the first instant to the last, both included; null where it begins or ends within one. */
export function wholeDays({ start, end }: Interval, zone: TimeZone): { from: LocalDate; to: LocalDate } | null {
  const from = localDateOf(start, zone);
  const to = addDays(localDateOf(end, zone), -1);
  return to >= from && dayBounds(from, zone).start === start && dayBounds(to, zone).end === end ? { from, to } : null;
}

/** A day's midnights are its bounds, even where the clocks leave one out. */
function isSkipped(date: LocalDate, time: WallTime | null, zone: TimeZone): boolean {
  if (time === null || time === "00:00" || time === "24:00") return false;
  return resolveWallTime(date, time, zone).length === 0;
}

function beginning(date: LocalDate, time: WallTime | null, zone: TimeZone): number {
  if (time === null || time === "00:00") return dayBounds(date, zone).start;
  return wallInterval(date, time, "24:00", zone)?.start ?? dayBounds(date, zone).end;
}

function ending(date: LocalDate, time: WallTime | null, zone: TimeZone): number {
  if (time === null || time === "24:00") return dayBounds(date, zone).end;
  return wallInterval(date, "00:00", time, zone)?.end ?? dayBounds(date, zone).start;
}
