import type { Interval, TimeZone } from "#lib/time.ts";
import { minuteOfDay } from "./day-axis.ts";

const MINUTE = 60_000;

/** The whole hours of the clinic's clock that hold all the stretches; null where there are none. */
export function drawnHours(stretches: readonly Interval[], timeZone: TimeZone): Interval | null {
  if (stretches.length === 0) return null;
  const start = Math.min(...stretches.map((stretch) => stretch.start));
  const end = Math.max(...stretches.map((stretch) => stretch.end));
  const over = minuteOfDay(end, timeZone) % 60;
  return {
    start: start - (minuteOfDay(start, timeZone) % 60) * MINUTE,
    end: end + (over === 0 ? 0 : 60 - over) * MINUTE,
  };
}
