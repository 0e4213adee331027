import { addDays, type LocalDate } from "#lib/time.ts";
import type { WeeklyHours, WeeklyShift } from "./hours.ts";

/** Days in a row, both included; null leaves that end open. */
export interface Span {
  from: LocalDate | null;
  to: LocalDate | null;
}

/** A doctor's week at a clinic and the days on which it holds. */
export interface WeekInTime extends Span {
  /** By day and beginning; empty while the doctor has no hours. */
  hours: WeeklyShift[];
}

/**
 * All of time as a row of weeks, each beginning the day after the one before it ends and unlike it. Days on which no
 * stretch is valid make a week without hours.
 */
export function weeksInTime(stretches: readonly WeeklyHours[]): WeekInTime[] {
  const changes = stretches.flatMap(({ validFrom, validTo }) => [
    ...(validFrom === null ? [] : [validFrom]),
    ...(validTo === null ? [] : [addDays(validTo, 1)]),
  ]);
  const starts: (LocalDate | null)[] = [null, ...[...new Set(changes)].sort()];
  return joined(
    starts.map((from, place) => {
      const next = starts[place + 1];
      const to = next ? addDays(next, -1) : null;
      return { from, to, hours: sorted(stretches.filter((stretch) => covers(stretch, { from, to }))) };
    }),
  );
}

/** What to store for weeks; `weeksInTime` of it gives them back. */
export function stretchesOf(weeks: readonly WeekInTime[]): WeeklyHours[] {
  return weeks.flatMap(({ from, to, hours }) => hours.map((shift) => ({ ...shift, validFrom: from, validTo: to })));
}

/** `hours` take over on the days of `span`; on every other day all stays as it was. Precondition: `from` <= `to`. */
export function putWeek(weeks: readonly WeekInTime[], span: Span, hours: readonly WeeklyShift[]): WeekInTime[] {
  const before = span.from === null ? [] : cut(weeks, { from: null, to: addDays(span.from, -1) });
  const after = span.to === null ? [] : cut(weeks, { from: addDays(span.to, 1), to: null });
  return joined([...before, { ...span, hours: sorted(hours) }, ...after]);
}

/** The week that holds on `date`. Precondition: the weeks cover all of time, as `weeksInTime` gives them. */
export function weekOn(weeks: readonly WeekInTime[], date: LocalDate): WeekInTime {
  const week = weeks.find((each) => holdsOn(each, date));
  if (!week) throw new RangeError(`No week holds on ${date}`);
  return week;
}

/** The weeks that hold on `date` or later. */
export function weeksFrom(weeks: readonly WeekInTime[], date: LocalDate): WeekInTime[] {
  return weeks.filter(({ to }) => to === null || to >= date);
}

/** Of `weeks`, those with the hours of `week` in which somebody works, itself left out. */
export function sameHours(weeks: readonly WeekInTime[], week: WeekInTime): WeekInTime[] {
  return weeks.filter((each) => each.from !== week.from && hasHoursOf(each, week));
}

/**
 * The days on which a week holds that begins on `from` for good: those of the week it replaces, also where that one goes
 * on after an exception. Weeks planned for later, and exceptions, stay.
 */
export function onwardsFrom(weeks: readonly WeekInTime[], from: LocalDate): Span[] {
  const replaced = weekOn(weeks, from);
  const place = weeks.indexOf(replaced);
  const [before, after] = [weeks[place - 1], weeks[place + 1]];
  const usual = before && after && alike(before.hours, after.hours) ? after : replaced;
  const resumed = weeks.filter((week) => week.from !== null && week.from > from && hasHoursOf(week, usual));
  return [{ from, to: replaced.to }, ...resumed.map((week) => ({ from: week.from, to: week.to }))];
}

/** Which of `hours`, by their place, meet one of `others` on a day of `spans`. */
export function meeting(
  hours: readonly WeeklyShift[],
  spans: readonly Span[],
  others: readonly WeeklyHours[],
): number[] {
  return hours.flatMap((shift, place) => {
    const meets = (other: WeeklyHours) =>
      other.dayOfWeek === shift.dayOfWeek &&
      other.startTime < shift.endTime &&
      shift.startTime < other.endTime &&
      spans.some((span) => shareDays(span, { from: other.validFrom, to: other.validTo }));
    return others.some(meets) ? [place] : [];
  });
}

function shareDays(a: Span, b: Span): boolean {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  return from === null || to === null || from <= to;
}

function hasHoursOf(week: WeekInTime, other: WeekInTime): boolean {
  return week.hours.length > 0 && alike(week.hours, other.hours);
}

function holdsOn({ from, to }: Span, date: LocalDate): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}

function covers({ validFrom, validTo }: WeeklyHours, { from, to }: Span): boolean {
  const begins = validFrom === null || (from !== null && validFrom <= from);
  return begins && (validTo === null || (to !== null && to <= validTo));
}

/** The parts of the weeks within `span`. */
function cut(weeks: readonly WeekInTime[], span: Span): WeekInTime[] {
  return weeks
    .map((week) => ({ ...week, from: later(week.from, span.from), to: earlier(week.to, span.to) }))
    .filter((part) => shareDays(part, part));
}

function later(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  return a === null || (b !== null && b < a) ? b : a;
}

/** One week in place of neighbours with the same hours. Precondition: in order, without gaps. */
function joined(weeks: readonly WeekInTime[]): WeekInTime[] {
  const row: WeekInTime[] = [];
  for (const week of weeks) {
    const last = row.at(-1);
    if (last && alike(last.hours, week.hours)) last.to = week.to;
    else row.push({ ...week });
  }
  return row;
}

function alike(a: readonly WeeklyShift[], b: readonly WeeklyShift[]): boolean {
  return a.length === b.length && a.every((shift, place) => key(shift) === key(b[place]));
}

function sorted(hours: readonly WeeklyShift[]): WeeklyShift[] {
  const shifts = hours.map(({ dayOfWeek, startTime, endTime }) => ({ dayOfWeek, startTime, endTime }));
  return shifts.sort((a, b) => key(a).localeCompare(key(b)));
}

function key(shift: WeeklyShift | undefined): string {
  return shift ? `${shift.dayOfWeek} ${shift.startTime}–${shift.endTime}` : "";
}
