import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  addDays,
  datesFrom,
  dayBounds,
  dayOfWeek,
  daysBetween,
  type EpochMs,
  formatInstant,
  isLocalDate,
  isTimeZone,
  type LocalDate,
  localDateOf,
  minutes,
  offsetMinutesAt,
  parseInstant,
  resolveWallTime,
  type TimeZone,
  type WallTime,
  wallText,
  wallTimeOf,
} from "./time.ts";

const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"];
const fiveYears = datesFrom("2024-01-01", "2028-12-31");

const anyZone = fc.constantFrom(...zones);
const anyDate = fc.constantFrom(...fiveYears);
const anyWallMinute = fc.integer({ min: 0, max: 1439 });
const anyInstant = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) - 1 });

const at = (text: string): EpochMs => Temporal.Instant.from(text).epochMilliseconds;
const zoned = (instant: EpochMs, zone: TimeZone) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);

/** The days of the five years on which the zone's clocks change. */
function changesIn(zone: TimeZone): LocalDate[] {
  return fiveYears.filter((date) => Temporal.PlainDate.from(date).toZonedDateTime(zone).hoursInDay !== 24);
}

/** By Temporal: both readings of an ambiguous time, dropping those that moved out of a gap. */
function oracleResolve(date: LocalDate, time: WallTime, zone: TimeZone): EpochMs[] {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(time);
  const readings = (["earlier", "later"] as const)
    .map((disambiguation) => wall.toZonedDateTime(zone, { disambiguation }))
    .filter((reading) => reading.toPlainDateTime().equals(wall));
  return [...new Set(readings.map((reading) => reading.epochMilliseconds))];
}

it("runs in a zone that no clinic of these tests is in", () => {
  expect(new Date().getTimezoneOffset()).toBe(-345);
});

describe("against Temporal", () => {
  test("an instant's day, clock, offset and RFC 3339 text, 1970 to 2100", () => {
    const property = fc.property(anyInstant, anyZone, (instant, zone) => {
      const expected = zoned(instant, zone);
      expect(localDateOf(instant, zone)).toBe(expected.toPlainDate().toString());
      expect(wallTimeOf(instant, zone)).toBe(
        expected.toPlainTime().toString({ smallestUnit: "minute", roundingMode: "trunc" }),
      );
      expect(minutes(offsetMinutesAt(instant, zone))).toBe(expected.offsetNanoseconds / 1e6);
      expect(formatInstant(instant, zone)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?[+-]\d\d:\d\d$/);
      expect(parseInstant(formatInstant(instant, zone))).toBe(instant);
      expect(Temporal.Instant.from(formatInstant(instant, zone)).epochMilliseconds).toBe(instant);
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  test.each(zones)("%s: the last millisecond before and the first after every change of five years", (zone) => {
    for (const date of changesIn(zone)) {
      const bounds = dayBounds(date, zone);
      for (let edge = bounds.start; edge <= bounds.end; edge += minutes(30)) {
        for (const instant of [edge - 1, edge, edge + 1]) {
          expect(localDateOf(instant, zone)).toBe(zoned(instant, zone).toPlainDate().toString());
          expect(offsetMinutesAt(instant, zone)).toBe(zoned(instant, zone).offsetNanoseconds / 6e10);
        }
      }
    }
  });

  test.each(zones)("%s: every day of five years begins and ends where Temporal says", (zone) => {
    for (const date of fiveYears) {
      const day = Temporal.PlainDate.from(date);
      expect(dayBounds(date, zone), date).toEqual({
        start: day.toZonedDateTime(zone).epochMilliseconds,
        end: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
      });
    }
  });

  test.each(zones)("%s: every minute of the days around a change", (zone) => {
    for (const change of changesIn(zone)) {
      for (const date of datesFrom(addDays(change, -1), addDays(change, 1))) {
        for (let minute = 0; minute < 1440; minute += 5) {
          const time = wallText(minute);
          expect(resolveWallTime(date, time, zone), `${date} ${time}`).toEqual(oracleResolve(date, time, zone));
        }
      }
    }
  });

  test("any wall time of five years", () => {
    const property = fc.property(anyDate, anyWallMinute, anyZone, (date, minute, zone) => {
      expect(resolveWallTime(date, wallText(minute), zone)).toEqual(oracleResolve(date, wallText(minute), zone));
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  test("all zones the runtime knows, on the days their clocks changed in 2011 and 2024", () => {
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      for (const year of [2011, 2024]) {
        let change = Temporal.PlainDate.from(`${year}-01-01`).toZonedDateTime(zone).getTimeZoneTransition("next");
        for (; change && change.year === year; change = change.getTimeZoneTransition("next")) {
          const date = change.subtract({ seconds: 1 }).toPlainDate().toString();
          for (let minute = 0; minute < 1440; minute += 30) {
            const time = wallText(minute);
            expect(resolveWallTime(date, time, zone), `${zone} ${date} ${time}`).toEqual(
              oracleResolve(date, time, zone),
            );
          }
        }
      }
    }
  });

  test("calendar arithmetic, over month ends and leap days", () => {
    const property = fc.property(anyDate, fc.integer({ min: -1_500, max: 1_500 }), (date, n) => {
      const expected = Temporal.PlainDate.from(date).add({ days: n });
      expect(addDays(date, n)).toBe(expected.toString());
      expect(daysBetween(date, expected.toString())).toBe(n);
      expect(dayOfWeek(addDays(date, n))).toBe(expected.dayOfWeek - 1);
    });
    fc.assert(property, { numRuns: 1_000 });
  });
});

describe("texts", () => {
  test.each([
    ["2026-07-01T09:30:00Z", "2026-07-01T10:30:00+01:00", "Europe/London"],
    ["2026-01-01T09:30:00Z", "2026-01-01T09:30:00+00:00", "Europe/London"],
    ["2026-01-01T09:30:00.250Z", "2026-01-01T04:30:00.250-05:00", "America/New_York"],
    ["2026-01-01T09:30:00Z", "2026-01-01T15:15:00+05:45", "Asia/Kathmandu"],
    ["1971-06-01T00:00:00Z", "1971-05-31T23:16:00-00:44", "Africa/Monrovia"],
  ])("%s is written %s in %s", (instant, text, zone) => {
    expect(formatInstant(at(instant), zone)).toBe(text);
    expect(parseInstant(text)).toBe(at(instant));
  });

  test.each(["2026-07-01T10:30+01:00", "2026-07-01T09:30Z", "2026-07-01T09:30:00.000000Z"])("%s is read", (text) => {
    expect(parseInstant(text)).toBe(at("2026-07-01T09:30Z"));
  });

  test.each([
    "",
    "2026-07-01",
    "2026-07-01T10:30",
    "2026-07-01T10:30:00",
    "2026-07-01 10:30:00Z",
    "2026-02-30T10:30:00Z",
    "2026-07-01T25:00:00Z",
    "2026-07-01T10:30:00+25:00",
    "2026-07-01T10:30:00Z[Europe/London]",
    "+002026-07-01T10:30:00Z",
    "1751362200000",
    "1899-12-31T23:59:59Z",
    "2200-01-01T00:00:00Z",
  ])("%j is no instant", (text) => {
    expect(() => parseInstant(text)).toThrow(RangeError);
  });

  test.each([
    ["2028-02-29", true],
    ["2000-02-29", true],
    ["1900-01-01", true],
    ["2199-12-31", true],
    ["1899-12-31", false],
    ["2200-01-01", false],
    ["2026-02-29", false],
    ["2100-02-29", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-1-1", false],
    ["2026-01-01T00:00", false],
    ["+002026-01-01", false],
    ["", false],
  ])("isLocalDate(%j) is %s", (text, expected) => {
    expect(isLocalDate(text)).toBe(expected);
  });

  test.each([
    ["Europe/London", true],
    ["Asia/Kathmandu", true],
    ["Asia/Kolkata", true],
    ["UTC", true],
    ["europe/london", false],
    ["Mars/Olympus", false],
    ["+01:00", false],
    ["2026-01-01T00:00Z[Europe/London]", false],
    ["", false],
  ])("isTimeZone(%j) is %s", (text, expected) => {
    expect(isTimeZone(text)).toBe(expected);
  });

  test("what is no day, time or zone is refused, not guessed", () => {
    expect(() => addDays("2026-02-29", 1)).toThrow(RangeError);
    expect(() => resolveWallTime("2026-02-28", "24:30", "UTC")).toThrow(RangeError);
    expect(() => resolveWallTime("2026-02-28", "9:00", "UTC")).toThrow(RangeError);
    expect(() => localDateOf(0, "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("calendar days", () => {
  test("over the leap day and the year's end", () => {
    expect(datesFrom("2028-02-28", "2028-03-01")).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    expect(datesFrom("2026-12-31", "2027-01-01")).toEqual(["2026-12-31", "2027-01-01"]);
    expect(addDays("2027-01-31", 28)).toBe("2027-02-28");
  });

  test("none backwards, one for a day itself", () => {
    expect(datesFrom("2026-01-02", "2026-01-01")).toEqual([]);
    expect(datesFrom("2026-01-02", "2026-01-02")).toEqual(["2026-01-02"]);
  });

  test("weeks begin on Monday, also before 1970", () => {
    expect(dayOfWeek("2026-11-23")).toBe(0);
    expect(dayOfWeek("2026-11-29")).toBe(6);
    expect(dayOfWeek("1969-12-31")).toBe(2);
  });
});
