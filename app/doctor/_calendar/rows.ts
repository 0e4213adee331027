/** A grid of five minutes a row: with a hair above and below, ten minutes are just tall enough for a finger (24 px). */
export function rowsOf(hours: number): { gridTemplateRows: string } {
  return { gridTemplateRows: `repeat(${hours * 12}, 0.8125rem)` };
}

/** From and to so many minutes below the top. */
export function rowSpan({ from, to }: { from: number; to: number }): { gridRow: string } {
  const first = Math.floor(from / 5) + 1;
  return { gridRow: `${first} / ${Math.max(first + 1, Math.ceil(to / 5) + 1)}` };
}
