import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayBounds, formatInstant, type TimeZone, wallText } from "#lib/time.ts";
import { stretchOf, type TypedStretch, wholeDays } from "./doctor-time.ts";

const london = "Europe/London";
const typed = (fields: Partial<TypedStretch> & { from: string }): TypedStretch => ({
  fromTime: null,
  to: fields.from,
  toTime: null,
  ...fields,
});

function read(stretch: TypedStretch, zone: TimeZone = london): string {
  const result = stretchOf(stretch, zone);
  if ("problem" in result) return `${result.problem.path}: ${result.problem.code}`;
  return `${formatInstant(result.interval.start, zone)} ${formatInstant(result.interval.end, zone)}`;
}

describe("a typed stretch", () => {
  const spring = "2026-03-29";
  const autumn = "2026-10-25";

  test.each<[string, TypedStretch, string]>([
    ["a whole day", typed({ from: "2026-11-24" }), "2026-11-24T00:00:00+00:00 2026-11-25T00:00:00+00:00"],
    [
      "hours",
      typed({ from: "2026-11-24", fromTime: "13:00", toTime: "15:30" }),
      "2026-11-24T13:00:00+00:00 2026-11-24T15:30:00+00:00",
    ],
    [
      "until midnight",
      typed({ from: "2026-11-24", fromTime: "23:30", toTime: "00:00" }),
      "2026-11-24T23:30:00+00:00 2026-11-25T00:00:00+00:00",
    ],
    [
      "from an hour on",
      typed({ from: "2026-11-24", fromTime: "13:00" }),
      "2026-11-24T13:00:00+00:00 2026-11-25T00:00:00+00:00",
    ],
    [
      "over the end of a month, and of February in a leap year",
      typed({ from: "2028-02-28", to: "2028-03-01" }),
      "2028-02-28T00:00:00+00:00 2028-03-02T00:00:00+00:00",
    ],
    [
      "over the end of the year, with times",
      typed({ from: "2026-12-31", fromTime: "12:00", to: "2027-01-01", toTime: "08:00" }),
      "2026-12-31T12:00:00+00:00 2027-01-01T08:00:00+00:00",
    ],
    [
      "until the first minute of a later day",
      typed({ from: "2026-11-24", to: "2026-11-25", toTime: "00:00" }),
      "2026-11-24T00:00:00+00:00 2026-11-25T00:00:00+00:00",
    ],
    ["a spring day has 23 hours", typed({ from: spring }), "2026-03-29T00:00:00+00:00 2026-03-30T00:00:00+01:00"],
    ["an autumn day has 25", typed({ from: autumn }), "2026-10-25T00:00:00+01:00 2026-10-26T00:00:00+00:00"],
    [
      "13:00 on a spring day",
      typed({ from: spring, fromTime: "13:00", toTime: "23:30" }),
      "2026-03-29T13:00:00+01:00 2026-03-29T23:30:00+01:00",
    ],
    ["into the gap", typed({ from: spring, fromTime: "00:30", toTime: "01:30" }), "toTime: skipped_time"],
    ["out of the gap", typed({ from: spring, fromTime: "01:00", toTime: "02:30" }), "fromTime: skipped_time"],
    [
      "02:30 after the gap",
      typed({ from: spring, fromTime: "00:30", toTime: "02:30" }),
      "2026-03-29T00:30:00+00:00 2026-03-29T02:30:00+01:00",
    ],
    [
      "times that come twice count from the first and until the last",
      typed({ from: autumn, fromTime: "01:15", toTime: "01:30" }),
      "2026-10-25T01:15:00+01:00 2026-10-25T01:30:00+00:00",
    ],
    [
      "until the hour that comes twice begins",
      typed({ from: autumn, fromTime: "00:30", toTime: "01:00" }),
      "2026-10-25T00:30:00+01:00 2026-10-25T01:00:00+01:00",
    ],
    ["ends before it begins", typed({ from: "2026-11-24", to: "2026-11-23" }), "to: before_start"],
    [
      "ends when it begins",
      typed({ from: "2026-11-24", fromTime: "13:00", toTime: "13:00" }),
      "toTime: close_not_after_open",
    ],
    [
      "ends at midnight, from midnight: the whole day",
      typed({ from: "2026-11-24", fromTime: "00:00", toTime: "00:00" }),
      "2026-11-24T00:00:00+00:00 2026-11-25T00:00:00+00:00",
    ],
    [
      "nothing before the end of the day",
      typed({ from: "2026-11-24", fromTime: "24:00" }),
      "fromTime: close_not_after_open",
    ],
    [
      "366 days",
      typed({ from: "2026-01-01", to: "2027-01-01" }),
      "2026-01-01T00:00:00+00:00 2027-01-02T00:00:00+00:00",
    ],
    ["more than 366 days", typed({ from: "2026-01-01", to: "2027-01-02" }), "to: range_too_long"],
  ])("%s", (_, stretch, expected) => {
    expect(read(stretch)).toBe(expected);
  });

  test.each<[string, TimeZone, TypedStretch, string]>([
    [
      "02:30 in New York's gap",
      "America/New_York",
      typed({ from: "2026-03-08", fromTime: "02:30", toTime: "13:00" }),
      "fromTime: skipped_time",
    ],
    [
      "half an hour's gap",
      "Australia/Lord_Howe",
      typed({ from: "2026-10-04", fromTime: "02:15", toTime: "13:00" }),
      "fromTime: skipped_time",
    ],
    [
      "a day that begins at one",
      "Africa/Cairo",
      typed({ from: "2026-04-24", fromTime: "00:00", toTime: "13:00" }),
      "2026-04-24T01:00:00+03:00 2026-04-24T13:00:00+03:00",
    ],
  ])("%s", (_, zone, stretch, expected) => {
    expect(read(stretch, zone)).toBe(expected);
  });

  test("anything typed, anywhere: it has a beginning before its end, or a reason", () => {
    const zones = fc.constantFrom("Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo");
    const date = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2026-01-01", days));
    const time = fc.option(
      fc.integer({ min: 0, max: 95 }).map((quarter) => wallText(quarter * 15)),
      { nil: null },
    );
    const any = fc.record({ from: date, fromTime: time, to: date, toTime: time });
    fc.assert(
      fc.property(any, zones, (stretch, zone) => {
        const result = stretchOf(stretch, zone);
        if ("problem" in result) return;
        const { start, end } = result.interval;
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThanOrEqual(dayBounds(stretch.from, zone).start);
        expect(end).toBeLessThanOrEqual(dayBounds(stretch.to, zone).end);
      }),
      { numRuns: 500 },
    );
  });
});

describe("whole days", () => {
  test("of every day of the year, one or several, and of nothing less", () => {
    for (let date = "2026-01-01"; date < "2027-01-01"; date = addDays(date, 1)) {
      const { start, end } = dayBounds(date, london);
      expect(wholeDays({ start, end }, london)).toEqual({ from: date, to: date });
      expect(wholeDays({ start: start + 1, end }, london)).toBeNull();
      expect(wholeDays({ start, end: end - 1 }, london)).toBeNull();
      const week = { start, end: dayBounds(addDays(date, 6), london).end };
      expect(wholeDays(week, london)).toEqual({ from: date, to: addDays(date, 6) });
    }
  });
});
