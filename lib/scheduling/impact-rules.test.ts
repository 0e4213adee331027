import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type LocalDate, localDateOf, wallInterval, wallText } from "#lib/time.ts";
import { decideBooking } from "./booking-decision.ts";
import { openingOn, workingBetween } from "./hours.ts";
import { afterChange, type Change, type HouseRules, timingOf } from "./house-rules.ts";
import { impact, strandings } from "./impact.ts";
import { contains, normalize, overlaps } from "./interval.ts";
import { type Built, build, everyDay, noBuffers, place, stateOf, weekly } from "./paper-house.ts";
import type { TakenPlace } from "./stranding.ts";

describe("a list is exactly what the rules of booking refuse afterwards", () => {
  // Days on which clocks change, by half an hour or an hour, the days around them, and one without any.
  const places: [LocalDate, string][] = [
    ["2026-10-24", "Europe/London"],
    ["2026-03-28", "Europe/London"],
    ["2026-04-04", "Australia/Lord_Howe"],
    ["2026-10-03", "Australia/Lord_Howe"],
    ["2026-11-01", "America/New_York"],
    ["2026-02-27", "Asia/Kolkata"],
  ];
  // From midnight on, so that the hours in which clocks change are among them.
  const halfHours = Array.from({ length: 25 }, (_, n) => wallText(30 * n));
  const span = fc
    .tuple(fc.constantFrom(...halfHours), fc.constantFrom(...halfHours))
    .filter(([from, to]) => from < to)
    .map(([openTime, closeTime]) => ({ openTime, closeTime }));
  const wishes = fc.array(
    fc.record({
      slot: fc.nat(28),
      doctor: fc.constantFrom("ito", "okafor"),
      held: fc.constantFrom(true, false, false, false),
    }),
    {
      minLength: 5,
      maxLength: 40,
    },
  );

  const changes = (date: LocalDate, { rules }: Built): fc.Arbitrary<Change> =>
    fc.oneof(
      fc.array(span, { maxLength: 2 }).map((shifts): Change => {
        const hours = everyDay.flatMap((dayOfWeek) => shifts.map((shift) => ({ dayOfWeek, ...shift })));
        return { kind: "week", hours };
      }),
      fc.array(span, { maxLength: 1 }).map((shifts): Change => {
        const closure = { from: date, to: addDays(date, 1), reason: "Party", shifts };
        return { kind: "closures", replaces: null, add: [closure] };
      }),
      span.map(({ openTime, closeTime }): Change => {
        const week = everyDay.map((day) => weekly(day, openTime, closeTime));
        return { kind: "doctor_weeks", doctorId: "ito", weekly: week };
      }),
      span.map(({ openTime, closeTime }): Change => {
        const away = wallInterval(date, openTime, closeTime, rules.zone) ?? { start: 0, end: 0 };
        return { kind: "time_off", doctorId: "ito", startsAt: away.start, endsAt: away.end };
      }),
      fc
        .array(
          fc.record({
            index: fc.nat(rules.slots.length - 1),
            capacity: fc.integer({ min: 1, max: 2 }),
            isOpen: fc.boolean(),
          }),
        )
        .map(
          (some): Change => ({
            kind: "slots",
            slots: some.map(({ index, ...rest }) => ({ id: rules.slots[index]?.id as string, ...rest })),
          }),
        ),
      fc.integer({ min: 1, max: 6 }).map((capacity): Change => ({ kind: "day_capacity", localDate: date, capacity })),
      fc
        .tuple(fc.constantFrom(30, 45, 60, 90), fc.constantFrom(0, 15))
        .map(([durationMinutes, bufferAfterMinutes]): Change => {
          const timing = { durationMinutes, bufferBeforeMinutes: 0, bufferAfterMinutes };
          return { kind: "service", serviceId: "check", timing, doctorIds: ["ito", "okafor"] };
        }),
    );

  const scene = fc.constantFrom(...places).chain(([date, zone]) => {
    const built = build(date, zone, { openTime: "00:00", closeTime: "12:00" });
    return fc.record({ built: fc.constant(built), wishes, change: changes(date, built) });
  });

  test("for any house, any bookings and any change", () => {
    let [stranded, kept] = [0, 0];
    fc.assert(
      fc.property(scene, ({ built: { rules }, wishes, change }) => {
        const taken = bookAll(rules, wishes);
        expect(strandings(stateOf(taken), rules)).toEqual([]);
        const after = afterChange(rules, change);
        const refused = taken
          .filter((one) => one.status !== "held" && isRefused(one, taken, after))
          .map(({ id }) => id);
        const listed = impact(stateOf(taken), rules, after).map(({ id }) => id);
        expect(listed.toSorted()).toEqual(refused.toSorted());
        stranded += listed.length;
        kept += taken.length - listed.length;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(stranded, kept)).toBeGreaterThan(150);
  });
});

/** Books one after the other what the rules accept. */
function bookAll(rules: HouseRules, wishes: { slot: number; doctor: string; held: boolean }[]): TakenPlace[] {
  const taken: TakenPlace[] = [];
  for (const [n, { slot, doctor, held }] of wishes.entries()) {
    const startsAt = rules.slots[slot]?.startsAt;
    if (startsAt === undefined) continue;
    const status = held ? ("held" as const) : ("pending" as const);
    const wish = place(String(n), startsAt, { doctorId: doctor, bookedAt: n, status });
    // The wish comes after all of them, whether they are held or not.
    if (decideBooking(requestOf(wish, taken, taken, rules)) === null) taken.push(wish);
  }
  return taken;
}

function isRefused(one: TakenPlace, taken: TakenPlace[], rules: HouseRules): boolean {
  const rank = (each: TakenPlace) => each.bookedAt + (each.status === "held" ? 1000 : 0);
  const earlier = taken.filter((each) => rank(each) < rank(one));
  return decideBooking(requestOf(one, earlier, taken, rules)) !== null;
}

/** Written by hand from the rules, on slots that follow the hours: those outside of them are closed. */
function requestOf(one: TakenPlace, inPlace: TakenPlace[], all: TakenPlace[], rules: HouseRules) {
  const { zone, hours, closures } = rules;
  const localDate = localDateOf(one.startsAt, zone);
  const dates = [-1, 0, 1, 2].map((n) => addDays(localDate, n));
  const opening = normalize(dates.flatMap((date) => openingOn(date, hours, closures, zone).intervals));
  const own = rules.doctors.get(one.doctorId) ?? { weekly: [], windows: [], timeOff: [] };
  const others = all.filter((other) => other.id !== one.id && other.doctorId === one.doctorId);
  return {
    startsAt: one.startsAt,
    slots: rules.slots.map((slot) => ({
      ...slot,
      isOpen: slot.isOpen && opening.some((open) => contains(open, { start: slot.startsAt, end: slot.endsAt })),
      booked: inPlace.filter((each) =>
        overlaps({ start: each.startsAt, end: each.endsAt }, { start: slot.startsAt, end: slot.endsAt }),
      ).length,
    })),
    day: {
      localDate,
      capacity: rules.days.find((day) => day.localDate === localDate)?.capacity ?? null,
      booked: inPlace.filter((each) => localDateOf(each.startsAt, zone) === localDate).length,
    },
    doctor: {
      id: one.doctorId,
      timing: timingOf(rules, one.doctorId, one.serviceId) ?? { durationMinutes: 30, ...noBuffers },
      working: workingBetween(localDate, addDays(localDate, 1), own.weekly, own.windows, own.timeOff, zone),
      busy: normalize(others.map(({ occupied }) => occupied)),
    },
    policy: { timeZone: zone, horizonDays: 36_500, minNoticeMinutes: 0, cancelNoticeHours: 0 },
    now: 0,
    patientBusy: [],
  };
}
