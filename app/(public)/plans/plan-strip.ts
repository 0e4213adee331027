import { addMonths, targetDates } from "#lib/scheduling/recurrence.ts";
import { addDays, daysBetween, type LocalDate } from "#lib/time.ts";

export interface StripVisit {
  date: LocalDate;
  state: "placed" | "moved" | "unplaced";
}

/** The days of a plan on one line, from the first of its first month to the end of its last; shares are 0–1. */
export function stripOf(visits: readonly StripVisit[]): {
  months: { start: LocalDate; at: number; width: number }[];
  marks: (StripVisit & { at: number })[];
} {
  const dates = visits.map(({ date }) => date).toSorted();
  const [first, last] = [dates.at(0), dates.at(-1)];
  if (first === undefined || last === undefined) return { months: [], marks: [] };
  const from = `${first.slice(0, 7)}-01`;
  const starts: LocalDate[] = [];
  for (let n = 0; addMonths(from, n) <= last; n++) starts.push(addMonths(from, n));
  const length = daysBetween(from, addMonths(from, starts.length));
  const share = (date: LocalDate) => daysBetween(from, date) / length;
  return {
    months: starts.map((start, n) => ({
      start,
      at: share(start),
      width: share(addMonths(from, n + 1)) - share(start),
    })),
    marks: visits.map((visit) => ({ ...visit, at: share(visit.date) })),
  };
}

/** What a plan from `today` on looks like: every other week for half a year, the fifth visit moved by two days. */
export function exampleVisits(today: LocalDate): StripVisit[] {
  return targetDates("biweekly", addDays(today, 3), 6).map((date, at) =>
    at === 4 ? { date: addDays(date, 2), state: "moved" } : { date, state: "placed" },
  );
}
