import { expect, test } from "vitest";
import { dayBounds, resolveWallTime } from "#lib/time.ts";
import { sheetDue } from "./daily-sheet.ts";

const zone = "Europe/London";
const at = (date: string, time: string) => resolveWallTime(date, time, zone)[0] as number;
const today = "2026-11-24";

test.each([
  ["a minute early", at(today, "06:59"), null],
  ["on time", at(today, "07:00"), today],
  ["late", at(today, "23:59"), today],
  ["after a standstill of two days: that day's only", at("2026-11-26", "09:00"), "2026-11-26"],
  ["after a standstill, before that day's time", at("2026-11-26", "00:00"), null],
])("%s", (_, now, expected) => expect(sheetDue(now, "07:00", zone)?.localDate ?? null).toBe(expected));

test("it is of use until the day is over, on a day of 25 hours as well", () => {
  const date = "2026-10-25";
  expect(sheetDue(at(date, "12:00"), "07:00", zone)?.end).toBe(dayBounds(date, zone).end);
});

test("a time that does not exist is the first after it", () => {
  const gap = at("2026-03-29", "02:00");
  expect(sheetDue(gap - 1, "01:30", zone)).toBeNull();
  expect(sheetDue(gap, "01:30", zone)?.localDate).toBe("2026-03-29");
});
