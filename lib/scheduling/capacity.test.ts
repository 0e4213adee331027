import { describe, expect, test } from "vitest";
import { minutes, parseInstant } from "#lib/time.ts";
import { type Day, isOverFull, overview, remaining, type Slot } from "./capacity.ts";
import type { Closure } from "./hours.ts";
import type { BookingPolicy } from "./policy.ts";

const policy: BookingPolicy = {
  timeZone: "Europe/London",
  horizonDays: 4,
  minNoticeMinutes: 60,
  cancelNoticeHours: 24,
};
const now = parseInstant("2026-11-24T09:00:00Z");

function slot(localDate: string, hour: number, booked: number, fields: Partial<Slot> = {}): Slot {
  const startsAt = parseInstant(`${localDate}T00:00Z`) + minutes(60 * hour);
  return {
    startsAt,
    endsAt: startsAt + minutes(60),
    localDate,
    capacity: 5,
    booked,
    isOpen: true,
    ...fields,
  };
}

function dayOf(localDate: string, slots: Slot[], day?: Omit<Day, "localDate">, closures: Closure[] = []) {
  const days = day ? [{ localDate, ...day }] : [];
  return overview({ from: localDate, to: localDate, slots, days, closures, policy, now })[0];
}

test("remaining never falls below nothing, and without a capacity never ends", () => {
  expect(remaining({ capacity: 5, booked: 3 })).toBe(2);
  expect(remaining({ capacity: 5, booked: 7 })).toBe(0);
  expect(remaining({ capacity: null, booked: 7 })).toBe(Number.POSITIVE_INFINITY);
});

test("over-full is more than full", () => {
  expect(isOverFull({ capacity: 5, booked: 5 })).toBe(false);
  expect(isOverFull({ capacity: 5, booked: 6 })).toBe(true);
  expect(isOverFull({ capacity: null, booked: 6 })).toBe(false);
});

describe("overview", () => {
  const tomorrow = "2026-11-25";

  test("sums places over the slots", () => {
    const day = dayOf(tomorrow, [slot(tomorrow, 9, 5), slot(tomorrow, 10, 2)]);
    expect(day).toEqual({ localDate: tomorrow, state: "open", reason: null, capacity: 10, booked: 7, remaining: 3 });
  });

  test("a day without a capacity of its own keeps to the slots' sums", () => {
    const day = dayOf(tomorrow, [slot(tomorrow, 9, 5), slot(tomorrow, 10, 2)], { capacity: null, booked: 4 });
    expect(day).toMatchObject({ state: "open", capacity: 10, booked: 7, remaining: 3 });
  });

  test("a day's own capacity counts appointments and bounds what remains", () => {
    const slots = [slot(tomorrow, 9, 2), slot(tomorrow, 10, 2)];
    expect(dayOf(tomorrow, slots, { capacity: 4, booked: 3 })).toMatchObject({
      state: "open",
      capacity: 4,
      booked: 3,
      remaining: 1,
    });
    expect(dayOf(tomorrow, slots, { capacity: 40, booked: 3 })).toMatchObject({
      capacity: 10,
      booked: 3,
      remaining: 6,
    });
    expect(dayOf(tomorrow, slots, { capacity: 4, booked: 4 })).toMatchObject({ state: "full", remaining: 0 });
  });

  test("full when no slot has a place, also when over-full ones drag the sum down", () => {
    expect(dayOf(tomorrow, [slot(tomorrow, 9, 5)])).toMatchObject({ state: "full", remaining: 0 });
    expect(dayOf(tomorrow, [slot(tomorrow, 9, 8), slot(tomorrow, 10, 4)])).toMatchObject({
      state: "open",
      remaining: 1,
    });
  });

  test("closed slots do not count; nothing but closed slots is a closed day", () => {
    const shut = slot(tomorrow, 9, 1, { isOpen: false });
    expect(dayOf(tomorrow, [shut, slot(tomorrow, 10, 2)])).toMatchObject({
      state: "open",
      capacity: 5,
      booked: 2,
      remaining: 3,
    });
    expect(dayOf(tomorrow, [shut])).toMatchObject({ state: "closed", capacity: null, remaining: 0 });
  });

  test("closed, with the closure's reason", () => {
    const closures: Closure[] = [{ from: tomorrow, to: tomorrow, reason: "Painters", openTime: null, closeTime: null }];
    expect(dayOf(tomorrow, [], undefined, closures)).toEqual({
      localDate: tomorrow,
      state: "closed",
      reason: "Painters",
      capacity: null,
      booked: 0,
      remaining: 0,
    });
    expect(dayOf(tomorrow, [])).toMatchObject({ state: "closed", reason: null });
  });

  test("today: what begins too soon is no place left, and when nothing else is left the day is past", () => {
    const today = "2026-11-24";
    expect(dayOf(today, [slot(today, 9, 0), slot(today, 10, 2)])).toMatchObject({
      state: "open",
      capacity: 10,
      remaining: 3,
    });
    expect(dayOf(today, [slot(today, 8, 0), slot(today, 9, 0)])).toMatchObject({
      state: "past",
      capacity: 10,
      remaining: 0,
    });
  });

  test("from yesterday to beyond the horizon, a row for every day", () => {
    const dates = ["2026-11-23", "2026-11-24", "2026-11-28", "2026-11-29"];
    const slots = dates.map((date) => slot(date, 12, 1));
    const rows = overview({ from: "2026-11-23", to: "2026-11-29", slots, days: [], closures: [], policy, now });
    expect(rows.map((row) => [row.localDate.slice(8), row.state, row.booked, row.remaining])).toEqual([
      ["23", "past", 1, 0],
      ["24", "open", 1, 4],
      ["25", "closed", 0, 0],
      ["26", "closed", 0, 0],
      ["27", "closed", 0, 0],
      ["28", "open", 1, 4],
      ["29", "beyond_horizon", 1, 0],
    ]);
  });
});
