import type { LocalDate } from "#lib/time.ts";
import type { WeeklyShift } from "./hours.ts";
import { onwardsFrom, putWeek, type Span, type WeekInTime } from "./weeks.ts";

/** These hours take over on these days. */
export interface WeekChange {
  spans: Span[];
  hours: readonly WeeklyShift[];
}

/** New hours for the weeks with these beginnings; null where one of them is no longer there. */
export function replacing(
  weeks: readonly WeekInTime[],
  beginnings: readonly (LocalDate | null)[],
  hours: readonly WeeklyShift[],
): WeekChange | null {
  const wanted = new Set(beginnings);
  const spans = weeks.filter((week) => wanted.has(week.from)).map(({ from, to }) => ({ from, to }));
  return spans.length < wanted.size ? null : { spans, hours };
}

/** Hours from a day on: until another, or for good where that is null. Precondition: `from` <= `until`. */
export function adding(
  weeks: readonly WeekInTime[],
  from: LocalDate,
  until: LocalDate | null,
  hours: readonly WeeklyShift[],
): WeekChange {
  return { spans: until === null ? onwardsFrom(weeks, from) : [{ from, to: until }], hours };
}

/** The week that begins on `from` makes way for the one before it; null where there is none. */
export function removing(weeks: readonly WeekInTime[], from: LocalDate): WeekChange | null {
  const place = weeks.findIndex((week) => week.from === from);
  const [before, week] = [weeks[place - 1], weeks[place]];
  return before && week ? { spans: [{ from, to: week.to }], hours: before.hours } : null;
}

/** The weeks once a change is made. */
export function weeksAfter(weeks: readonly WeekInTime[], { spans, hours }: WeekChange): WeekInTime[] {
  return spans.reduce<WeekInTime[]>((row, span) => putWeek(row, span, hours), [...weeks]);
}
