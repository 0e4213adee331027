import { describe, expect, test } from "vitest";
import { formatInstant, type LocalDate, type TimeZone, type WallTime } from "#lib/time.ts";
import { type BusinessHours, type Closure, shiftsOn, weekHolding } from "./hours.ts";
import { generateSlots } from "./slot.ts";

type Span = [validFrom: LocalDate | null, validTo: LocalDate | null];
const usual: Span = [null, null];

const shift = (
  dayOfWeek: number,
  openTime: WallTime,
  closeTime: WallTime,
  [validFrom, validTo]: Span,
): BusinessHours => ({
  dayOfWeek,
  openTime,
  closeTime,
  isClosed: false,
  validFrom,
  validTo,
});
const closedOn = (dayOfWeek: number, span: Span): BusinessHours => ({
  ...shift(dayOfWeek, "00:00", "00:00", span),
  isClosed: true,
});
const everyDay = (openTime: WallTime, closeTime: WallTime, span: Span) =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => shift(day, openTime, closeTime, span));

const read = (date: LocalDate, hours: BusinessHours[], closures: Closure[] = []) =>
  shiftsOn(date, hours, closures).map(({ openTime, closeTime }) => `${openTime}–${closeTime}`);

describe("the week that holds", () => {
  const summer: Span = ["2027-07-01", "2027-08-31"];
  const leap: Span = ["2028-02-29", "2028-02-29"];
  const turn: Span = ["2027-12-20", "2028-01-07"];
  const hours = [
    ...[0, 1, 2, 3, 4].flatMap((day) => [shift(day, "09:00", "12:00", usual), shift(day, "13:00", "17:00", usual)]),
    // Open on Mondays and, unlike usually, on Sundays; the rest of the template's week is closed.
    shift(0, "08:00", "11:00", summer),
    shift(0, "11:30", "14:00", summer),
    ...[1, 2, 3, 4, 5].map((day) => closedOn(day, summer)),
    shift(6, "10:00", "12:00", summer),
    ...[0, 1, 2, 3, 4, 5, 6].map((day) => closedOn(day, leap)),
    ...everyDay("10:00", "12:00", turn),
  ];
  const usualDay = ["09:00–12:00", "13:00–17:00"];

  test.each<[string, LocalDate, string[]]>([
    ["the last day of the month before", "2027-06-30", usualDay],
    ["its first day, a Thursday that is closed", "2027-07-01", []],
    ["a Sunday that is open", "2027-07-04", ["10:00–12:00"]],
    ["a Monday of two shifts", "2027-07-05", ["08:00–11:00", "11:30–14:00"]],
    ["the end of July", "2027-07-31", []],
    ["its last Monday", "2027-08-30", ["08:00–11:00", "11:30–14:00"]],
    ["its last day, a Tuesday that is closed", "2027-08-31", []],
    ["the first day after", "2027-09-01", usualDay],
    ["the same week a year before", "2026-07-06", usualDay],
    ["the day before the leap day", "2028-02-28", usualDay],
    ["a template of the leap day alone", "2028-02-29", []],
    ["the day after the leap day", "2028-03-01", usualDay],
    ["New Year's Eve", "2027-12-31", ["10:00–12:00"]],
    ["New Year's Day", "2028-01-01", ["10:00–12:00"]],
    ["the last of the days between the years", "2028-01-07", ["10:00–12:00"]],
  ])("%s, %s", (_, date, expected) => {
    expect(read(date, hours)).toEqual(expected);
  });

  test("a closure comes before the template, special hours too", () => {
    const special: Closure = {
      from: "2027-07-05",
      to: "2027-07-05",
      reason: "Fair",
      openTime: "12:00",
      closeTime: "13:00",
    };
    expect(read("2027-07-05", hours, [special])).toEqual(["12:00–13:00"]);
    expect(read("2027-07-05", hours, [{ ...special, openTime: null, closeTime: null }])).toEqual([]);
  });

  test("a template without rows for a day closes it, and one without any rows is none", () => {
    const mondays = [...everyDay("09:00", "17:00", usual), shift(0, "08:00", "10:00", summer)];
    expect(read("2027-07-06", mondays)).toEqual([]);
    expect(weekHolding("2027-07-06", mondays)).toHaveLength(1);
    expect(weekHolding("2027-09-06", mondays)).toHaveLength(7);
  });
});

describe("a template that begins or ends on a day on which the clocks change", () => {
  /** Starts of the slots of three days, the template's in the middle, as day, wall time and offset. */
  function starts(zone: TimeZone, days: [LocalDate, LocalDate, LocalDate], template: [WallTime, WallTime]): string[] {
    const hours = [...everyDay("12:00", "13:00", usual), ...everyDay(...template, [days[1], days[1]])];
    const slots = generateSlots({ from: days[0], to: days[2], hours, closures: [], zone, slotMinutes: 30 });
    return slots.map(({ startsAt }) => {
      const text = formatInstant(startsAt, zone);
      return `${text.slice(8, 10)}T${text.slice(11, 16)}${text.slice(19)}`;
    });
  }

  test.each<[string, TimeZone, [LocalDate, LocalDate, LocalDate], [WallTime, WallTime], string[]]>([
    [
      "02:30 is skipped",
      "America/New_York",
      ["2026-03-07", "2026-03-08", "2026-03-09"],
      ["01:30", "03:30"],
      ["07T12:00-05:00", "07T12:30-05:00", "08T01:30-05:00", "08T03:00-04:00", "09T12:00-04:00", "09T12:30-04:00"],
    ],
    [
      "13:00 on the day of the change",
      "Europe/London",
      ["2026-10-24", "2026-10-25", "2026-10-26"],
      ["13:00", "14:00"],
      ["24T12:00+01:00", "24T12:30+01:00", "25T13:00+00:00", "25T13:30+00:00", "26T12:00+00:00", "26T12:30+00:00"],
    ],
    [
      "13:00 of a day that was skipped whole",
      "Pacific/Apia",
      ["2011-12-29", "2011-12-30", "2011-12-31"],
      ["13:00", "14:00"],
      ["29T12:00-10:00", "29T12:30-10:00", "31T12:00+14:00", "31T12:30+14:00"],
    ],
    [
      "23:30 comes twice",
      "America/Sao_Paulo",
      ["2019-02-15", "2019-02-16", "2019-02-17"],
      ["23:30", "24:00"],
      ["15T12:00-02:00", "15T12:30-02:00", "16T23:30-02:00", "16T23:30-03:00", "17T12:00-03:00", "17T12:30-03:00"],
    ],
  ])("%s: %s", (_, zone, days, template, expected) => {
    expect(starts(zone, days, template)).toEqual(expected);
  });
});
