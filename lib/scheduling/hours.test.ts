import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  formatInstant,
  type Interval,
  localDateOf,
  minutes,
  parseInstant,
  wallText,
  wallTimeOf,
} from "#lib/time.ts";
import {
  type BusinessHours,
  type Closure,
  openingOn,
  problemsInWeek,
  problemsInWeeklyHours,
  type WeeklyHours,
  workingBetween,
} from "./hours.ts";

const zone = "Europe/London";

const shift = (dayOfWeek: number, openTime: string, closeTime: string): BusinessHours => ({
  dayOfWeek,
  openTime,
  closeTime,
  isClosed: false,
  validFrom: null,
  validTo: null,
});
const sunday: BusinessHours = { ...shift(6, "09:00", "17:00"), isClosed: true };
const weekdays = [0, 1, 2, 3, 4].flatMap((day) => [shift(day, "13:30", "18:00"), shift(day, "08:30", "12:30")]);
const week = [...weekdays, shift(5, "09:00", "12:00"), sunday];

const closed = (from: string, to: string, reason: string): Closure => ({
  from,
  to,
  reason,
  openTime: null,
  closeTime: null,
});
const special = (date: string, openTime: string, closeTime: string): Closure => ({
  from: date,
  to: date,
  reason: "Special hours",
  openTime,
  closeTime,
});

const read = (intervals: readonly Interval[]) =>
  intervals.map(({ start, end }) => `${formatInstant(start, zone).slice(0, 16)}–${wallTimeOf(end, zone)}`);

describe("openingOn", () => {
  const christmas = closed("2026-12-25", "2026-12-28", "Christmas");

  test.each<[string, string, Closure[], string[], string | null]>([
    ["two shifts of a Monday", "2026-11-23", [], ["2026-11-23T08:30–12:30", "2026-11-23T13:30–18:00"], null],
    ["a short Saturday", "2026-11-28", [], ["2026-11-28T09:00–12:00"], null],
    ["a closed Sunday", "2026-11-29", [], [], null],
    [
      "the day before the holiday",
      "2026-12-24",
      [christmas],
      ["2026-12-24T08:30–12:30", "2026-12-24T13:30–18:00"],
      null,
    ],
    ["its first day", "2026-12-25", [christmas], [], "Christmas"],
    ["its last day", "2026-12-28", [christmas], [], "Christmas"],
    [
      "special hours replace both shifts",
      "2026-12-24",
      [special("2026-12-24", "09:00", "11:00")],
      ["2026-12-24T09:00–11:00"],
      null,
    ],
    [
      "special hours open a Sunday",
      "2026-11-29",
      [special("2026-11-29", "10:00", "12:00")],
      ["2026-11-29T10:00–12:00"],
      null,
    ],
    [
      "several special hours, touching",
      "2026-11-23",
      [
        special("2026-11-23", "10:00", "12:00"),
        special("2026-11-23", "09:00", "10:00"),
        special("2026-11-23", "15:00", "16:00"),
      ],
      ["2026-11-23T09:00–12:00", "2026-11-23T15:00–16:00"],
      null,
    ],
    [
      "closed goes before special hours",
      "2026-12-25",
      [special("2026-12-25", "09:00", "11:00"), christmas],
      [],
      "Christmas",
    ],
  ])("%s", (_, date, closures, intervals, closedBecause) => {
    const opening = openingOn(date, week, closures, zone);
    expect(read(opening.intervals)).toEqual(intervals);
    expect(opening.closedBecause).toBe(closedBecause);
  });
});

describe("workingBetween", () => {
  const mondays = (fields: Partial<WeeklyHours> = {}): WeeklyHours => ({
    dayOfWeek: 0,
    startTime: "09:00",
    endTime: "17:00",
    validFrom: null,
    validTo: null,
    ...fields,
  });
  const between = (from: string, to: string): Interval => ({ start: parseInstant(from), end: parseInstant(to) });

  test("the hours of the week, on the days asked for", () => {
    expect(read(workingBetween("2026-11-23", "2026-11-30", [mondays()], [], [], zone))).toEqual([
      "2026-11-23T09:00–17:00",
      "2026-11-30T09:00–17:00",
    ]);
  });

  test("valid from and valid to include their days", () => {
    const november = mondays({ validFrom: "2026-11-09", validTo: "2026-11-23" });
    expect(read(workingBetween("2026-11-01", "2026-11-30", [november], [], [], zone))).toEqual([
      "2026-11-09T09:00–17:00",
      "2026-11-16T09:00–17:00",
      "2026-11-23T09:00–17:00",
    ]);
  });

  test("windows are added and merged, time off is taken away, also from windows", () => {
    const windows = [
      between("2026-11-23T17:00Z", "2026-11-23T19:00Z"),
      between("2026-11-24T10:00Z", "2026-11-24T12:00Z"),
    ];
    const timeOff = [
      between("2026-11-24T11:00Z", "2026-11-25T00:00Z"),
      between("2026-11-23T12:00Z", "2026-11-23T13:00Z"),
    ];
    expect(read(workingBetween("2026-11-23", "2026-11-24", [mondays()], windows, timeOff, zone))).toEqual([
      "2026-11-23T09:00–12:00",
      "2026-11-23T13:00–19:00",
      "2026-11-24T10:00–11:00",
    ]);
  });

  test("windows outside the days asked for are cut off", () => {
    const overnight = [between("2026-11-22T22:00Z", "2026-11-23T02:00Z")];
    expect(read(workingBetween("2026-11-23", "2026-11-23", [], overnight, [], zone))).toEqual([
      "2026-11-23T00:00–02:00",
    ]);
  });

  test("day and night over both changes of clocks: 23 and 25 hours", () => {
    const always = [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) =>
      mondays({ dayOfWeek, startTime: "00:00", endTime: "24:00" }),
    );
    for (const [date, hours] of [
      ["2026-03-29", 23],
      ["2026-10-25", 25],
    ] as const) {
      const [day] = workingBetween(date, date, always, [], [], zone);
      expect(day && (day.end - day.start) / minutes(60)).toBe(hours);
    }
    expect(workingBetween("2026-01-01", "2026-12-31", always, [], [], zone)).toHaveLength(1);
  });

  test("any doctor, any quarter of an hour: works exactly where week or window say so and no time off forbids", () => {
    const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"];
    const quarter = fc.integer({ min: 0, max: 95 });
    const stretch = fc
      .record({ dayOfWeek: fc.integer({ min: 0, max: 6 }), a: quarter, b: quarter })
      .filter(({ a, b }) => a < b)
      .map(({ dayOfWeek, a, b }) => mondays({ dayOfWeek, startTime: wallText(a * 15), endTime: wallText(b * 15) }));
    const aroundChange = fc.constantFrom(
      "2026-03-08",
      "2026-03-29",
      "2026-04-05",
      "2026-10-04",
      "2026-10-25",
      "2026-11-01",
    );
    const absolute = fc
      .tuple(fc.integer({ min: -96, max: 480 }), fc.integer({ min: 1, max: 200 }))
      .map(([from, length]) => ({ start: from * minutes(15), end: (from + length) * minutes(15) }));

    const property = fc.property(
      fc.constantFrom(...zones),
      aroundChange,
      fc.array(stretch, { maxLength: 6 }),
      fc.array(absolute, { maxLength: 3 }),
      fc.array(absolute, { maxLength: 3 }),
      (zone, middle, weekly, relativeWindows, relativeOff) => {
        const [from, to] = [addDays(middle, -1), addDays(middle, 1)];
        const origin = Date.parse(`${from}T00:00Z`);
        const move = ({ start, end }: Interval) => ({ start: origin + start, end: origin + end });
        const [windows, off] = [relativeWindows.map(move), relativeOff.map(move)];
        const working = workingBetween(from, to, weekly, windows, off, zone);
        const within = (list: readonly Interval[], t: number) => list.some(({ start, end }) => start <= t && t < end);

        for (let t = origin - minutes(14 * 60); t < origin + minutes(4 * 1440); t += minutes(15)) {
          const date = localDateOf(t, zone);
          const asked = from <= date && date <= to;
          const time = wallTimeOf(t, zone);
          const weekday = (Temporal.PlainDate.from(date).dayOfWeek + 6) % 7;
          const today = weekly.filter((hours) => hours.dayOfWeek === weekday);
          const byWall = today.some(({ startTime, endTime }) => startTime <= time && time < endTime);
          const byWindow = within(windows, t);
          const expected = asked && (byWall || byWindow) && !within(off, t);
          // A stretch that begins or ends within a repeated hour also runs through the times between its two halves.
          const repeated = Temporal.PlainDate.from(date).toZonedDateTime(zone).hoursInDay > 24 && time < "03:00";
          if (!repeated) expect(within(working, t), `${zone} ${date} ${time}`).toBe(expected);
        }
        for (const [n, { start, end }] of working.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThan(working[n - 1]?.end ?? Number.NEGATIVE_INFINITY);
        }
      },
    );
    fc.assert(property, { numRuns: 150 });
  });
});

describe("problemsInWeek", () => {
  test("a good week has none, and touching shifts are good", () => {
    expect(problemsInWeek(week)).toEqual([]);
    const touching = [shift(0, "08:00", "12:00"), shift(0, "12:00", "24:00")];
    expect(problemsInWeek(touching)).toEqual([]);
    expect(problemsInWeek(touching.toReversed())).toEqual([]);
    expect(problemsInWeek([])).toEqual([]);
  });

  test.each<[string, BusinessHours[], { path: string; code: string }[]]>([
    ["closing before opening", [shift(0, "12:00", "08:00")], [{ path: "0.closeTime", code: "close_not_after_open" }]],
    ["closing as it opens", [shift(0, "12:00", "12:00")], [{ path: "0.closeTime", code: "close_not_after_open" }]],
    [
      "overlapping shifts: the later in the list",
      [shift(0, "12:00", "18:00"), shift(1, "08:00", "12:30"), shift(0, "08:00", "12:30")],
      [{ path: "2.openTime", code: "shifts_overlap" }],
    ],
    [
      "one shift within another, and the same twice",
      [shift(0, "08:00", "18:00"), shift(0, "10:00", "11:00"), shift(0, "08:00", "18:00")],
      [
        { path: "1.openTime", code: "shifts_overlap" },
        { path: "2.openTime", code: "shifts_overlap" },
      ],
    ],
    [
      "a closed day with a shift",
      [sunday, shift(6, "09:00", "10:00")],
      [{ path: "0.isClosed", code: "closed_day_has_shifts" }],
    ],
  ])("%s", (_, hours, problems) => {
    expect(problemsInWeek(hours)).toEqual(problems);
  });
});

test("problems of a doctor's week stand at a doctor's fields", () => {
  const worked = (startTime: string, endTime: string) => ({ dayOfWeek: 2, startTime, endTime });
  expect(problemsInWeeklyHours([worked("08:00", "12:00"), worked("12:00", "24:00")])).toEqual([]);
  expect(problemsInWeeklyHours([worked("08:00", "12:00"), worked("11:00", "13:00"), worked("15:00", "14:00")])).toEqual(
    [
      { path: "1.startTime", code: "shifts_overlap" },
      { path: "2.endTime", code: "close_not_after_open" },
    ],
  );
});
