import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayBounds, minutes, resolveWallTime, wallTimeOf } from "#lib/time.ts";
import { calendarAxis, hoursHolding } from "./calendar-axis.ts";
import { type AxisCell, instantAt, nearestTo, placeOf, spanOf } from "./calendar-place.ts";

const wholeDay = { from: 0, to: 24 };

function only(day: string, zone: string, hours = wholeDay) {
  const axis = calendarAxis([day], hours, zone);
  return { rows: axis.rows, cells: axis.days[0] as AxisCell[] };
}

describe("days on one scale", () => {
  test("the same wall time stands at the same height on every day, also across a change of clocks", () => {
    const week = ["2026-10-23", "2026-10-24", "2026-10-25", "2026-10-26"];
    const { days } = calendarAxis(week, { from: 8, to: 18 }, "Europe/London");
    const heights = week.map((day, n) =>
      placeOf(days[n] as AxisCell[], resolveWallTime(day, "10:30", "Europe/London")[0] as number),
    );
    expect(heights).toEqual([150, 150, 150, 150]);
  });

  test("a day of 25 hours has the hour twice, and on the days beside it the second is no time", () => {
    const { rows, days } = calendarAxis(["2026-10-24", "2026-10-25"], { from: 0, to: 4 }, "Europe/London");
    expect(rows.map(({ hour, isSecond }) => `${hour}${isSecond ? " again" : ""}`)).toEqual([
      "0",
      "1",
      "1 again",
      "2",
      "3",
    ]);
    const [usual, long] = days as [AxisCell[], AxisCell[]];
    expect(usual.map(({ row }) => row)).toEqual([0, 1, 3, 4]);
    expect(long.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4]);
    expect(instantAt(usual, 150)).toBeNull();
    const [first, second] = resolveWallTime("2026-10-25", "01:30", "Europe/London") as [number, number];
    expect([placeOf(long, first), placeOf(long, second)]).toEqual([90, 150]);
  });

  test("a day of 23 hours skips one, which is no time on it", () => {
    const { rows, cells } = only("2026-03-29", "Europe/London", { from: 0, to: 4 });
    expect(rows).toHaveLength(4);
    expect(cells.map(({ row }) => row)).toEqual([0, 2, 3]);
    expect(instantAt(cells, 90)).toBeNull();
    expect(spanOf(cells, dayBounds("2026-03-29", "Europe/London"))).toEqual({ from: 0, to: 240 });
  });

  test("half an hour more or less is half a row", () => {
    const autumn = only("2026-04-05", "Australia/Lord_Howe", { from: 1, to: 3 });
    expect(autumn.rows.map(({ hour, isSecond }) => [hour, isSecond])).toEqual([
      [1, false],
      [1, true],
      [2, false],
    ]);
    expect(autumn.cells.map(({ row, minute, start, end }) => [row, minute, (end - start) / minutes(1)])).toEqual([
      [0, 0, 60],
      [1, 30, 30],
      [2, 0, 60],
    ]);
  });

  test("what is drawn of a day can be found again by its height, in any zone and on any day", () => {
    const zones = fc.constantFrom("Europe/London", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns");
    const days = fc
      .integer({ min: 0, max: 1460 })
      .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(zones, days, fc.integer({ min: 0, max: 1500 }), (zone, day, n) => {
        const { start, end } = dayBounds(day, zone);
        const instant = start + minutes(n);
        const { rows, cells } = only(day, zone);
        const place = placeOf(cells, instant);
        if (instant >= end) {
          expect(place).toBeNull();
          return;
        }
        expect(instantAt(cells, place as number)).toBe(instant);
        const [hour, minute] = wallTimeOf(instant, zone).split(":").map(Number);
        expect(rows[Math.floor((place as number) / 60)]?.hour).toBe(hour);
        expect((place as number) % 60).toBe(minute);
      }),
    );
  });
});

test("a drop goes to the nearest slot, at the very end of the day too", () => {
  const { cells } = only("2026-11-24", "Europe/London", { from: 9, to: 12 });
  const instants = ["09:00", "09:30", "10:00", "12:00"].map(
    (time) => resolveWallTime("2026-11-24", time, "Europe/London")[0] as number,
  );
  const [nine, half, ten, noon] = instants as [number, number, number, number];
  expect([0, 14, 16, 47, 400, -50].map((place) => nearestTo(cells, place, instants))).toEqual([
    nine,
    nine,
    half,
    ten,
    noon,
    nine,
  ]);
  expect(nearestTo(cells, 0, [])).toBeNull();
});

test("hours hold all stretches, to midnight and over it", () => {
  const at = (time: string, day = "2026-11-24") => resolveWallTime(day, time, "Europe/London")[0] as number;
  const otherwise = { from: 8, to: 18 };
  expect(hoursHolding([], "Europe/London", otherwise)).toBe(otherwise);
  expect(hoursHolding([{ start: at("08:30"), end: at("17:15") }], "Europe/London", otherwise)).toEqual({
    from: 8,
    to: 18,
  });
  expect(hoursHolding([{ start: at("20:00"), end: at("00:00", "2026-11-25") }], "Europe/London", otherwise)).toEqual({
    from: 20,
    to: 24,
  });
  expect(hoursHolding([{ start: at("22:00"), end: at("01:00", "2026-11-25") }], "Europe/London", otherwise)).toEqual({
    from: 22,
    to: 24,
  });
});
