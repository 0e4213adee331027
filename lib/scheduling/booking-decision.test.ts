import { describe, expect, test } from "vitest";
import { minutes, parseInstant } from "#lib/time.ts";
import {
  type BookingRequest,
  chooseResource,
  decideBooking,
  explainBooking,
  type Session,
} from "./booking-decision.ts";
import type { Slot } from "./capacity.ts";
import type { Interval } from "./interval.ts";

const at = (time: string) => parseInstant(`2026-11-25T${time}Z`);
const between = (from: string, to: string) => ({ start: at(from), end: at(to) });

function slot(from: string, to: string, fields: Partial<Slot> = {}): Slot {
  const interval = { startsAt: at(from), endsAt: at(to) };
  return { ...interval, localDate: "2026-11-25", capacity: 5, booked: 0, isOpen: true, ...fields };
}

/** 09:00–12:00 in half hours; a visit of 45 minutes at 10:00, with 10 minutes before and 15 after. */
const morning = [
  slot("09:00", "09:30"),
  slot("09:30", "10:00"),
  slot("10:00", "10:30"),
  slot("10:30", "11:00"),
  slot("11:00", "11:30"),
  slot("11:30", "12:00"),
];
const good: BookingRequest = {
  startsAt: at("10:00"),
  slots: morning,
  day: { localDate: "2026-11-25", capacity: 40, booked: 39 },
  doctor: {
    id: "okafor",
    timing: { durationMinutes: 45, bufferBeforeMinutes: 10, bufferAfterMinutes: 15 },
    working: [between("09:00", "12:00")],
    busy: [],
  },
  policy: { timeZone: "Europe/London", horizonDays: 30, minNoticeMinutes: 60, cancelNoticeHours: 24 },
  now: at("08:00"),
  patientBusy: [],
};

const withSlot = (n: number, fields: Partial<Slot>) =>
  morning.map((each, index) => (index === n ? { ...each, ...fields } : each));
const without = (time: string) => morning.filter(({ startsAt }) => startsAt !== at(time));
const withDoctor = (fields: Partial<BookingRequest["doctor"]>) => ({ doctor: { ...good.doctor, ...fields } });
const outsideHours = (reason: string) => ({ code: "OUTSIDE_HOURS", detail: { reason } });
const busyDoctor = { code: "DOCTOR_BUSY", detail: { doctorId: "okafor" } };

test("a good booking is made, into the last place of the day", () => {
  expect(decideBooking(good)).toBeNull();
});

describe("each rule, just missed and just kept", () => {
  test.each<[string, Partial<BookingRequest>, object | null]>([
    ["begun", { now: at("10:00") }, { code: "PAST", detail: { startsAt: at("10:00") } }],
    ["too soon", { now: at("09:01") }, { code: "TOO_SHORT_NOTICE", detail: { minNoticeMinutes: 60 } }],
    ["soon enough", { now: at("09:00") }, null],
    [
      "beyond the horizon",
      { now: parseInstant("2026-10-25T12:00Z") },
      { code: "BEYOND_HORIZON", detail: { horizonDays: 30, lastDate: "2026-11-24" } },
    ],
    ["on the last day", { now: parseInstant("2026-10-26T12:00Z") }, null],
    ["no slots that day", { slots: [] }, { code: "CLOSED", detail: { localDate: "2026-11-25" } }],
    ["between two starts", { startsAt: at("10:10") }, outsideHours("off_grid")],
    ["before the first slot", { startsAt: at("09:00") - minutes(60), now: at("06:00") }, outsideHours("off_grid")],
    ["a start whose slot is gone", { slots: without("10:00") }, outsideHours("off_grid")],
    ["over the closing", { startsAt: at("11:30") }, outsideHours("too_long")],
    ["over a gap", { slots: without("10:30") }, outsideHours("too_long")],
    ["a gap after the visit", { slots: without("11:00") }, null],
    [
      "into a closed slot",
      { slots: withSlot(3, { isOpen: false }) },
      { code: "CLOSED", detail: { startsAt: at("10:30") } },
    ],
    [
      "from a closed slot",
      { slots: withSlot(2, { isOpen: false }) },
      { code: "CLOSED", detail: { startsAt: at("10:00") } },
    ],
    ["closed slots around it", { slots: withSlot(1, { isOpen: false }) }, null],
    [
      "a full day",
      { day: { localDate: "2026-11-25", capacity: 40, booked: 40 } },
      { code: "DAY_FULL", detail: { booked: 40, capacity: 40, localDate: "2026-11-25" } },
    ],
    ["a day without a capacity", { day: { localDate: "2026-11-25", capacity: null, booked: 400 } }, null],
    ["a day that is not stored", { day: null }, null],
    [
      "a full slot further on",
      { slots: withSlot(3, { booked: 5 }) },
      { code: "SLOT_FULL", detail: { booked: 5, capacity: 5, startsAt: at("10:30") } },
    ],
    [
      "an over-full slot",
      { slots: withSlot(2, { booked: 7 }) },
      { code: "SLOT_FULL", detail: { booked: 7, capacity: 5, startsAt: at("10:00") } },
    ],
    ["full slots around it", { slots: withSlot(4, { booked: 5 }) }, null],
    ["the doctor comes later", withDoctor({ working: [between("10:05", "12:00")] }), outsideHours("doctor")],
    ["the doctor leaves earlier", withDoctor({ working: [between("09:00", "10:40")] }), outsideHours("doctor")],
    [
      "a doctor's break within",
      withDoctor({ working: [between("09:00", "10:15"), between("10:20", "12:00")] }),
      outsideHours("doctor"),
    ],
    [
      "the doctor's hours fit exactly: buffers may lie outside",
      withDoctor({ working: [between("10:00", "10:45")] }),
      null,
    ],
    ["busy into the buffer before", withDoctor({ busy: [between("09:00", "09:51")] }), busyDoctor],
    ["busy until the buffer before", withDoctor({ busy: [between("09:00", "09:50")] }), null],
    ["busy within the buffer after", withDoctor({ busy: [between("10:59", "11:30")] }), busyDoctor],
    ["busy from the buffer's end", withDoctor({ busy: [between("11:00", "11:30")] }), null],
    ["busy in the middle", withDoctor({ busy: [between("10:20", "10:25")] }), busyDoctor],
    [
      "the patient is elsewhere",
      { patientBusy: [between("10:44", "11:00")] },
      { code: "SAME_PATIENT", detail: { startsAt: at("10:44"), endsAt: at("11:00") } },
    ],
    [
      "the patient comes from elsewhere and goes on",
      { patientBusy: [between("10:45", "11:00"), between("09:00", "10:00")] },
      null,
    ],
  ])("%s", (_, fields, refused) => {
    expect(decideBooking({ ...good, ...fields })).toEqual(refused);
  });
});

describe("a session of several", () => {
  const session = {
    startsAt: at("10:00"),
    occupied: between("09:50", "11:00"),
    seats: 8,
    booked: 3,
    resourceId: "hall",
  };
  const group = (fields: Partial<Session>, request: Partial<BookingRequest> = {}): BookingRequest => ({
    ...good,
    groupSize: 8,
    doctor: { ...good.doctor, sessions: [{ ...session, ...fields }] },
    ...request,
  });

  test("is joined at its own start, into its last seat, in its own room", () => {
    const resources = [{ id: "hall", name: "Hall", busy: [between("09:50", "11:00")] }];
    expect(decideBooking(group({ booked: 7 }, { resources }))).toBeNull();
    expect(chooseResource(group({ booked: 7 }, { resources }))).toBe("hall");
  });

  test("that is full is refused with its seats", () => {
    const detail = { reason: "session", booked: 8, capacity: 8 };
    expect(decideBooking(group({ booked: 8 }))).toEqual({ code: "SLOT_FULL", detail });
  });

  test("keeps its doctor from another start", () => {
    expect(decideBooking(group({}, { startsAt: at("10:30") }))).toEqual(busyDoctor);
  });
});

describe("a room of a kind", () => {
  const room = (id: string, ...busy: Interval[]) => ({ id, name: id, busy });

  test("the first that is free by name, buffers included", () => {
    const resources = [room("1", between("11:00", "11:10")), room("2", between("10:50", "10:55")), room("3")];
    expect(chooseResource({ ...good, resources })).toBe("1");
    expect(chooseResource({ ...good, resources: resources.slice(1) })).toBe("3");
    expect(chooseResource(good)).toBeNull();
  });

  test("none that is free refuses", () => {
    const resources = [room("1", between("09:00", "09:51")), room("2", between("10:59", "11:10"))];
    const detail = { reason: "resource", count: 2 };
    expect(decideBooking({ ...good, resources })).toEqual({ code: "DOCTOR_BUSY", detail });
    expect(decideBooking({ ...good, resources: [] })).toEqual({ code: "DOCTOR_BUSY", detail: { ...detail, count: 0 } });
  });
});

test("whoever missed too often is refused, unless staff book", () => {
  const detail = { reason: "missed", missed: 3, limit: 3 };
  expect(decideBooking({ ...good, standing: { missed: 3, limit: 3 } })).toEqual({ code: "FORBIDDEN", detail });
  expect(decideBooking({ ...good, standing: { missed: 2, limit: 3 } })).toBeNull();
  expect(decideBooking({ ...good, standing: { missed: 30, limit: null } })).toBeNull();
  expect(decideBooking(good)).toBeNull();
});

test("explaining asks every rule, in the order in which the decision does", () => {
  const verdicts = explainBooking({ ...good, slots: withSlot(2, { booked: 5 }), ...withDoctor({ working: [] }) });
  expect(verdicts.map(({ rule, refusal }) => [rule, refusal?.code ?? null])).toEqual([
    ["time", null],
    ["standing", null],
    ["grid", null],
    ["cover", null],
    ["patient", null],
    ["day", null],
    ["slot", "SLOT_FULL"],
    ["working", "OUTSIDE_HOURS"],
    ["doctor", null],
    ["seats", null],
    ["resource", null],
  ]);
  expect(verdicts.find(({ rule }) => rule === "day")?.facts).toEqual({ booked: 39, capacity: 40 });
});

test("the rules speak in order: the first to say no is heard", () => {
  const bad = {
    past: { now: at("12:00") },
    offGrid: { startsAt: at("10:10") },
    closed: { slots: withSlot(2, { isOpen: false, booked: 5 }) },
    samePatient: { patientBusy: [between("09:00", "12:00")] },
    dayFull: { day: { localDate: "2026-11-25", capacity: 40, booked: 40 } },
    slotFull: { slots: withSlot(2, { booked: 5 }) },
    doctorAway: withDoctor({ working: [], busy: [between("09:00", "12:00")] }),
    doctorBusy: withDoctor({ busy: [between("09:00", "12:00")] }),
  };
  const codes = (Object.keys(bad) as (keyof typeof bad)[]).map((first, n, all) => {
    const later = all.slice(n).reverse();
    return decideBooking(Object.assign({}, good, ...later.map((key) => bad[key])))?.code ?? first;
  });
  expect(codes).toEqual([
    "PAST",
    "OUTSIDE_HOURS",
    "CLOSED",
    "SAME_PATIENT",
    "DAY_FULL",
    "SLOT_FULL",
    "OUTSIDE_HOURS",
    "DOCTOR_BUSY",
  ]);
});
