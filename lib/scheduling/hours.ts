import {
  datesFrom,
  dayBounds,
  dayOfWeek,
  type LocalDate,
  type TimeZone,
  type WallTime,
  wallInterval,
} from "#lib/time.ts";
import { type Interval, intersect, normalize, subtract } from "./interval.ts";

/** One shift of a clinic's week, in wall time; a day may have several. The times of a closed day mean nothing. */
export interface WeekShift {
  /** 0 = Monday. */
  dayOfWeek: number;
  openTime: WallTime;
  closeTime: WallTime;
  isClosed: boolean;
}

/** A shift of the usual week (both null), or of a template between two dates (both included). */
export interface BusinessHours extends WeekShift {
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** Days on which the week's hours do not hold: special hours where both times are given, else closed. */
export interface Closure {
  from: LocalDate;
  /** Included. */
  to: LocalDate;
  reason: string;
  openTime: WallTime | null;
  closeTime: WallTime | null;
}

/** A stretch of a doctor's week, in wall time; valid from and to include their days, null leaves them open. */
export interface WeeklyHours {
  /** 0 = Monday. */
  dayOfWeek: number;
  startTime: WallTime;
  endTime: WallTime;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** A stretch of a doctor's usual week, which holds for no certain dates. */
export type WeeklyShift = Pick<WeeklyHours, "dayOfWeek" | "startTime" | "endTime">;

export interface Shift {
  openTime: WallTime;
  closeTime: WallTime;
}

/** The reason why the whole of `date` is closed out of turn, or null. */
export function closureReason(date: LocalDate, closures: readonly Closure[]): string | null {
  return closures.find((closure) => covers(closure, date) && specialHours(closure) === null)?.reason ?? null;
}

/** Of `hours`, the week that holds on `date`: a template's where one covers it, for every day of it, else the usual. */
export function weekHolding(date: LocalDate, hours: readonly BusinessHours[]): BusinessHours[] {
  const template = hours.filter((shift) => !isUsual(shift) && isValidOn(shift, date));
  return template.length > 0 ? template : hours.filter(isUsual);
}

/** Of `hours`, those of the usual week. */
export function usualWeek(hours: readonly BusinessHours[]): BusinessHours[] {
  return hours.filter(isUsual);
}

/** The clinic's shifts on `date`, in wall time: a closure comes before special hours, those before the week's. */
export function shiftsOn(date: LocalDate, hours: readonly BusinessHours[], closures: readonly Closure[]): Shift[] {
  const exceptions = closures.filter((closure) => covers(closure, date)).map(specialHours);
  if (exceptions.includes(null)) return [];
  if (exceptions.length > 0) return exceptions.filter((shift) => shift !== null);
  const weekday = dayOfWeek(date);
  return weekHolding(date, hours).filter((shift) => shift.dayOfWeek === weekday && !shift.isClosed);
}

/** The clinic's opening on `date` (normal intervals), and the closure that is to blame where there is none. */
export function openingOn(
  date: LocalDate,
  hours: readonly BusinessHours[],
  closures: readonly Closure[],
  zone: TimeZone,
): { intervals: Interval[]; closedBecause: string | null } {
  const intervals = shiftsOn(date, hours, closures).map((shift) =>
    wallInterval(date, shift.openTime, shift.closeTime, zone),
  );
  return { intervals: normalize(intervals.filter(present)), closedBecause: closureReason(date, closures) };
}

/**
 * When a doctor works on the days `from` to `to` (both included): weekly hours and extra windows, less time off.
 * Windows and time off may come in any order and overlap; the result is sorted and disjoint.
 */
export function workingBetween(
  from: LocalDate,
  to: LocalDate,
  weekly: readonly WeeklyHours[],
  windows: readonly Interval[],
  timeOff: readonly Interval[],
  zone: TimeZone,
): Interval[] {
  const byWeek = datesFrom(from, to).flatMap((date) => {
    const weekday = dayOfWeek(date);
    return weekly
      .filter((stretch) => stretch.dayOfWeek === weekday && isValidOn(stretch, date))
      .map((stretch) => wallInterval(date, stretch.startTime, stretch.endTime, zone))
      .filter(present);
  });
  const asked = { start: dayBounds(from, zone).start, end: dayBounds(to, zone).end };
  return intersect(subtract(normalize([...byWeek, ...windows]), normalize(timeOff)), [asked]);
}

export interface WeekProblem {
  /** Of the value to correct: `2.closeTime`. */
  path: string;
  code: "close_not_after_open" | "shifts_overlap" | "closed_day_has_shifts";
}

/**
 * What is wrong with a clinic's week: closing comes after opening, the shifts of a day do not overlap (the later in the
 * list is to blame), a closed day has no shifts.
 */
export function problemsInWeek(hours: readonly WeekShift[]): WeekProblem[] {
  return hours.flatMap((shift, index) => problemsOf(shift, index, hours));
}

/** A doctor's week in the shape of a clinic's. */
export function asBusinessHours(hours: readonly WeeklyShift[]): WeekShift[] {
  return hours.map(({ dayOfWeek, startTime, endTime }) => ({
    dayOfWeek,
    openTime: startTime,
    closeTime: endTime,
    isClosed: false,
  }));
}

/** The same for a doctor's week; the paths end in `startTime` and `endTime`. */
export function problemsInWeeklyHours(hours: readonly WeeklyShift[]): WeekProblem[] {
  return problemsInWeek(asBusinessHours(hours)).map(({ path, code }) => ({
    path: path.replace("openTime", "startTime").replace("closeTime", "endTime"),
    code,
  }));
}

function problemsOf(shift: WeekShift, index: number, hours: readonly WeekShift[]): WeekProblem[] {
  const isShiftOfSameDay = (other: WeekShift) => other.dayOfWeek === shift.dayOfWeek && !other.isClosed;
  if (shift.isClosed) {
    return hours.some(isShiftOfSameDay) ? [{ path: `${index}.isClosed`, code: "closed_day_has_shifts" }] : [];
  }
  if (shift.closeTime <= shift.openTime) return [{ path: `${index}.closeTime`, code: "close_not_after_open" }];
  const earlier = hours.slice(0, index).filter(isShiftOfSameDay);
  return earlier.some((other) => other.openTime < shift.closeTime && shift.openTime < other.closeTime)
    ? [{ path: `${index}.openTime`, code: "shifts_overlap" }]
    : [];
}

function covers(closure: Closure, date: LocalDate): boolean {
  return closure.from <= date && date <= closure.to;
}

function specialHours({ openTime, closeTime }: Closure): Shift | null {
  return openTime !== null && closeTime !== null ? { openTime, closeTime } : null;
}

function isUsual({ validFrom, validTo }: BusinessHours): boolean {
  return validFrom === null && validTo === null;
}

function isValidOn({ validFrom, validTo }: Pick<WeeklyHours, "validFrom" | "validTo">, date: LocalDate): boolean {
  return (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo);
}

function present<T>(value: T | null): value is T {
  return value !== null;
}
