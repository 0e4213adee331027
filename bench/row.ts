/** One line of the bench's table. */
export interface Row {
  name: string;
  figure: number;
  /** Measured in the same run, taking turns; null where nothing compares. */
  floor: number | null;
  unit: "per second" | "ms" | "statements" | "bookings" | "connections";
  /** What `ratio` (figure to floor), or the figure itself without a floor, must reach; null where none is set. */
  bar: { kind: "at least" | "at most" | "exactly"; value: number } | null;
}

export interface JudgedRow extends Row {
  ratio: number | null;
  /** Null without a bar. */
  passed: boolean | null;
}

export function judge(row: Row): JudgedRow {
  const ratio = row.floor === null ? null : row.figure / row.floor;
  return { ...row, ratio, passed: row.bar && reaches(ratio ?? row.figure, row.bar) };
}

function reaches(value: number, bar: NonNullable<Row["bar"]>): boolean {
  if (bar.kind === "exactly") return value === bar.value;
  return bar.kind === "at least" ? value >= bar.value : value <= bar.value;
}

/** The rows as a table of plain text. */
export function tableOf(rows: readonly JudgedRow[]): string {
  const head = ["", "figure", "floor", "ratio", "bar", ""];
  const cells = rows.map(({ name, figure, floor, unit, ratio, bar, passed }) => [
    name,
    `${short(figure)} ${unit}`,
    floor === null ? "–" : short(floor),
    ratio === null ? "–" : ratio.toFixed(2),
    bar === null ? "–" : `${signs[bar.kind]} ${bar.value}`,
    passed === null ? "" : passed ? "ok" : "MISSED",
  ]);
  const widths = head.map((title, column) =>
    Math.max(...[head, ...cells].map((row) => row[column]?.length ?? 0), title.length),
  );
  const line = (row: string[]) =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)));
  return [head, ...cells].map((row) => line(row).join("  ").trimEnd()).join("\n");
}

const signs = { "at least": "≥", "at most": "≤", exactly: "=" } as const;

function short(value: number): string {
  if (Number.isInteger(value) || value >= 100) return Math.round(value).toString();
  return value.toFixed(value >= 1 ? 2 : 4);
}
