import {
  type BusinessHours,
  type Closure,
  openingOn,
  type WeeklyHours,
  workingBetween,
} from "#lib/scheduling/hours.ts";
import { type Interval, intersect } from "#lib/scheduling/interval.ts";
import { datesFrom, type TimeZone } from "#lib/time.ts";
import type { DayRange } from "./range.ts";

export interface House {
  hours: readonly BusinessHours[];
  closures: readonly Closure[];
  timeZone: TimeZone;
}

export interface DoctorHours {
  weekly: readonly WeeklyHours[];
  windows: readonly Interval[];
  timeOff: readonly Interval[];
}

/** When the house is open on those days, sorted and disjoint. */
export function openingBetween({ from, to }: DayRange, { hours, closures, timeZone }: House): Interval[] {
  return datesFrom(from, to).flatMap((date) => openingOn(date, hours, closures, timeZone).intervals);
}

/** How long a doctor works within the house's hours. @param opening as `openingBetween` says */
export function workingMinutes(range: DayRange, doctor: DoctorHours, opening: readonly Interval[], zone: TimeZone) {
  const working = workingBetween(range.from, range.to, doctor.weekly, doctor.windows, doctor.timeOff, zone);
  return intersect(working, opening).reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0);
}
