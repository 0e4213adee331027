import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minutes, parseInstant } from "#lib/time.ts";
import { type BookingRequest, decideBooking } from "./booking-decision.ts";
import type { Slot } from "./capacity.ts";
import { explainTime, firstRefused, type TimeContext } from "./explanation.ts";

const nine = parseInstant("2026-12-25T09:00Z");
const half = minutes(30);
const at = (halfHours: number) => nine + halfHours * half;
const nothing: TimeContext = { closures: [], timeOff: [], holds: [], appointments: [] };

function slot(n: number, fields: Partial<Slot> = {}): Slot {
  const times = { startsAt: at(n), endsAt: at(n + 1) };
  return { ...times, localDate: "2026-12-25", capacity: 5, booked: 0, isOpen: true, ...fields };
}

const good: BookingRequest = {
  startsAt: at(2),
  slots: [0, 1, 2, 3, 4, 5].map((n) => slot(n)),
  day: { localDate: "2026-12-25", capacity: 40, booked: 7 },
  doctor: {
    id: "okafor",
    timing: { durationMinutes: 45, bufferBeforeMinutes: 0, bufferAfterMinutes: 15 },
    working: [{ start: at(0), end: at(6) }],
    busy: [],
  },
  policy: { timeZone: "Europe/London", horizonDays: 30, minNoticeMinutes: 60, cancelNoticeHours: 24 },
  now: nine - minutes(180),
  patientBusy: [],
};

const factsOf = (rule: string, request: Partial<BookingRequest>, context: Partial<TimeContext> = {}) =>
  explainTime({ ...good, ...request }, { ...nothing, ...context }).find((verdict) => verdict.rule === rule);

describe("the numbers behind a verdict", () => {
  test("a closed day says why it is closed", () => {
    const christmas = { from: "2026-12-24", to: "2026-12-26", reason: "Christmas", openTime: null, closeTime: null };
    expect(factsOf("grid", { slots: [] }, { closures: [christmas] })).toMatchObject({
      refusal: { code: "CLOSED" },
      facts: { closure: "Christmas" },
    });
  });

  test("a full slot says how many of its places are only held, and until when", () => {
    const full = good.slots.map((each) => ({ ...each, booked: each.startsAt === at(3) ? 5 : 4 }));
    const holds = [
      { start: at(3), end: at(4), localDate: "2026-12-25", expiresAt: 2000 },
      { start: at(2), end: at(4), localDate: "2026-12-25", expiresAt: 1000 },
      { start: at(2), end: at(3), localDate: "2026-12-25", expiresAt: 500 },
    ];
    expect(factsOf("slot", { slots: full }, { holds })).toMatchObject({
      refusal: { code: "SLOT_FULL" },
      facts: { startsAt: at(3), booked: 5, capacity: 5, held: 2, heldUntil: 1000 },
    });
    const day = { localDate: "2026-12-25", capacity: 7, booked: 7 };
    expect(factsOf("day", { day }, { holds })).toMatchObject({ facts: { booked: 7, held: 3, heldUntil: 500 } });
    expect(factsOf("day", {})).toMatchObject({ refusal: null, facts: { held: 0, heldUntil: null } });
  });

  test("a doctor who is away is told from one who does not work then", () => {
    const away = { start: at(1), end: at(4) };
    const elsewhen = { working: [{ start: at(4), end: at(6) }] };
    const doctor = { ...good.doctor, ...elsewhen };
    expect(factsOf("working", { doctor }, { timeOff: [away] })?.facts).toMatchObject({
      awayFrom: at(1),
      awayTo: at(4),
    });
    expect(factsOf("working", { doctor })?.facts).toMatchObject({ awayFrom: null });
    expect(factsOf("working", {}, { timeOff: [away] })?.facts).toMatchObject({ awayFrom: null });
  });

  test("a busy doctor is busy with some appointment, by its own times", () => {
    const doctor = { ...good.doctor, busy: [{ start: at(3), end: at(6) }] };
    const appointments = [
      { id: "before", start: at(0), end: at(2) },
      { id: "other", start: at(3), end: at(4) },
      { id: "next", start: at(4), end: at(6) },
    ];
    expect(factsOf("doctor", { doctor }, { appointments })).toMatchObject({
      refusal: { code: "DOCTOR_BUSY" },
      facts: { appointmentId: "other", from: at(3), to: at(4) },
    });
  });
});

test("the first rule that refuses is the refusal that a booking gets", () => {
  const part = fc.integer({ min: 0, max: 6 });
  const stretch = fc.tuple(part, part).map(([a, b]) => ({ start: at(Math.min(a, b)), end: at(Math.max(a, b) + 1) }));
  const requests = fc.record({
    startsAt: fc.oneof(
      part.map(at),
      part.map((n) => at(n) + minutes(10)),
    ),
    slots: fc
      .array(fc.record({ booked: fc.integer({ min: 3, max: 5 }), isOpen: fc.boolean() }), { maxLength: 6 })
      .map((some) => some.map((fields, n) => slot(n, fields))),
    day: fc.option(
      fc
        .record({ booked: fc.integer({ min: 0, max: 2 }) })
        .map(({ booked }) => ({ localDate: "2026-12-25", capacity: 2, booked })),
    ),
    doctor: fc
      .record({ working: stretch, busy: stretch, seats: fc.integer({ min: 1, max: 2 }) })
      .map(({ working, busy, seats }) => ({
        ...good.doctor,
        working: [working],
        busy: [busy],
        sessions: [{ startsAt: at(2), occupied: { start: at(2), end: at(4) }, seats, booked: 1, resourceId: null }],
      })),
    patientBusy: fc.array(stretch, { maxLength: 1 }),
    standing: fc.record({ missed: fc.nat(2), limit: fc.constantFrom(null, 2) }),
    resources: fc.option(stretch.map((taken) => [{ id: "room", name: "Room", busy: [taken] }])),
    now: fc.constantFrom(good.now, at(1)),
  });
  fc.assert(
    fc.property(requests, (some) => {
      const request = { ...good, ...some };
      const verdicts = explainTime(request, nothing);
      expect(firstRefused(verdicts)?.refusal ?? null).toEqual(decideBooking(request));
    }),
    { numRuns: 500 },
  );
});
