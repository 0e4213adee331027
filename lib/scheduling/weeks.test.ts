import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOfWeek, type LocalDate, wallInterval, wallText } from "#lib/time.ts";
import { type WeeklyHours, type WeeklyShift, workingBetween } from "./hours.ts";
import {
  meeting,
  onwardsFrom,
  putWeek,
  type Span,
  sameHours,
  stretchesOf,
  type WeekInTime,
  weekOn,
  weeksFrom,
  weeksInTime,
} from "./weeks.ts";

const shift = (dayOfWeek: number, startTime = "09:00", endTime = "12:00"): WeeklyShift => ({
  dayOfWeek,
  startTime,
  endTime,
});
const usual = [shift(0), shift(2)];
const short = [shift(1, "10:00", "11:00")];
const always: WeekInTime[] = [{ from: null, to: null, hours: usual }];
const july: Span = { from: "2026-07-06", to: "2026-07-26" };
const withJuly = putWeek(always, july, short);

describe("a row of weeks", () => {
  test("nobody's hours are one week without any", () => {
    expect(weeksInTime([])).toEqual([{ from: null, to: null, hours: [] }]);
  });

  test("a stretch takes over on its days, and the week goes on after it", () => {
    expect(withJuly).toEqual([
      { from: null, to: "2026-07-05", hours: usual },
      { ...july, hours: short },
      { from: "2026-07-27", to: null, hours: usual },
    ]);
    expect(weeksInTime(stretchesOf(withJuly))).toEqual(withJuly);
  });

  test("a week without hours is a gap in what is stored", () => {
    const away = putWeek(always, july, []);
    expect(stretchesOf(away)).toHaveLength(4);
    expect(weeksInTime(stretchesOf(away))).toEqual(away);
  });

  test("what was taken away again leaves no seam", () => {
    expect(putWeek(withJuly, july, usual)).toEqual(always);
  });

  test("stretches that begin and end on different days are cut into weeks", () => {
    const rows: WeeklyHours[] = [
      { ...shift(0), validFrom: null, validTo: null },
      { ...shift(1), validFrom: "2026-03-01", validTo: "2026-03-31" },
    ];
    expect(weeksInTime(rows)).toEqual([
      { from: null, to: "2026-02-28", hours: [shift(0)] },
      { from: "2026-03-01", to: "2026-03-31", hours: [shift(0), shift(1)] },
      { from: "2026-04-01", to: null, hours: [shift(0)] },
    ]);
  });

  test("which holds on a day, and which still come", () => {
    expect(weekOn(withJuly, "2026-07-05").hours).toEqual(usual);
    expect(weekOn(withJuly, "2026-07-06").hours).toEqual(short);
    expect(weekOn(withJuly, "2026-07-26").hours).toEqual(short);
    expect(weekOn(withJuly, "2026-07-27").hours).toEqual(usual);
    expect(weeksFrom(withJuly, "2026-07-26")).toEqual(withJuly.slice(1));
  });

  test("the same hours elsewhere in time, weeks without any left out", () => {
    const [first, , third] = withJuly as [WeekInTime, WeekInTime, WeekInTime];
    expect(sameHours(withJuly, first)).toEqual([third]);
    expect(sameHours(putWeek(putWeek(always, july, []), { from: "2026-09-01", to: null }, []), first)).toHaveLength(1);
    const twiceAway = putWeek(putWeek(always, july, []), { from: "2026-09-01", to: null }, []);
    expect(sameHours(twiceAway, weekOn(twiceAway, "2026-07-10"))).toEqual([]);
  });
});

describe("a week that begins for good", () => {
  const spansFrom = (weeks: WeekInTime[], from: LocalDate) => onwardsFrom(weeks, from);

  test.each<[string, WeekInTime[], LocalDate, Span[]]>([
    ["holds from then on", always, "2026-05-01", [{ from: "2026-05-01", to: null }]],
    [
      "steps aside for an exception and goes on after it",
      withJuly,
      "2026-05-01",
      [
        { from: "2026-05-01", to: "2026-07-05" },
        { from: "2026-07-27", to: null },
      ],
    ],
    [
      "begun within an exception, holds beyond it",
      withJuly,
      "2026-07-20",
      [
        { from: "2026-07-20", to: "2026-07-26" },
        { from: "2026-07-27", to: null },
      ],
    ],
    [
      "ends where another was planned for good",
      putWeek(always, { from: "2026-09-01", to: null }, short),
      "2026-05-01",
      [{ from: "2026-05-01", to: "2026-08-31" }],
    ],
    [
      "begins after the end of the last one",
      putWeek(always, { from: "2026-09-01", to: null }, []),
      "2026-10-01",
      [{ from: "2026-10-01", to: null }],
    ],
  ])("%s", (_, weeks, from, spans) => {
    expect(spansFrom(weeks, from)).toEqual(spans);
  });
});

describe("meeting hours at another clinic", () => {
  const other = (fields: Partial<WeeklyHours>): WeeklyHours => ({
    ...shift(0, "11:00", "15:00"),
    validFrom: null,
    validTo: null,
    ...fields,
  });

  test.each<[string, WeeklyHours, Span, number[]]>([
    ["always", other({}), { from: null, to: null }, [1]],
    ["on another day of the week", other({ dayOfWeek: 3 }), { from: null, to: null }, []],
    ["touching is not meeting", other({ startTime: "12:00" }), { from: null, to: null }, []],
    ["over before it begins", other({ validTo: "2026-07-05" }), july, []],
    ["on its very first day", other({ validTo: "2026-07-06" }), july, [1]],
    ["on its very last day", other({ validFrom: "2026-07-26" }), july, [1]],
    ["begun after it is over", other({ validFrom: "2026-07-27" }), july, []],
  ])("%s", (_, stretch, span, places) => {
    expect(meeting([shift(1), shift(0)], [span], [stretch])).toEqual(places);
  });
});

test("any changes in any order: each day has the hours that were put there last, and works by them", () => {
  const first = "2026-02-20";
  const date = fc.integer({ min: 0, max: 60 }).map((days) => addDays(first, days));
  const end = fc.option(date, { nil: null });
  const span = fc.record({ from: end, to: end }).filter(({ from, to }) => from === null || to === null || from <= to);
  const hours = fc.uniqueArray(
    fc
      .record({ day: fc.integer({ min: 0, max: 6 }), from: fc.integer({ min: 0, max: 22 }) })
      .map(({ day, from }) => shift(day, wallText(from * 60), wallText(from * 60 + 60))),
    { maxLength: 4, selector: ({ dayOfWeek, startTime }) => `${dayOfWeek}${startTime}` },
  );
  fc.assert(
    fc.property(fc.array(fc.record({ span, hours }), { maxLength: 6 }), date, (changes, day) => {
      const weeks = changes.reduce((row, change) => putWeek(row, change.span, change.hours), weeksInTime([]));
      expect(weeksInTime(stretchesOf(weeks))).toEqual(weeks);
      const last = changes.findLast(
        ({ span: { from, to } }) => (from === null || from <= day) && (to === null || day <= to),
      );
      const put = (last?.hours ?? []).filter((each) => each.dayOfWeek === dayOfWeek(day));
      const zone = "Europe/London";
      const worked = workingBetween(day, day, stretchesOf(weeks), [], [], zone);
      const total = (intervals: readonly { start: number; end: number }[]) =>
        intervals.reduce((sum, { start, end }) => sum + end - start, 0);
      const expected = put.flatMap(({ startTime, endTime }) => wallInterval(day, startTime, endTime, zone) ?? []);
      expect(total(worked)).toBe(total(expected));
      for (const [place, week] of weeks.entries()) {
        const next = weeks[place + 1];
        expect(week.to).toBe(next?.from ? addDays(next.from, -1) : null);
      }
    }),
  );
});
