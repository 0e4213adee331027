import type { ClosureEntry } from "#lib/scheduling/closures.ts";
import { type BusinessHours, type Shift, shiftsOn, weekHolding } from "#lib/scheduling/hours.ts";
import { addDays, datesFrom, dayOfWeek, type LocalDate } from "#lib/time.ts";

export type DayKind = "closed" | "special" | "usuallyClosed" | "template" | "open";

export interface YearDay {
  date: LocalDate;
  kind: DayKind;
  /** What is closed, or open at special hours, that day; a closure comes before special hours. */
  entry: ClosureEntry | null;
  /** When the house is open, in wall time. */
  shifts: Shift[];
}

export interface YearMonth {
  /** `YYYY-MM` */
  month: string;
  /** From Monday; null before the first and after the last. */
  weeks: (YearDay | null)[][];
}

/** Every day of a year by months and weeks, with what holds on it. */
export function yearMonths(
  year: number,
  entries: readonly ClosureEntry[],
  hours: readonly BusinessHours[],
): YearMonth[] {
  const days = datesFrom(`${year}-01-01`, `${year}-12-31`).map((date) => yearDay(date, entries, hours));
  return [...Map.groupBy(days, ({ date }) => date.slice(0, 7))].map(([month, ofMonth]) => ({
    month,
    weeks: weeksOf(ofMonth),
  }));
}

function yearDay(date: LocalDate, entries: readonly ClosureEntry[], hours: readonly BusinessHours[]): YearDay {
  const covering = entries.filter(({ from, to }) => from <= date && date <= to);
  const closing = covering.find(({ shifts }) => shifts.length === 0);
  if (closing) return { date, kind: "closed", entry: closing, shifts: [] };
  const [special] = covering;
  if (special) return { date, kind: "special", entry: special, shifts: covering.flatMap((entry) => entry.shifts) };
  const shifts = shiftsOn(date, hours, []);
  const isOfTemplate = weekHolding(date, hours).some(({ validFrom }) => validFrom !== null);
  const kind = shifts.length === 0 ? "usuallyClosed" : isOfTemplate ? "template" : "open";
  return { date, kind, entry: null, shifts };
}

function weeksOf(days: readonly YearDay[]): (YearDay | null)[][] {
  const byMonday = Map.groupBy(days, ({ date }) => addDays(date, -dayOfWeek(date)));
  return [...byMonday.values()].map((ofWeek) =>
    [0, 1, 2, 3, 4, 5, 6].map((weekday) => ofWeek.find(({ date }) => dayOfWeek(date) === weekday) ?? null),
  );
}
