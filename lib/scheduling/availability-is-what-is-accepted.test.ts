import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datesFrom, dayBounds, localDateOf, minutes } from "#lib/time.ts";
import { type AvailabilityQuery, type AvailableDay, availability } from "./availability.ts";
import {
  type DoctorCalendar,
  decideBooking,
  type ResourceCalendar,
  type Session,
  withBuffers,
} from "./booking-decision.ts";
import type { Slot } from "./capacity.ts";
import { type Interval, normalize, overlaps } from "./interval.ts";
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

  /** Where sessions begin, and how many of their seats are taken. */
  const anySessions = fc.array(
    fc.record({ quarter: fc.integer({ min: 0, max: quarters - 8 }), booked: fc.integer({ min: 1, max: 4 }) }),
    { maxLength: 8 },
  );

  const anyResources = fc.option(
    fc
      .array(anyIntervals(15, 40), { maxLength: 3 })
      .map((calendars) => calendars.map((busy, n): ResourceCalendar => ({ id: `room ${n}`, name: `Room ${n}`, busy }))),
  );

  /** The sessions of one doctor that keep clear of what else the doctor has and of each other. */
  function sessionsOf(doctor: DoctorCalendar, drafts: { quarter: number; booked: number }[], seats: number): Session[] {
    const sessions: Session[] = [];
    for (const { quarter, booked } of drafts.toSorted((a, b) => a.quarter - b.quarter)) {
      const startsAt = atQuarter(quarter);
      const visit = { start: startsAt, end: startsAt + minutes(doctor.timing.durationMinutes) };
      const occupied = withBuffers(visit, doctor.timing);
      const taken = [...doctor.busy, ...sessions.map((other) => other.occupied)];
      if (taken.some((other) => overlaps(other, occupied))) continue;
      sessions.push({ startsAt, occupied, seats, booked: Math.min(booked, seats), resourceId: "room 0" });
    }
    return sessions;
  }

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
      doctors: fc.array(fc.tuple(anyDoctor, anySessions), { minLength: 1, maxLength: 4 }),
      groupSize: fc.constantFrom(1, 1, 2, 4),
      resources: anyResources,
      now: fc.integer({ min: -2 * 96, max: quarters }).map((quarter) => atQuarter(quarter)),
      horizonDays: fc.integer({ min: 0, max: 6 }),
      minNoticeMinutes: fc.constantFrom(0, 0, 15, 100),
      from: fc.constantFrom(...dates.slice(0, 2)),
      to: fc.constantFrom(...dates.slice(2)),
    })
    .map(({ days, doctors, horizonDays, minNoticeMinutes, ...rest }) => ({
      ...rest,
      days: days.filter((day) => day !== null),
      doctors: doctors.map(([own, sessions], n): DoctorCalendar => {
        // Buffers are the service's, the duration may be the doctor's own.
        const timing = { ...(doctors[0]?.[0] ?? own).timing, durationMinutes: own.timing.durationMinutes };
        const doctor = { id: `doctor ${n}`, ...own, timing };
        return rest.groupSize === 1 ? doctor : { ...doctor, sessions: sessionsOf(doctor, sessions, rest.groupSize) };
      }),
      policy: { ...policy, horizonDays, minNoticeMinutes },
      closures: [],
    }));

  const offersOf = (days: readonly AvailableDay[]) =>
    days.flatMap((day) =>
      day.offers.flatMap((offer) => offer.doctorIds.map((id) => `${offer.startsAt}–${offer.endsAt} ${id}`)),
    );

  /** Every quarter of an hour of the days asked for, offered or not, decided one by one. */
  function decideAll({ from, to, days, doctors, ...query }: AvailabilityQuery): string[] {
    const { start } = dayBounds(from, zone);
    const { end } = dayBounds(to, zone);
    const accepted: string[] = [];
    for (let startsAt = start; startsAt < end; startsAt += minutes(15)) {
      const localDate = localDateOf(startsAt, zone);
      const day = days.find((each) => each.localDate === localDate) ?? null;
      const byLength = doctors.toSorted((a, b) => a.timing.durationMinutes - b.timing.durationMinutes);
      for (const doctor of byLength) {
        const refused = decideBooking({ ...query, startsAt, day, doctor, patientBusy: [] });
        if (!refused) accepted.push(`${startsAt}–${startsAt + minutes(doctor.timing.durationMinutes)} ${doctor.id}`);
      }
    }
    return accepted;
  }

  function seatsLeft({ doctors, groupSize = 1 }: AvailabilityQuery, doctorId: string, startsAt: number): number {
    const sessions = doctors.find(({ id }) => id === doctorId)?.sessions ?? [];
    const session = sessions.find((each) => each.startsAt === startsAt);
    if (groupSize === 1) return Number.POSITIVE_INFINITY;
    return session ? session.seats - session.booked : groupSize;
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

  test("tells the capacity of the tightest slot, and no more places than slots, day and the freest session have", () => {
    const property = fc.property(anyQuery, (query) => {
      for (const { localDate, offers } of availability(query)) {
        const day = query.days.find((each) => each.localDate === localDate);
        const dayLeft = day && day.capacity !== null ? day.capacity - day.booked : Number.POSITIVE_INFINITY;
        for (const { startsAt, endsAt, capacity, remaining, doctorIds } of offers) {
          const covered = query.slots.filter((slot) => slot.startsAt < endsAt && startsAt < slot.endsAt);
          const slotLeft = Math.min(...covered.map((slot) => slot.capacity - slot.booked));
          const seats = doctorIds.map((id) => seatsLeft(query, id, startsAt));
          expect(remaining).toBe(Math.min(slotLeft, dayLeft, Math.max(...seats)));
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
