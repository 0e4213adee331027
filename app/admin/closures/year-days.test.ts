import { expect, test } from "vitest";
import type { ClosureEntry } from "#lib/scheduling/closures.ts";
import type { BusinessHours } from "#lib/scheduling/hours.ts";
import { yearMonths } from "./year-days.ts";

const shift = (dayOfWeek: number, from: string | null = null, to: string | null = null): BusinessHours => ({
  dayOfWeek,
  openTime: from ? "08:00" : "09:00",
  closeTime: "17:00",
  isClosed: false,
  validFrom: from,
  validTo: to,
});
const hours = [0, 1, 2, 3, 4].map((day) => shift(day)).concat(shift(0, "2026-07-01", "2026-08-31"));
const entry = (from: string, to: string, reason: string, special = false): ClosureEntry => ({
  id: reason,
  from,
  to,
  reason,
  shifts: special ? [{ openTime: "10:00", closeTime: "12:00" }] : [],
  holiday: null,
});

const entries = [
  entry("2026-12-24", "2026-12-26", "Christmas"),
  entry("2026-12-24", "2026-12-24", "Short day", true),
  entry("2026-12-31", "2026-12-31", "Year's end", true),
];
const months = yearMonths(2026, entries, hours);
const day = (date: string) => months.flatMap(({ weeks }) => weeks.flat()).find((each) => each?.date === date);

test("a year has its days once, each under its weekday", () => {
  expect(months).toHaveLength(12);
  expect(months.flatMap(({ weeks }) => weeks.flat()).filter(Boolean)).toHaveLength(365);
  // 1 March 2026 was a Sunday.
  expect(months[2]?.weeks[0]?.map((each) => each?.date ?? null)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    "2026-03-01",
  ]);
  expect(
    yearMonths(2028, [], hours)
      .flatMap(({ weeks }) => weeks.flat())
      .filter(Boolean),
  ).toHaveLength(366);
});

test.each([
  ["2026-12-24", "closed", "Christmas"],
  ["2026-12-26", "closed", "Christmas"],
  ["2026-12-31", "special", "Year's end"],
  ["2026-12-27", "usuallyClosed", null],
  ["2026-07-06", "template", null],
  ["2026-07-07", "usuallyClosed", null],
  ["2026-06-29", "open", null],
] as const)("%s is %s", (date, kind, reason) => {
  expect(day(date)).toMatchObject({ kind });
  expect(day(date)?.entry?.reason ?? null).toBe(reason);
});

test("a day knows its hours", () => {
  expect(day("2026-12-31")?.shifts).toEqual([{ openTime: "10:00", closeTime: "12:00" }]);
  expect(day("2026-07-06")?.shifts).toMatchObject([{ openTime: "08:00" }]);
  expect(day("2026-12-24")?.shifts).toEqual([]);
});
