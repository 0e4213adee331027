import { addDays, daysBetween, isLocalDate, type LocalDate } from "#lib/time.ts";

/** The longest stretch that is looked at in one go. */
export const longestRangeDays = 400;

export interface DayRange {
  from: LocalDate;
  /** Included. */
  to: LocalDate;
}

export const presets = ["last7", "last28", "last90", "thisMonth", "lastMonth"] as const;
export type Preset = (typeof presets)[number];
const usual: Preset = "last28";

export function daysIn({ from, to }: DayRange): number {
  return daysBetween(from, to) + 1;
}

/** The `last…` ranges end today; a month is whole, also where some of it lies ahead. */
export function presetRange(preset: Preset, today: LocalDate): DayRange {
  const firstOfMonth = `${today.slice(0, 8)}01`;
  if (preset === "thisMonth") return { from: firstOfMonth, to: addDays(firstOfNextMonth(today), -1) };
  if (preset === "lastMonth") {
    const to = addDays(firstOfMonth, -1);
    return { from: `${to.slice(0, 8)}01`, to };
  }
  const days = { last7: 7, last28: 28, last90: 90 }[preset];
  return { from: addDays(today, 1 - days), to: today };
}

/** As many days, right before. */
export function rangeBefore(range: DayRange): DayRange {
  return { from: addDays(range.from, -daysIn(range)), to: addDays(range.from, -1) };
}

export type RangeProblem = "date" | "before_start" | "range_too_long";

/** What is wrong with two typed days, or null. */
export function rangeProblem(from: string, to: string): RangeProblem | null {
  if (!isLocalDate(from) || !isLocalDate(to)) return "date";
  if (to < from) return "before_start";
  return daysIn({ from, to }) > longestRangeDays ? "range_too_long" : null;
}

export interface AskedRange {
  range: DayRange;
  /** Which preset it is; null for days of one's own. */
  preset: Preset | null;
  /** Why the typed days are not shown; the usual ones are instead. */
  problem: RangeProblem | null;
}

/** What an address asks for: two days, or else the usual ones. */
export function askedRange(from: string | null, to: string | null, today: LocalDate): AskedRange {
  if (from === null && to === null) return { range: presetRange(usual, today), preset: usual, problem: null };
  const problem = rangeProblem(from ?? "", to ?? "");
  if (problem || from === null || to === null) return { range: presetRange(usual, today), preset: null, problem };
  const preset = presets.find((name) => {
    const known = presetRange(name, today);
    return known.from === from && known.to === to;
  });
  return { range: { from, to }, preset: preset ?? null, problem: null };
}

function firstOfNextMonth(date: LocalDate): LocalDate {
  return `${addDays(`${date.slice(0, 8)}01`, 31).slice(0, 8)}01`;
}
