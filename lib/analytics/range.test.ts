import { describe, expect, test } from "vitest";
import { askedRange, daysIn, presetRange, presets, rangeBefore, rangeProblem } from "./range.ts";

describe("presets", () => {
  test.each([
    ["last7", "2026-03-01", { from: "2026-02-23", to: "2026-03-01" }],
    ["last28", "2026-03-01", { from: "2026-02-02", to: "2026-03-01" }],
    ["last90", "2026-01-15", { from: "2025-10-18", to: "2026-01-15" }],
    ["thisMonth", "2028-02-10", { from: "2028-02-01", to: "2028-02-29" }],
    ["thisMonth", "2026-12-31", { from: "2026-12-01", to: "2026-12-31" }],
    ["lastMonth", "2026-01-31", { from: "2025-12-01", to: "2025-12-31" }],
    ["lastMonth", "2026-03-30", { from: "2026-02-01", to: "2026-02-28" }],
  ] as const)("%s on %s", (preset, today, range) => {
    expect(presetRange(preset, today)).toEqual(range);
  });

  test("each is known again by its days", () => {
    for (const preset of presets) {
      const { from, to } = presetRange(preset, "2026-11-18");
      expect(askedRange(from, to, "2026-11-18").preset).toBe(preset);
    }
  });
});

test("the range before is as long and ends the day before, over a leap day too", () => {
  const range = { from: "2028-03-01", to: "2028-03-31" };
  expect(rangeBefore(range)).toEqual({ from: "2028-01-30", to: "2028-02-29" });
  expect(daysIn(rangeBefore(range))).toBe(daysIn(range));
});

test.each([
  ["2026-01-01", "2026-01-01", null],
  ["2026-01-01", "2027-02-04", null],
  ["2026-01-01", "2027-02-05", "range_too_long"],
  ["2026-01-02", "2026-01-01", "before_start"],
  ["2026-02-30", "2026-03-01", "date"],
  ["", "2026-03-01", "date"],
] as const)("from %s to %s: %s", (from, to, problem) => {
  expect(rangeProblem(from, to)).toBe(problem);
  expect(askedRange(from, to, "2026-11-18").problem).toBe(problem);
});

test("an address that says nothing means the usual days, one that says half is told so", () => {
  expect(askedRange(null, null, "2026-11-18")).toMatchObject({ preset: "last28", problem: null });
  expect(askedRange("2026-11-01", null, "2026-11-18")).toMatchObject({ preset: null, problem: "date" });
});
