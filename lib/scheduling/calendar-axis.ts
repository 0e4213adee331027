import {
  dayBounds,
  type EpochMs,
  type Interval,
  type LocalDate,
  minutes,
  type TimeZone,
  wallMinutes,
  wallTimeOf,
} from "#lib/time.ts";
import type { AxisCell, AxisRow, CalendarAxis } from "./calendar-place.ts";

/** Clocks change on quarters of an hour, and nowhere on less. */
const step = minutes(15);

/** The hours that hold all stretches on the wall clock, whole ones; those given where there are no stretches. */
export function hoursHolding(
  stretches: readonly Interval[],
  zone: TimeZone,
  otherwise: { from: number; to: number },
): { from: number; to: number } {
  if (stretches.length === 0) return otherwise;
  const froms = stretches.map(({ start }) => Math.floor(wallMinutes(wallTimeOf(start, zone)) / 60));
  const ends = stretches.map(({ start, end }) => {
    const end60 = wallMinutes(wallTimeOf(end, zone));
    const isNextDay = end - start >= minutes(1440) || end60 <= wallMinutes(wallTimeOf(start, zone));
    return isNextDay ? 24 : Math.ceil(end60 / 60);
  });
  return { from: Math.min(...froms), to: Math.max(...ends) };
}

/**
 * Several days beside each other on one scale of wall-clock hours, from `from` to before `to`. An hour that one of the
 * days has twice has two rows, the second of which is no time on the others; one that a day skips is no time on it.
 */
export function calendarAxis(
  days: readonly LocalDate[],
  { from, to }: { from: number; to: number },
  zone: TimeZone,
): CalendarAxis {
  const walked = days.map((day) => cellsOf(day, zone).filter(({ hour }) => hour >= from && hour < to));
  const keys = new Set(walked.flat().map(({ hour, fold }) => hour * 2 + fold));
  for (let hour = from; hour < to; hour++) keys.add(hour * 2);
  const rows = [...keys]
    .sort((a, b) => a - b)
    .map((key): AxisRow => ({ hour: Math.floor(key / 2), isSecond: key % 2 === 1 }));
  const rowOf = new Map(rows.map(({ hour, isSecond }, row) => [hour * 2 + Number(isSecond), row]));
  return {
    rows,
    days: walked.map((cells) =>
      cells.map(({ hour, fold, start, end, minute }): AxisCell => {
        return { row: rowOf.get(hour * 2 + fold) ?? 0, minute, start, end };
      }),
    ),
  };
}

interface Walked {
  hour: number;
  /** 1 for an hour that is over and comes again. */
  fold: 0 | 1;
  start: EpochMs;
  end: EpochMs;
  minute: number;
}

/** The hours of a day as its clock shows them, one after the other. */
function cellsOf(day: LocalDate, zone: TimeZone): Walked[] {
  const { start, end } = dayBounds(day, zone);
  const cells: Walked[] = [];
  let latest = -1;
  let repeatsUntil = -1;
  for (let at = start; at < end; at += step) {
    const wall = wallMinutes(wallTimeOf(at, zone));
    if (wall <= latest) repeatsUntil = Math.max(repeatsUntil, latest);
    const fold = wall <= repeatsUntil ? 1 : 0;
    latest = Math.max(latest, wall);
    const hour = Math.floor(wall / 60);
    const last = cells.at(-1);
    if (last?.hour === hour && last.fold === fold && last.end === at) last.end = at + step;
    else cells.push({ hour, fold, start: at, end: at + step, minute: wall % 60 });
  }
  return cells;
}
