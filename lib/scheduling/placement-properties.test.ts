import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, type EpochMs, localDateOf, minutes, wallTimeOf } from "#lib/time.ts";
import type { DoctorCalendar } from "./booking-decision.ts";
import { closed, doctor, house, on, start, wish, zone } from "./paper-plan.ts";
import { furthestDays, placeVisits } from "./placement.ts";
import type { PlannedVisit } from "./plan-view.ts";
import type { PlanningHouse } from "./planning-house.ts";
import { targetDates } from "./recurrence.ts";

const ids = ["ito", "okafor", "reyes"];
const anyDate = fc.integer({ min: -2, max: 100 }).map((n) => addDays(start, n));
/** Half hours of the morning, and some outside the hours. */
const anyTime = fc
  .integer({ min: 17, max: 25 })
  .map((half) => `${String(half >> 1).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);
const anyBusy = fc.tuple(anyDate, anyTime, fc.integer({ min: 1, max: 8 })).map(([date, time, halves]) => {
  const from = on(date, time);
  return { start: from, end: from + minutes(30 * halves) };
});

const anyDoctors: fc.Arbitrary<DoctorCalendar[]> = fc
  .array(fc.record({ busy: fc.array(anyBusy, { maxLength: 40 }), away: fc.array(anyDate, { maxLength: 60 }) }), {
    minLength: 1,
    maxLength: ids.length,
  })
  .map((calendars) => calendars.map((calendar, n) => doctor(ids[n] as string, calendar)));

const anyHouse = fc
  .record({
    doctors: anyDoctors,
    closures: fc.array(anyDate, { maxLength: 40 }).map((dates) => [...new Set(dates)].map((date) => closed(date))),
    patientBusy: fc.array(anyBusy, { maxLength: 10 }),
    now: fc.constantFrom(on(start, "06:00"), on(start, "10:15"), on(addDays(start, 10), "09:00")),
  })
  .map(house);

const anyWish = fc
  .record({
    dates: fc
      .record({
        frequency: fc.constantFrom("weekly" as const, "biweekly" as const, "monthly" as const),
        months: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ frequency, months }) => targetDates(frequency, start, months)),
    doctorId: fc.option(fc.constantFrom(...ids)),
    anotherDoctorAllowed: fc.boolean(),
    time: fc.option(anyTime),
    choices: fc.array(
      fc.record({
        sequence: fc.integer({ min: 1, max: 14 }),
        startsAt: fc.tuple(anyDate, anyTime).map(([date, time]) => on(date, time)),
        doctorId: fc.constantFrom(...ids),
      }),
      { maxLength: 6 },
    ),
    taken: fc.array(anyDate, { maxLength: 5 }),
  })
  .map(({ dates, ...rest }) =>
    wish(dates, { ...rest, anotherDoctorAllowed: rest.anotherDoctorAllowed || rest.doctorId === null }),
  );

type Wish = ReturnType<typeof wish>;

function everyPlan(holds: (visits: PlannedVisit[], wished: Wish, clinic: PlanningHouse) => void): void {
  fc.assert(
    fc.property(anyHouse, anyWish, (clinic, wished) => holds(placeVisits(clinic, wished), wished, clinic)),
    { numRuns: 150 },
  );
}

const dateOf = (startsAt: EpochMs) => localDateOf(startsAt, zone);
const placedAmong = (visits: PlannedVisit[]) =>
  visits.filter((visit): visit is PlannedVisit & { startsAt: EpochMs; doctorId: string } => visit.startsAt !== null);

test("every target has its visit, in order; no day has two, nor one that was taken", () => {
  everyPlan((visits, { targets, taken = [] }) => {
    expect(visits.map(({ sequence, targetDate }) => [sequence, targetDate])).toEqual(
      targets.map(({ sequence, date }) => [sequence, date]),
    );
    const dates = placedAmong(visits).map(({ startsAt }) => dateOf(startsAt));
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates.filter((date) => taken.includes(date))).toEqual([]);
  });
});

test("no visit stands before its target, at or past the next one, or more than thirty days on", () => {
  everyPlan((visits, { targets }) => {
    for (const { sequence, startsAt, targetDate } of placedAmong(visits)) {
      const next = targets[sequence]?.date;
      const date = dateOf(startsAt);
      expect(date >= targetDate && daysBetween(targetDate, date) <= furthestDays).toBe(true);
      if (next) expect(date < next).toBe(true);
    }
  });
});

test("what was moved or found no place says why, and nothing else does", () => {
  everyPlan((visits, wished) => {
    const time = wished.time ?? firstTime(visits);
    for (const { state, startsAt, doctorId, targetDate, reason } of visits) {
      const isWanted =
        startsAt !== null &&
        dateOf(startsAt) === targetDate &&
        wallTimeOf(startsAt, zone) === time &&
        (wished.doctorId === null || doctorId === wished.doctorId);
      expect(state).toBe(isWanted ? "placed" : startsAt === null ? "unplaced" : "moved");
      expect(reason === null).toBe(isWanted);
      if (state === "unplaced") expect(doctorId).toBeNull();
    }
  });
});

test("nobody else stands in where that was not allowed, whether for a visit or as an alternative", () => {
  everyPlan((visits, { doctorId, anotherDoctorAllowed }) => {
    if (anotherDoctorAllowed) return;
    const doctors = visits.flatMap((visit) => [
      ...(visit.doctorId ? [visit.doctorId] : []),
      ...visit.alternatives.map((other) => other.doctorId),
    ]);
    expect(doctors.filter((id) => id !== doctorId)).toEqual([]);
  });
});

test("what is placed or offered instead is what could be booked, and what found no place had none", () => {
  everyPlan((visits, wished, clinic) => {
    const canBe = ({ startsAt, doctorId }: { startsAt: EpochMs; doctorId: string }) =>
      clinic
        .openingsOn(dateOf(startsAt))
        .some((opening) => opening.startsAt === startsAt && opening.doctorId === doctorId) &&
      clinic.facts.doctors.some((one) => one.id === doctorId && clinic.refusalOf(one, startsAt) === null);
    const taken = new Set(wished.taken);
    for (const [at, visit] of visits.entries()) {
      for (const place of [...placedAmong([visit]), ...visit.alternatives]) expect(canBe(place)).toBe(true);
      if (visit.startsAt !== null) {
        taken.add(dateOf(visit.startsAt));
        continue;
      }
      const last = wished.targets[at + 1]?.date ?? addDays(visit.targetDate, furthestDays + 1);
      for (let n = 0; n <= furthestDays && addDays(visit.targetDate, n) < last; n++) {
        const date = addDays(visit.targetDate, n);
        const fitting = clinic
          .openingsOn(date)
          .filter(({ doctorId }) => wished.anotherDoctorAllowed || doctorId === wished.doctorId);
        expect(taken.has(date) ? [] : fitting).toEqual([]);
      }
    }
  });
});

function firstTime(visits: PlannedVisit[]): string | null {
  const [first] = placedAmong(visits);
  return first ? wallTimeOf(first.startsAt, zone) : null;
}
