import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, datesFrom, dayBounds, localDateOf, minutes, parseInstant } from "#lib/time.ts";
import {
  type AvailabilityQuery,
  type AvailableDay,
  availability,
  nearestOffers,
  nextOffers,
  type Offer,
} from "./availability.ts";
import { type DoctorCalendar, decideBooking } from "./booking-decision.ts";
import type { Slot } from "./capacity.ts";
import { type Interval, normalize } from "./interval.ts";
import type { BookingPolicy } from "./policy.ts";

const zone = "Europe/London";
const policy: BookingPolicy = { timeZone: zone, horizonDays: 30, minNoticeMinutes: 0, cancelNoticeHours: 24 };

describe("any clinic", () => {
  const dates = datesFrom("2026-10-23", "2026-10-27");
  const origin = dayBounds("2026-10-23", zone).start;
  const atQuarter = (n: number) => origin + minutes(15 * n);
  /** Five days, one of them of 25 hours. */
  const quarters = 5 * 96 + 4;

  /** Slots of 15 to 45 minutes, some closed, some full, with gaps here and there. */
  const anySlots = fc
    .array(
      fc.record({
        gap: fc.oneof(
          { weight: 6, arbitrary: fc.constant(0) },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) },
        ),
        length: fc.oneof(
          { weight: 4, arbitrary: fc.constant(2) },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
        ),
        capacity: fc.integer({ min: 1, max: 3 }),
        booked: fc.oneof(
          { weight: 4, arbitrary: fc.constant(0) },
          { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 }) },
        ),
        isOpen: fc.oneof({ weight: 12, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
      }),
      { minLength: 20, maxLength: 120 },
    )
    .map((drafts) => {
      let quarter = 20;
      return drafts.flatMap(({ gap, length, ...counts }, n): Slot[] => {
        const startsAt = atQuarter(quarter + gap);
        quarter += gap + length;
        const slot = {
          id: String(n),
          startsAt,
          endsAt: atQuarter(quarter),
          localDate: localDateOf(startsAt, zone),
          ...counts,
        };
        return quarter <= quarters ? [slot] : [];
      });
    });

  const anyIntervals = (most: number, longest: number): fc.Arbitrary<Interval[]> =>
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: quarters * 3 }), fc.integer({ min: 1, max: longest })), {
        maxLength: most,
      })
      .map((pairs) =>
        normalize(
          pairs.map(([from, length]) => ({
            start: origin + minutes(5 * from),
            end: origin + minutes(5 * (from + length)),
          })),
        ),
      );

  /** Appointments may touch, where working hours are merged. */
  const halves = ({ start, end }: Interval): Interval[] => {
    const middle = start + minutes(5);
    return middle < end
      ? [
          { start, end: middle },
          { start: middle, end },
        ]
      : [{ start, end }];
  };

  const anyDoctor = fc.record({
    timing: fc.record({
      durationMinutes: fc.constantFrom(10, 15, 30, 30, 30, 50, 60, 90),
      bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 15),
      bufferAfterMinutes: fc.constantFrom(0, 0, 10, 20),
    }),
    working: fc.oneof(anyIntervals(12, 150), fc.constant([{ start: origin, end: atQuarter(quarters) }])),
    busy: anyIntervals(25, 14).map((busy) => busy.flatMap(halves)),
  });

  const anyDays = fc.tuple(
    ...dates.map((localDate) =>
      fc.option(
        fc.record({
          localDate: fc.constant(localDate),
          capacity: fc.option(fc.integer({ min: 0, max: 6 })),
          booked: fc.integer({ min: 0, max: 4 }),
        }),
      ),
    ),
  );

  const anyQuery: fc.Arbitrary<AvailabilityQuery> = fc
    .record({
      slots: anySlots,
      days: anyDays,
      doctors: fc.array(anyDoctor, { minLength: 1, maxLength: 4 }),
      now: fc.integer({ min: -2 * 96, max: quarters }).map((quarter) => atQuarter(quarter)),
      horizonDays: fc.integer({ min: 0, max: 6 }),
      minNoticeMinutes: fc.constantFrom(0, 0, 15, 100),
      from: fc.constantFrom(...dates.slice(0, 2)),
      to: fc.constantFrom(...dates.slice(2)),
    })
    .map(({ days, doctors, horizonDays, minNoticeMinutes, ...rest }) => ({
      ...rest,
      days: days.filter((day) => day !== null),
      doctors: doctors.map((doctor, n): DoctorCalendar => ({ id: `doctor ${n}`, ...doctor })),
      policy: { ...policy, horizonDays, minNoticeMinutes },
      closures: [],
    }));

  const offersOf = (days: readonly AvailableDay[]) =>
    days.flatMap((day) =>
      day.offers.flatMap((offer) => offer.doctorIds.map((id) => `${offer.startsAt}–${offer.endsAt} ${id}`)),
    );

  /** Every quarter of an hour of the days asked for, offered or not, decided one by one. */
  function decideAll({ from, to, slots, days, doctors, policy, now }: AvailabilityQuery): string[] {
    const { start } = dayBounds(from, zone);
    const { end } = dayBounds(to, zone);
    const accepted: string[] = [];
    for (let startsAt = start; startsAt < end; startsAt += minutes(15)) {
      const localDate = localDateOf(startsAt, zone);
      const day = days.find((each) => each.localDate === localDate) ?? null;
      const byLength = doctors.toSorted((a, b) => a.timing.durationMinutes - b.timing.durationMinutes);
      for (const doctor of byLength) {
        const refused = decideBooking({ startsAt, slots, day, doctor, policy, now, patientBusy: [] });
        if (!refused) accepted.push(`${startsAt}–${startsAt + minutes(doctor.timing.durationMinutes)} ${doctor.id}`);
      }
    }
    return accepted;
  }

  test("offers a start with a doctor exactly where the decision accepts it, in order", () => {
    let offered = 0;
    const property = fc.property(anyQuery, (query) => {
      const offers = offersOf(availability(query));
      offered += offers.length;
      expect(offers).toEqual(decideAll(query));
    });
    fc.assert(property, { numRuns: 400 });
    expect(offered).toBeGreaterThan(1_000);
  });

  test("tells the capacity of the tightest slot, and no more places than slots and day have left", () => {
    const property = fc.property(anyQuery, (query) => {
      for (const { localDate, offers } of availability(query)) {
        const day = query.days.find((each) => each.localDate === localDate);
        const dayLeft = day && day.capacity !== null ? day.capacity - day.booked : Number.POSITIVE_INFINITY;
        for (const { startsAt, endsAt, capacity, remaining } of offers) {
          const covered = query.slots.filter((slot) => slot.startsAt < endsAt && startsAt < slot.endsAt);
          const slotLeft = Math.min(...covered.map((slot) => slot.capacity - slot.booked));
          expect(remaining).toBe(Math.min(slotLeft, dayLeft));
          expect(covered.some((slot) => slot.capacity === capacity && slot.capacity - slot.booked === slotLeft)).toBe(
            true,
          );
          expect(localDateOf(startsAt, zone)).toBe(localDate);
        }
      }
    });
    fc.assert(property, { numRuns: 150 });
  });

  test("has a row for every day, open exactly where it offers something", () => {
    const property = fc.property(anyQuery, (query) => {
      const days = availability(query);
      expect(days.map((day) => day.localDate)).toEqual(datesFrom(query.from, query.to));
      for (const { state, offers } of days) expect(state === "open").toBe(offers.length > 0);
    });
    fc.assert(property, { numRuns: 150 });
  });
});

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
    id: String(startsAt),
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
