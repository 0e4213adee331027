import { describe, expect, test } from "vitest";
import { addDays, localDateOf, minutes, parseInstant } from "#lib/time.ts";
import {
  type AvailabilityQuery,
  type AvailableDay,
  availability,
  nearestOffers,
  nextOffers,
  type Offer,
} from "./availability.ts";
import type { DoctorCalendar } from "./booking-decision.ts";
import type { Slot } from "./capacity.ts";
import type { BookingPolicy } from "./policy.ts";

const zone = "Europe/London";
const policy: BookingPolicy = { timeZone: zone, horizonDays: 30, minNoticeMinutes: 0, cancelNoticeHours: 24 };

describe("a day's state", () => {
  const now = parseInstant("2026-11-24T12:00Z");
  const working = [{ start: parseInstant("2026-11-20T00:00Z"), end: parseInstant("2026-12-31T00:00Z") }];
  const doctor: DoctorCalendar = {
    id: "okafor",
    timing: { durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
    working,
    busy: [],
  };
  const slot = (startsAt: number, fields: Partial<Slot> = {}): Slot => ({
    startsAt,
    endsAt: startsAt + minutes(30),
    localDate: localDateOf(startsAt, zone),
    capacity: 5,
    booked: 0,
    isOpen: true,
    ...fields,
  });
  const tomorrow = "2026-11-25";
  const ten = parseInstant("2026-11-25T10:00Z");

  function stateOn(localDate: string, query: Partial<AvailabilityQuery>) {
    const base = { from: localDate, to: localDate, slots: [], days: [], doctors: [doctor], policy, now, closures: [] };
    const [day] = availability({ ...base, ...query });
    return day && [day.state, day.reason];
  }

  test.each<[string, string, Partial<AvailabilityQuery>, [string, string | null]]>([
    ["something is free", tomorrow, { slots: [slot(ten)] }, ["open", null]],
    ["no slots", tomorrow, {}, ["closed", null]],
    ["a closed slot", tomorrow, { slots: [slot(ten, { isOpen: false })] }, ["closed", null]],
    ["the doctor is away", tomorrow, { slots: [slot(ten)], doctors: [{ ...doctor, working: [] }] }, ["closed", null]],
    ["nobody offers the service", tomorrow, { slots: [slot(ten)], doctors: [] }, ["closed", null]],
    ["the doctor is taken", tomorrow, { slots: [slot(ten)], doctors: [{ ...doctor, busy: working }] }, ["full", null]],
    ["the slot is full", tomorrow, { slots: [slot(ten, { booked: 5 })] }, ["full", null]],
    [
      "the day is full",
      tomorrow,
      { slots: [slot(ten)], days: [{ localDate: tomorrow, capacity: 4, booked: 4 }] },
      ["full", null],
    ],
    ["today, and all has begun", "2026-11-24", { slots: [slot(now)] }, ["past", null]],
    [
      "today, just as soon as can be",
      "2026-11-24",
      { slots: [slot(now + minutes(60))], policy: { ...policy, minNoticeMinutes: 60 } },
      ["open", null],
    ],
    [
      "today, and all begins too soon",
      "2026-11-24",
      { slots: [slot(now + minutes(59))], policy: { ...policy, minNoticeMinutes: 60 } },
      ["past", null],
    ],
    ["today, and something is ahead", "2026-11-24", { slots: [slot(now), slot(now + minutes(30))] }, ["open", null]],
    ["yesterday", "2026-11-23", { slots: [slot(now - minutes(1440))] }, ["past", null]],
    ["after the horizon", "2026-12-25", { slots: [slot(parseInstant("2026-12-25T10:00Z"))] }, ["beyond_horizon", null]],
    [
      "a holiday",
      tomorrow,
      { closures: [{ from: tomorrow, to: tomorrow, reason: "Christmas", openTime: null, closeTime: null }] },
      ["closed", "Christmas"],
    ],
  ])("%s", (_, localDate, query, expected) => {
    expect(stateOn(localDate, query)).toEqual(expected);
  });

  test("doctors who take different times for the same service", () => {
    const slow = { ...doctor, id: "ito", timing: { ...doctor.timing, durationMinutes: 60 } };
    const slots = [slot(ten), slot(ten + minutes(30), { booked: 3 })];
    const [day] = availability({
      from: tomorrow,
      to: tomorrow,
      slots,
      days: [],
      doctors: [slow, doctor],
      policy,
      now,
      closures: [],
    });
    expect(day?.offers).toEqual([
      { startsAt: ten, endsAt: ten + minutes(30), capacity: 5, remaining: 5, doctorIds: ["okafor"] },
      { startsAt: ten, endsAt: ten + minutes(60), capacity: 5, remaining: 2, doctorIds: ["ito"] },
      { startsAt: ten + minutes(30), endsAt: ten + minutes(60), capacity: 5, remaining: 2, doctorIds: ["okafor"] },
    ]);
  });
});

describe("choosing among offers", () => {
  const offer = (startsAt: string, ...doctorIds: string[]): Offer => ({
    startsAt: parseInstant(startsAt),
    endsAt: parseInstant(startsAt) + minutes(30),
    capacity: 5,
    remaining: 1,
    doctorIds,
  });
  const day = (localDate: string, ...offers: Offer[]): AvailableDay => ({
    localDate,
    state: "open",
    reason: null,
    offers,
  });
  const days = [
    day("2026-11-24", offer("2026-11-24T17:00Z", "okafor")),
    day(
      "2026-11-25",
      offer("2026-11-25T09:00Z", "ito", "okafor"),
      offer("2026-11-25T16:30Z", "ito"),
      offer("2026-11-25T17:30Z", "ito"),
    ),
    day("2026-11-26", offer("2026-11-26T08:00Z", "okafor"), offer("2026-11-26T09:00Z", "okafor")),
  ];
  const startsAt = parseInstant("2026-11-25T17:00Z");
  const told = (count: number, doctorId?: string, list = days) =>
    nearestOffers(list, { startsAt, zone, doctorId }, count).map(
      (each) => `${new Date(each.startsAt).toISOString().slice(8, 16)} ${each.doctorId}`,
    );

  test("any doctor: the same day, nearest first, the earlier of two as near; then other days", () => {
    expect(told(5)).toEqual(["25T16:30 ito", "25T17:30 ito", "25T09:00 ito", "26T08:00 okafor", "26T09:00 okafor"]);
  });

  test("a wished doctor: that day with that doctor, then that day with another, then other days", () => {
    expect(told(4, "okafor")).toEqual(["25T09:00 okafor", "25T16:30 ito", "25T17:30 ito", "26T08:00 okafor"]);
  });

  test("no more than asked for, and nothing where nothing is", () => {
    expect(told(1)).toHaveLength(1);
    expect(told(3, undefined, [])).toEqual([]);
  });

  test("the next ones, in time, over the days", () => {
    expect(nextOffers(days, 3).map((each) => each.startsAt)).toEqual(
      ["2026-11-24T17:00Z", "2026-11-25T09:00Z", "2026-11-25T16:30Z"].map(parseInstant),
    );
    expect(nextOffers([], 3)).toEqual([]);
    expect(nextOffers([day(addDays("2026-11-24", 1))], 3)).toEqual([]);
  });
});
