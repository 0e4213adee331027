import type { EpochMs, Interval } from "#lib/time.ts";

export type { Interval };

/*
 * Sets of instants. "Normal" below means: sorted by start, each with start < end, none overlapping or touching the next.
 */

/** Whether the two share an instant; touching ones do not. Neither may be empty. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether all of `inner` lies within `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The normal form of any intervals: sorted, overlapping and touching ones merged, empty ones dropped. */
export function normalize(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const merged: Interval[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The instants in both. Precondition: both normal; so is the result. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const shared: Interval[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [x, y] = [a[left], b[right]];
    if (!x || !y) return shared;
    const start = Math.max(x.start, y.start);
    const end = Math.min(x.end, y.end);
    if (start < end) shared.push({ start, end });
    if (x.end < y.end) left++;
    else right++;
  }
}

/** The instants of `from` that are not in `taken`. Precondition: both normal; so is the result. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  return intersect(from, gapsBetween(taken));
}

function gapsBetween(taken: readonly Interval[]): Interval[] {
  const gaps: Interval[] = [];
  let free: EpochMs = Number.NEGATIVE_INFINITY;
  for (const { start, end } of taken) {
    gaps.push({ start: free, end: start });
    free = end;
  }
  gaps.push({ start: free, end: Number.POSITIVE_INFINITY });
  return gaps;
}
