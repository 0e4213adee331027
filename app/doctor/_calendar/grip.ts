import { type CalendarAxis, instantAt, nearestTo } from "#lib/scheduling/calendar-place.ts";
import type { CalendarDay, CalendarEntry } from "#lib/scheduling/calendar-view.ts";
import type { Interval } from "#lib/time.ts";

/** What is taken hold of: an appointment as a whole, or its end. */
export interface Grip {
  entry: CalendarEntry;
  kind: "move" | "resize";
  /** The column that it stands in. */
  day: number;
  /** Minutes from its beginning to the point at which it is held. */
  offset: number;
}

/** Where it would be if it were let go now. */
export interface Preview {
  entry: CalendarEntry;
  kind: Grip["kind"];
  day: number;
  visit: Interval;
}

const minute = 60_000;

/** Where something held at `place` (minutes from the top of a column) would go: along the day's slots where it has some. */
export function previewAt(
  { entry, kind, day: own, offset }: Grip,
  { day: over, place }: { day: number; place: number },
  { days, axis }: { days: readonly CalendarDay[]; axis: CalendarAxis },
): Preview | null {
  const day = kind === "resize" ? own : over;
  const [cells, { slots } = { slots: [] }] = [axis.days[day] ?? [], days[day]];
  if (kind === "resize") {
    const ends = slots.filter(({ startsAt }) => startsAt >= entry.startsAt).map(({ endsAt }) => endsAt);
    const end = nearestTo(cells, place, ends);
    return end === null ? null : { entry, kind, day, visit: { start: entry.startsAt, end } };
  }
  const starts = slots.map(({ startsAt }) => startsAt);
  const quarter = Math.max(0, Math.round((place - offset) / 15) * 15);
  const start = nearestTo(cells, place - offset, starts) ?? instantAt(cells, quarter);
  if (start === null) return null;
  return { entry, kind, day, visit: { start, end: start + (entry.endsAt - entry.startsAt) } };
}

/** Whether letting go would change nothing. */
export function isWhereItWas({ entry, visit }: Preview): boolean {
  return visit.start === entry.startsAt && visit.end === entry.endsAt;
}

/** Minutes from the top, by what is seen: the height of a column and how many hours it stands for. */
export function placeIn(rect: { top: number; height: number }, y: number, rows: number): number {
  return ((y - rect.top) / rect.height) * rows * 60;
}

export const heldForMs = 350;
export const startsAfterPx = 5;

/** Longer stretches than this are worth two lines in a bar. */
export function isTall({ startsAt, endsAt }: { startsAt: number; endsAt: number }): boolean {
  return endsAt - startsAt >= 30 * minute;
}
