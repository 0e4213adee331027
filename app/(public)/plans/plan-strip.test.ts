import { describe, expect, test } from "vitest";
import { stripOf } from "./plan-strip.ts";

describe("a plan on one line", () => {
  test("runs from the first of its first month to the end of its last", () => {
    const { months, marks } = stripOf([
      { date: "2026-11-30", state: "placed" },
      { date: "2027-02-28", state: "moved" },
    ]);
    expect(months.map(({ start }) => start)).toEqual(["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"]);
    expect(months[0]?.at).toBe(0);
    expect(months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
    expect(marks[0]?.at).toBeCloseTo(29 / 120);
    expect(marks[1]?.at).toBeCloseTo(119 / 120);
  });

  test("has nothing to show of nothing", () => {
    expect(stripOf([])).toEqual({ months: [], marks: [] });
  });
});
