import type { LocalDate } from "#lib/time.ts";
import { type Closure, problemsInWeek, type Shift, type WeekProblem } from "./hours.ts";

/** A closure as it is stored, one row per shift. */
export interface StoredClosure extends Closure {
  id: string;
  /** Which public holiday it is, where it was imported: `GB-ENG/2026-12-25`. */
  holiday: string | null;
}

/** One closure as people speak of it: some days, why, and the hours of those days. */
export interface ClosureEntry {
  /** Of its first row, which stays when it is changed. */
  id: string;
  from: LocalDate;
  /** Included. */
  to: LocalDate;
  reason: string;
  /** By opening; none where closed. */
  shifts: Shift[];
  holiday: string | null;
}

/** Rows of the same days and reason that have hours are the shifts of one entry. By first day. */
export function closureEntries(rows: readonly StoredClosure[]): ClosureEntry[] {
  const groups = Map.groupBy(rows, ({ id, from, to, reason, openTime }) =>
    openTime === null ? id : JSON.stringify([from, to, reason]),
  );
  return Array.from(groups.values(), entryOf).sort(
    (a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to) || a.reason.localeCompare(b.reason),
  );
}

/** Whether two entries both bring hours of their own to a day: nobody could say which ones hold. */
export function specialHoursClash(
  a: Pick<ClosureEntry, "from" | "to" | "shifts">,
  b: Pick<ClosureEntry, "from" | "to" | "shifts">,
): boolean {
  return a.shifts.length > 0 && b.shifts.length > 0 && a.from <= b.to && b.from <= a.to;
}

/** What is wrong with the hours of a day; paths as in `problemsInWeek`. */
export function problemsInShifts(shifts: readonly Shift[]): WeekProblem[] {
  return problemsInWeek(shifts.map((shift) => ({ ...shift, dayOfWeek: 0, isClosed: false })));
}

function entryOf(rows: readonly StoredClosure[]): ClosureEntry {
  const sorted = rows.toSorted((a, b) => (a.openTime ?? "").localeCompare(b.openTime ?? ""));
  const { from, to, reason } = sorted[0] as StoredClosure;
  const holiday = rows.find((row) => row.holiday !== null);
  const shifts = sorted.flatMap(({ openTime, closeTime }) =>
    openTime !== null && closeTime !== null ? [{ openTime, closeTime }] : [],
  );
  return {
    id: (holiday ?? (sorted[0] as StoredClosure)).id,
    from,
    to,
    reason,
    shifts,
    holiday: holiday?.holiday ?? null,
  };
}
