import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, type LocalDate } from "#lib/time.ts";
import type { PlanFrequency } from "./plan-view.ts";
import { addMonths, targetDates } from "./recurrence.ts";

test.each<[string, PlanFrequency, LocalDate, number, LocalDate[]]>([
  ["31 January", "monthly", "2027-01-31", 5, ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]],
  ["31 January of a leap year", "monthly", "2028-01-31", 3, ["2028-01-31", "2028-02-29", "2028-03-31"]],
  ["30 January", "monthly", "2027-01-30", 3, ["2027-01-30", "2027-02-28", "2027-03-30"]],
  ["29 January of a leap year", "monthly", "2028-01-29", 3, ["2028-01-29", "2028-02-29", "2028-03-29"]],
  ["29 February", "monthly", "2028-02-29", 3, ["2028-02-29", "2028-03-29", "2028-04-29"]],
  ["over the year's end", "monthly", "2026-11-30", 4, ["2026-11-30", "2026-12-30", "2027-01-30", "2027-02-28"]],
  ["one month", "monthly", "2027-05-17", 1, ["2027-05-17"]],
  // The end is as long a month as the start allows: from 31 January one month lasts until 28 February.
  ["a month of weeks", "weekly", "2027-01-31", 1, ["2027-01-31", "2027-02-07", "2027-02-14", "2027-02-21"]],
  [
    "the day before the end is in",
    "weekly",
    "2027-03-01",
    1,
    ["2027-03-01", "2027-03-08", "2027-03-15", "2027-03-22", "2027-03-29"],
  ],
  ["the end is out", "weekly", "2027-02-01", 1, ["2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22"]],
  ["fortnights over a leap day", "biweekly", "2028-02-22", 1, ["2028-02-22", "2028-03-07", "2028-03-21"]],
])("%s", (_, frequency, start, months, dates) => {
  expect(targetDates(frequency, start, months)).toEqual(dates);
});

test.each<[string, PlanFrequency, LocalDate, number, LocalDate]>([
  ["weeks of a year", "weekly", "2027-01-04", 53, "2028-01-03"],
  ["weeks of a leap year", "weekly", "2028-01-03", 53, "2029-01-01"],
  ["weeks from a leap day on", "weekly", "2028-02-29", 53, "2029-02-27"],
  ["fortnights of a year", "biweekly", "2027-01-04", 27, "2028-01-03"],
  ["months of a year", "monthly", "2028-02-29", 12, "2029-01-29"],
])("%s", (_, frequency, start, count, last) => {
  const dates = targetDates(frequency, start, 12);
  expect([dates.length, dates.at(-1)]).toEqual([count, last]);
});

test("any plan begins on its first day, goes on in order, and ends before its last", () => {
  const anyStart = fc.integer({ min: 0, max: 3000 }).map((n) => addDays("2026-01-01", n));
  const anyFrequency = fc.constantFrom<PlanFrequency>("weekly", "biweekly", "monthly");
  fc.assert(
    fc.property(anyFrequency, anyStart, fc.integer({ min: 1, max: 12 }), (frequency, start, months) => {
      const dates = targetDates(frequency, start, months);
      expect(dates[0]).toBe(start);
      expect((dates.at(-1) ?? "") < addMonths(start, months)).toBe(true);
      const day = Number(start.slice(8));
      for (const [n, date] of dates.entries()) {
        const next = dates[n + 1];
        if (frequency === "monthly") {
          const ofMonth = Number(date.slice(8));
          expect(ofMonth === day || (ofMonth < day && addDays(date, 1).endsWith("-01"))).toBe(true);
          if (next) expect(daysBetween(date, next)).toBeGreaterThanOrEqual(28);
        } else if (next) expect(daysBetween(date, next)).toBe(frequency === "weekly" ? 7 : 14);
      }
      // Nor does it end sooner than it might.
      const following =
        frequency === "monthly"
          ? addMonths(start, months)
          : addDays(dates.at(-1) ?? "", frequency === "weekly" ? 7 : 14);
      expect(following >= addMonths(start, months)).toBe(true);
    }),
  );
});
