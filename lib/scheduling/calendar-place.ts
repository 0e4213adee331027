import type { EpochMs, Interval } from "#lib/time.ts";

// Plain arithmetic on an axis that was worked out before: it runs in browsers, which know no time zones by themselves.

/** One line of the scale: an hour of the wall clock, or its second round where the clocks go back. */
export interface AxisRow {
  hour: number;
  isSecond: boolean;
}

/** What of a row is time on a day. */
export interface AxisCell {
  row: number;
  /** Of the hour, at `start`. */
  minute: number;
  start: EpochMs;
  end: EpochMs;
}

export interface CalendarAxis {
  rows: AxisRow[];
  /** By day, ascending in time. */
  days: AxisCell[][];
}

const minute = 60_000;

/** Minutes from the top of the scale to an instant of a day; null where it is not drawn. */
export function placeOf(cells: readonly AxisCell[], instant: EpochMs): number | null {
  const cell = cells.find(({ start, end }) => start <= instant && instant < end);
  return cell ? startOf(cell) + (instant - cell.start) / minute : null;
}

/** The instant at so many minutes from the top; null where the day has no time there. */
export function instantAt(cells: readonly AxisCell[], place: number): EpochMs | null {
  const cell = cells.find((each) => startOf(each) <= place && place < startOf(each) + (each.end - each.start) / minute);
  return cell ? cell.start + (place - startOf(cell)) * minute : null;
}

/** Minutes from the top to the beginning and to the end of a stretch, cut to what is drawn; null where nothing is. */
export function spanOf(cells: readonly AxisCell[], { start, end }: Interval): { from: number; to: number } | null {
  const touched = cells.filter((cell) => cell.start < end && start < cell.end);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  return {
    from: startOf(first) + Math.max(0, start - first.start) / minute,
    to: startOf(last) + (Math.min(end, last.end) - last.start) / minute,
  };
}

/** Of some instants the one that is drawn nearest to a place; null where none is drawn. */
export function nearestTo(cells: readonly AxisCell[], place: number, instants: readonly EpochMs[]): EpochMs | null {
  let best: { instant: EpochMs; distance: number } | null = null;
  for (const instant of instants) {
    // The end of a stretch is where the minute before it ends.
    const at = placeOf(cells, instant) ?? endPlaceOf(cells, instant);
    if (at === null) continue;
    const distance = Math.abs(at - place);
    if (!best || distance < best.distance) best = { instant, distance };
  }
  return best?.instant ?? null;
}

function endPlaceOf(cells: readonly AxisCell[], instant: EpochMs): number | null {
  const cell = cells.find(({ end }) => end === instant);
  return cell ? startOf(cell) + (cell.end - cell.start) / minute : null;
}

function startOf(cell: AxisCell): number {
  return cell.row * 60 + cell.minute;
}
