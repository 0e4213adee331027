/** A grid of five minutes a row. */
export function rowsOf(hours: number): { gridTemplateRows: string } {
  return { gridTemplateRows: `repeat(${hours * 12}, 0.75rem)` };
}

/** From and to so many minutes below the top. */
export function rowSpan({ from, to }: { from: number; to: number }): { gridRow: string } {
  const first = Math.floor(from / 5) + 1;
  return { gridRow: `${first} / ${Math.max(first + 1, Math.ceil(to / 5) + 1)}` };
}
