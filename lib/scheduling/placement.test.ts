import { describe, expect, test } from "vitest";
import { addDays, type LocalDate, localDateOf, wallTimeOf } from "#lib/time.ts";
import type { Slot } from "./capacity.ts";
import { closed, doctor, halfHour, house, on, start, wholeDay, wish, zone } from "./paper-plan.ts";
import { type PlacementWish, placeVisits } from "./placement.ts";
import type { PlannedVisit, VisitReason } from "./plan-view.ts";
import type { PlanningHouse } from "./planning-house.ts";

const next = addDays(start, 7);
const tuesday = addDays(start, 1);

/** "2031-03-03 10:00 ito" */
function place({ startsAt, doctorId }: Pick<PlannedVisit, "startsAt" | "doctorId">): string | null {
  return startsAt === null ? null : `${localDateOf(startsAt, zone)} ${wallTimeOf(startsAt, zone)} ${doctorId}`;
}

function first(clinic: PlanningHouse, differing: Partial<PlacementWish> = {}, dates: LocalDate[] = [start, next]) {
  return placeVisits(clinic, wish(dates, differing))[0] as PlannedVisit;
}

const allMorning = (date: LocalDate) => ({ start: on(date, "09:00"), end: on(date, "12:00") });
const anybody = { anotherDoctorAllowed: true };

describe("the first that can be had wins", () => {
  const busyAtTen = doctor("ito", { busy: [halfHour(start, "10:00")] });
  const away = doctor("ito", { away: [start] });
  const other = doctor("okafor");
  const otherBusyAtTen = doctor("okafor", { busy: [halfHour(start, "10:00")] });
  const otherBusy = doctor("okafor", { busy: [allMorning(start)] });
  test.each<[string, PlanningHouse, Partial<PlacementWish>, string, VisitReason["code"] | null]>([
    ["1. the day, time and doctor wished", house(), anybody, `${start} 10:00 ito`, null],
    [
      "2. that day, the nearest time, the same doctor",
      house({ doctors: [busyAtTen, other] }),
      anybody,
      `${start} 09:30 ito`,
      "doctor_busy",
    ],
    [
      "3. that day and time, another doctor",
      house({ doctors: [away, other] }),
      anybody,
      `${start} 10:00 okafor`,
      "doctor_away",
    ],
    [
      "4. that day, the nearest time, another doctor",
      house({ doctors: [away, otherBusyAtTen] }),
      anybody,
      `${start} 09:30 okafor`,
      "doctor_away",
    ],
    [
      "5. the next day, with the same doctor first",
      house({ doctors: [away, otherBusy] }),
      anybody,
      `${tuesday} 10:00 ito`,
      "doctor_away",
    ],
    ["another doctor only where allowed", house({ doctors: [away, other] }), {}, `${tuesday} 10:00 ito`, "doctor_away"],
    ["of two times as near the earlier", house({ doctors: [busyAtTen] }), {}, `${start} 09:30 ito`, "doctor_busy"],
    [
      "a nearer time after before a further one",
      house({ doctors: [doctor("ito", { busy: [halfHour(start, "10:00"), halfHour(start, "09:30")] })] }),
      {},
      `${start} 10:30 ito`,
      "doctor_busy",
    ],
    [
      "a closed day gives way to the next",
      house({ closures: [closed(start)] }),
      anybody,
      `${tuesday} 10:00 ito`,
      "closed",
    ],
    [
      "with any doctor whoever is free then, by name",
      house(),
      { doctorId: null, ...anybody },
      `${start} 10:00 ito`,
      null,
    ],
    [
      "with any doctor another is no change",
      house({ doctors: [away, other] }),
      { doctorId: null, ...anybody },
      `${start} 10:00 okafor`,
      null,
    ],
  ])("%s", (_, clinic, differing, expected, code) => {
    const visit = first(clinic, differing);
    expect(place(visit)).toBe(expected);
    expect(visit.reason?.code ?? null).toBe(code);
    expect(visit.state).toBe(code ? "moved" : "placed");
  });

  test("never on the next target's day, nor further than thirty days", () => {
    const closures = Array.from({ length: 29 }, (_, n) => closed(addDays(start, n)));
    expect(placeVisits(house({ closures }), wish([start, addDays(start, 14), addDays(start, 28)])).map(place)).toEqual([
      null,
      null,
      `${addDays(start, 29)} 10:00 ito`,
    ]);
    const month = [start, addDays(start, 31)];
    expect(place(first(house({ closures: closures.slice(0, 29).concat(closed(addDays(start, 29))) }), {}, month))).toBe(
      `${addDays(start, 30)} 10:00 ito`,
    );
    const longer = Array.from({ length: 31 }, (_, n) => closed(addDays(start, n)));
    expect(place(first(house({ closures: longer }), {}, [start, addDays(start, 40)]))).toBeNull();
  });

  test("no day of another visit, its own target included", () => {
    const taken = [start, tuesday];
    expect(first(house(), { taken })).toMatchObject({
      startsAt: on(addDays(start, 2), "10:00"),
      reason: { code: "own_appointment" },
    });
  });

  test("the first visit's time where none was given, and the doctor it came to", () => {
    const early = doctor("ito", { busy: [halfHour(start, "09:00"), allMorning(next)] });
    const visits = placeVisits(
      house({ doctors: [early, doctor("okafor", { busy: [halfHour(start, "09:00")] })] }),
      wish([start, next, addDays(start, 14)], { doctorId: null, time: null, ...anybody }),
    );
    expect(visits.map(place)).toEqual([
      `${start} 09:30 ito`,
      `${next} 09:30 okafor`,
      `${addDays(start, 14)} 09:30 ito`,
    ]);
    expect(visits.map(({ reason }) => reason)).toEqual([null, null, null]);
  });
});

describe("a wall time", () => {
  test("stays the same over the change of the clocks", () => {
    const visits = placeVisits(house(), wish(["2031-03-24", "2031-03-31"]));
    expect(visits.map(place)).toEqual(["2031-03-24 10:00 ito", "2031-03-31 10:00 ito"]);
    expect(visits.map(({ startsAt }) => new Date(startsAt ?? 0).getUTCHours())).toEqual([10, 9]);
  });

  test("that a spring day lacks moves to the nearest, and says so", () => {
    const night = [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
      dayOfWeek,
      openTime: "00:00",
      closeTime: "04:00",
      isClosed: false,
      validFrom: null,
      validTo: null,
    }));
    const [visit] = placeVisits(
      house({ hours: { hours: night, closures: [] } }),
      wish(["2031-03-30"], { time: "01:30" }),
    );
    expect(visit).toMatchObject({ state: "moved", reason: { code: "no_such_time" } });
    expect(place(visit as PlannedVisit)).toBe("2031-03-30 02:00 ito");
  });
});

describe("what was chosen", () => {
  const choice = (date: LocalDate, time: string, doctorId = "ito") => [
    { sequence: 1, startsAt: on(date, time), doctorId },
  ];
  test.each<[string, Partial<PlacementWish>, string, VisitReason["code"] | null]>([
    ["another time", { choices: choice(start, "11:00") }, `${start} 11:00 ito`, "chosen"],
    ["a later day", { choices: choice(tuesday, "10:00") }, `${tuesday} 10:00 ito`, "chosen"],
    ["what it would be anyway", { choices: choice(start, "10:00") }, `${start} 10:00 ito`, null],
    [
      "another doctor, allowed",
      { choices: choice(start, "10:00", "okafor"), ...anybody },
      `${start} 10:00 okafor`,
      "chosen",
    ],
    ["another doctor, not allowed", { choices: choice(start, "10:00", "okafor") }, `${start} 10:00 ito`, null],
    ["a day before the target", { choices: choice(addDays(start, -1), "10:00") }, `${start} 10:00 ito`, null],
    ["the next target's day", { choices: choice(next, "10:00") }, `${start} 10:00 ito`, null],
    ["a time that nobody offers", { choices: choice(start, "14:00") }, `${start} 10:00 ito`, null],
  ])("%s", (_, differing, expected, code) => {
    const visit = first(house(), differing);
    expect([place(visit), visit.reason?.code ?? null]).toEqual([expected, code]);
  });
});

describe("why a visit is not where it was wanted", () => {
  const slotAtTen = (fields: Partial<Slot>): Slot => ({
    ...{ id: "ten", startsAt: on(start, "10:00"), endsAt: on(start, "10:30"), localDate: start },
    ...{ capacity: 5, booked: 0, isOpen: true, ...fields },
  });
  const day = { localDate: start, capacity: 40, booked: 40 };
  const long = { ...doctor("ito"), timing: { durationMinutes: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 } };
  test.each<[string, PlanningHouse, Partial<PlacementWish>, VisitReason]>([
    [
      "a closure, by its name",
      house({ closures: [closed(start, "Christmas Day")] }),
      {},
      { code: "closed", detail: { reason: "Christmas Day" } },
    ],
    ["no hours that day", house({ days: [{ ...day, booked: 0 }] }), {}, { code: "closed", detail: { reason: null } }],
    ["a time outside the hours", house(), { time: "18:00" }, { code: "outside_hours", detail: {} }],
    [
      "the doctor is away",
      house({ doctors: [doctor("ito", { away: [start] })] }),
      {},
      { code: "doctor_away", detail: { doctorId: "ito" } },
    ],
    [
      "the doctor is with somebody",
      house({ doctors: [doctor("ito", { busy: [halfHour(start, "10:00")] })] }),
      {},
      { code: "doctor_busy", detail: { doctorId: "ito" } },
    ],
    [
      "the day is full",
      house({ slots: [slotAtTen({})], days: [day] }),
      {},
      { code: "day_full", detail: { localDate: start, booked: 40, capacity: 40 } },
    ],
    [
      "the slot is full",
      house({ slots: [slotAtTen({ booked: 5 })] }),
      {},
      { code: "slot_full", detail: expect.objectContaining({ booked: 5, capacity: 5 }) },
    ],
    [
      "no slot is long enough",
      house({ slots: [slotAtTen({})], doctors: [long] }),
      {},
      { code: "no_slot_long_enough", detail: {} },
    ],
    [
      "every room is taken",
      house({ resources: [{ id: "1", name: "Room", busy: [wholeDay(start)] }] }),
      {},
      { code: "room_taken", detail: {} },
    ],
    [
      "the patient is elsewhere",
      house({ patientBusy: [halfHour(start, "10:00")] }),
      {},
      { code: "own_appointment", detail: {} },
    ],
    ["it is too soon", house({ now: on(start, "10:15") }), {}, { code: "too_soon", detail: {} }],
    ["the day has gone by", house({ now: on(tuesday, "06:00") }), {}, { code: "too_soon", detail: {} }],
    [
      "of two doctors the one who came closer",
      house({ doctors: [doctor("ito", { away: [start] }), doctor("okafor", { busy: [allMorning(start)] })] }),
      { doctorId: null, ...anybody },
      { code: "doctor_busy", detail: { doctorId: "okafor" } },
    ],
  ])("%s", (_, clinic, differing, reason) => {
    const visit = first(clinic, differing);
    expect(visit.reason).toEqual(reason);
    expect(visit.state).not.toBe("placed");
  });
});

test("the next best are at most three, each another time, nearest first, and none twice", () => {
  const visit = first(house(), anybody);
  expect(visit.alternatives.map(place)).toEqual([`${start} 09:30 ito`, `${start} 10:30 ito`, `${start} 09:00 ito`]);
  const moved = first(
    house({ doctors: [doctor("ito", { busy: [{ start: on(start, "09:30"), end: on(start, "12:00") }] })] }),
  );
  expect([place(moved), ...moved.alternatives.map(place)]).toEqual([
    `${start} 09:00 ito`,
    `${tuesday} 10:00 ito`,
    `${tuesday} 09:30 ito`,
    `${tuesday} 10:30 ito`,
  ]);
});
