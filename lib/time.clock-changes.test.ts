import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  datesFrom,
  dayBounds,
  type EpochMs,
  type LocalDate,
  minutes,
  parseInstant,
  resolveWallTime,
  type TimeZone,
  type WallTime,
  wallInterval,
  wallText,
  wallTimeOf,
} from "./time.ts";

const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"];
const hoursIn = ({ start, end }: { start: EpochMs; end: EpochMs }) => (end - start) / minutes(60);

describe("gaps and overlaps", () => {
  // Clocks seldom change at midday or late in the evening: those rows are from the zones' history.
  const cases: [name: string, zone: TimeZone, date: LocalDate, time: WallTime, instants: string[]][] = [
    ["gap at 02:30", "America/New_York", "2026-03-08", "02:30", []],
    ["overlap at 01:30", "America/New_York", "2026-11-01", "01:30", ["2026-11-01T05:30Z", "2026-11-01T06:30Z"]],
    ["overlap at 02:30", "Africa/Casablanca", "2026-02-15", "02:30", ["2026-02-15T01:30Z", "2026-02-15T02:30Z"]],
    ["half an hour's gap at 02:15", "Australia/Lord_Howe", "2026-10-04", "02:15", []],
    ["after that gap, 02:30", "Australia/Lord_Howe", "2026-10-04", "02:30", ["2026-10-03T15:30Z"]],
    [
      "half an hour's overlap at 01:30",
      "Australia/Lord_Howe",
      "2026-04-05",
      "01:30",
      ["2026-04-04T14:30Z", "2026-04-04T15:00Z"],
    ],
    ["gap at 12:30", "Africa/Khartoum", "2000-01-15", "12:30", []],
    ["the first time after it, 13:00", "Africa/Khartoum", "2000-01-15", "13:00", ["2000-01-15T10:00Z"]],
    ["gap at 13:00, in a lost day", "Pacific/Apia", "2011-12-30", "13:00", []],
    [
      "overlap at 13:00, in a day lived twice",
      "Pacific/Kwajalein",
      "1969-09-30",
      "13:00",
      ["1969-09-30T02:00Z", "1969-10-01T01:00Z"],
    ],
    ["overlap at 18:00", "Antarctica/Vostok", "1994-01-31", "18:00", ["1994-01-31T11:00Z", "1994-01-31T18:00Z"]],
    ["gap at 23:30", "Asia/Dhaka", "2009-06-19", "23:30", []],
    ["overlap at 23:30", "Africa/Khartoum", "2017-10-31", "23:30", ["2017-10-31T20:30Z", "2017-10-31T21:30Z"]],
    ["overlap at 23:30", "America/Sao_Paulo", "2019-02-16", "23:30", ["2019-02-17T01:30Z", "2019-02-17T02:30Z"]],
    ["gap at midnight", "America/Sao_Paulo", "2018-11-04", "00:00", []],
    ["gap at midnight", "Asia/Beirut", "2026-03-29", "00:00", []],
    ["overlap at midnight", "America/Havana", "2026-11-01", "00:00", ["2026-11-01T04:00Z", "2026-11-01T05:00Z"]],
    ["24:00 before that gap", "Asia/Beirut", "2026-03-28", "24:00", []],
    ["no change", "Asia/Kolkata", "2026-03-29", "02:30", ["2026-03-28T21:00Z"]],
  ];

  test.each(cases)("%s: %s %s %s", (_, zone, date, time, instants) => {
    expect(resolveWallTime(date, time, zone)).toEqual(instants.map(parseInstant));
  });

  test.each([
    ["Europe/London", "2026-03-29", 23],
    ["Europe/London", "2026-10-25", 25],
    ["Australia/Lord_Howe", "2026-10-04", 23.5],
    ["Australia/Lord_Howe", "2026-04-05", 24.5],
    ["America/Sao_Paulo", "2018-11-04", 23],
    ["America/Havana", "2026-11-01", 25],
    ["Pacific/Apia", "2011-12-30", 0],
    ["Asia/Kolkata", "2026-03-29", 24],
  ])("%s %s has %s hours", (zone, date, hours) => {
    expect(hoursIn(dayBounds(date, zone))).toBe(hours);
  });

  test("days follow each other without a gap, wherever midnight goes", () => {
    for (const zone of [...zones, "America/Sao_Paulo", "Asia/Beirut", "America/Havana", "Pacific/Apia"]) {
      const year = datesFrom("2011-01-01", "2011-12-31");
      for (const date of year) expect(dayBounds(date, zone).end).toBe(dayBounds(addDays(date, 1), zone).start);
    }
  });
});

describe("wallInterval", () => {
  const cases: [
    name: string,
    zone: TimeZone,
    date: LocalDate,
    from: WallTime,
    to: WallTime,
    expected: [string, string] | null,
  ][] = [
    ["a plain morning", "Europe/London", "2026-06-01", "09:00", "12:30", ["2026-06-01T08:00Z", "2026-06-01T11:30Z"]],
    [
      "starting in the gap",
      "Europe/London",
      "2026-03-29",
      "01:30",
      "03:00",
      ["2026-03-29T01:00Z", "2026-03-29T02:00Z"],
    ],
    ["ending in the gap", "Europe/London", "2026-03-29", "00:30", "01:30", ["2026-03-29T00:30Z", "2026-03-29T01:00Z"]],
    ["within the gap", "Europe/London", "2026-03-29", "01:15", "01:45", null],
    [
      "starting in the overlap",
      "Europe/London",
      "2026-10-25",
      "01:30",
      "03:00",
      ["2026-10-25T00:30Z", "2026-10-25T03:00Z"],
    ],
    [
      "ending in the overlap",
      "Europe/London",
      "2026-10-25",
      "00:30",
      "01:30",
      ["2026-10-24T23:30Z", "2026-10-25T01:30Z"],
    ],
    [
      "ending as the overlap begins",
      "Europe/London",
      "2026-10-25",
      "00:30",
      "01:00",
      ["2026-10-24T23:30Z", "2026-10-25T00:00Z"],
    ],
    ["until 24:00", "Europe/London", "2026-10-25", "22:00", "24:00", ["2026-10-25T22:00Z", "2026-10-26T00:00Z"]],
    [
      "until a midnight that comes twice",
      "America/Havana",
      "2026-10-31",
      "22:00",
      "24:00",
      ["2026-11-01T02:00Z", "2026-11-01T04:00Z"],
    ],
    [
      "from a midnight that is skipped",
      "Asia/Beirut",
      "2026-03-29",
      "00:00",
      "08:00",
      ["2026-03-28T22:00Z", "2026-03-29T05:00Z"],
    ],
    ["the wrong way round", "Europe/London", "2026-06-01", "12:00", "09:00", null],
    ["empty, at an hour that comes twice", "Europe/London", "2026-10-25", "01:30", "01:30", null],
  ];

  test.each(cases)("%s: %s %s %s–%s", (_, zone, date, from, to, expected) => {
    const interval = expected && { start: parseInstant(expected[0]), end: parseInstant(expected[1]) };
    expect(wallInterval(date, from, to, zone)).toEqual(interval);
  });

  test("agrees with reading the wall clock minute by minute", () => {
    const changeDay = fc.constantFrom(
      ...zones.flatMap((zone) =>
        datesFrom("2024-01-01", "2028-12-31")
          .filter((date) => hoursIn(dayBounds(date, zone)) !== 24)
          .map((date) => ({ zone, date })),
      ),
    );
    const quarter = fc.integer({ min: 0, max: 95 }).map((n) => wallText(n * 15));
    const property = fc.property(changeDay, quarter, quarter, ({ zone, date }, a, b) => {
      fc.pre(a !== b);
      const [from, to] = a < b ? [a, b] : [b, a];
      const { start, end } = dayBounds(date, zone);
      const open: EpochMs[] = [];
      for (let instant = start; instant < end; instant += minutes(5)) {
        const time = wallTimeOf(instant, zone);
        if (from <= time && time < to) open.push(instant);
      }
      const expected = open.length > 0 ? { start: open[0], end: (open.at(-1) as number) + minutes(5) } : null;
      expect(wallInterval(date, from, to, zone)).toEqual(expected);
    });
    fc.assert(property, { numRuns: 300 });
  });
});
