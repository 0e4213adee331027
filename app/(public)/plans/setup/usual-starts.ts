import type { WeekShift } from "#lib/scheduling/hours.ts";
import { type WallTime, wallMinutes, wallText } from "#lib/time.ts";

export interface UsualStarts {
  morning: WallTime[];
  afternoon: WallTime[];
  evening: WallTime[];
}

const noon = 12 * 60;
const evening = 17 * 60;

/** The times at which something of `durationMinutes` can begin on any day of a usual week, by the part of the day. */
export function usualStarts(
  week: readonly WeekShift[],
  { slotMinutes, durationMinutes }: { slotMinutes: number; durationMinutes: number },
): UsualStarts {
  const starts = new Set<number>();
  for (const { openTime, closeTime, isClosed } of week) {
    if (isClosed) continue;
    // A shift that ends at midnight says 00:00 or 24:00.
    const close = wallMinutes(closeTime) || 24 * 60;
    for (let at = wallMinutes(openTime); at + durationMinutes <= close; at += slotMinutes) starts.add(at);
  }
  const sorted = [...starts].toSorted((a, b) => a - b);
  const between = (from: number, to: number) => sorted.filter((at) => at >= from && at < to).map(wallText);
  return { morning: between(0, noon), afternoon: between(noon, evening), evening: between(evening, 24 * 60) };
}
