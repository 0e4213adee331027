import { addDays, type LocalDate } from "#lib/time.ts";
import type { PlanFrequency } from "./plan-view.ts";

/** `n` months after `date`: the same day of the month, or its last day where that month is shorter. */
export function addMonths(date: LocalDate, n: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months: n }).toString();
}

const stepDays = { weekly: 7, biweekly: 14 } as const;

/**
 * The days on which a plan's visits are wanted, from `startDate` to before `months` months after it. Months are counted
 * from the start, so that a short one takes nothing from those after it: 31 January, 28 February, 31 March.
 * Source: requirement 004.
 */
export function targetDates(frequency: PlanFrequency, startDate: LocalDate, months: number): LocalDate[] {
  if (frequency === "monthly") return Array.from({ length: months }, (_, n) => addMonths(startDate, n));
  const end = addMonths(startDate, months);
  const dates: LocalDate[] = [];
  for (let date = startDate; date < end; date = addDays(date, stepDays[frequency])) dates.push(date);
  return dates;
}
