import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideBooking } from "./booking-decision.ts";
import { type DropDay, type DropEntry, judgeDrop } from "./drop.ts";
import { normalize } from "./interval.ts";

const minute = 60_000;
const nine = Date.UTC(2026, 10, 24, 9);
const at = (minutes: number) => nine + minutes * minute;
const stretch = (from: number, to: number) => ({ start: at(from), end: at(to) });

function entry(id: string, from: number, to: number, after = 0): DropEntry {
  return { id, startsAt: at(from), endsAt: at(to), occupied: stretch(from, to + after) };
}

const slot = (from: number, left = 1, isOpen = true) => ({ startsAt: at(from), endsAt: at(from + 30), left, isOpen });
const moved = entry("moved", 0, 30, 10);

const day: DropDay = {
  working: [stretch(0, 180), stretch(210, 300)],
  slots: [0, 30, 60, 90, 120, 150, 180, 210].map((from) => slot(from)),
  entries: [moved, entry("other", 120, 150, 10)],
};

describe("what stands against a drop", () => {
  test.each([
    ["nothing against a free slot", stretch(60, 90), day, null],
    ["nothing against its own place", stretch(0, 30), day, null],
    ["it has passed", stretch(-60, -30), day, "past"],
    ["no slot begins there", stretch(70, 100), day, "off_grid"],
    ["the day has no slots", stretch(60, 90), { ...day, slots: [] }, "closed"],
    ["a slot is closed", stretch(60, 90), { ...day, slots: [slot(60, 1, false)] }, "closed"],
    ["the slots end before it does", stretch(210, 270), day, "too_long"],
    ["nobody fits into the slot any more", stretch(60, 90), { ...day, slots: [slot(60, 0)] }, "full"],
    ["the doctor does not work then", stretch(180, 210), day, "away"],
    ["somebody else is there", stretch(120, 150), day, "busy"],
    ["its own buffer runs into somebody", stretch(90, 120), day, "busy"],
  ] as const)("%s", (_, visit, on, problem) => expect(judgeDrop(moved, visit, on, at(-30))).toBe(problem));

  test("its own place counts as free where it takes a slot that is full", () => {
    const full = { ...day, slots: [slot(0, 0), slot(30, 1)] };
    expect(judgeDrop(moved, stretch(0, 60), full, at(-30))).toBeNull();
    expect(judgeDrop(entry("new", 60, 90), stretch(0, 30), full, at(-30))).toBe("full");
  });
});

test("it says what the decision about a booking says, as far as both know the same", () => {
  const codes = {
    past: "PAST",
    off_grid: "OUTSIDE_HOURS",
    closed: "CLOSED",
    too_long: "OUTSIDE_HOURS",
    full: "SLOT_FULL",
    away: "OUTSIDE_HOURS",
    busy: "DOCTOR_BUSY",
  };
  const minutes = fc.integer({ min: 0, max: 20 }).map((n) => n * 15);
  const length = fc.constantFrom(15, 30, 45, 60);
  fc.assert(
    fc.property(
      minutes,
      length,
      fc.array(fc.record({ from: minutes, length }), { maxLength: 4 }),
      fc.array(fc.record({ left: fc.integer({ min: -1, max: 2 }), isOpen: fc.boolean(), isThere: fc.boolean() }), {
        minLength: 10,
        maxLength: 10,
      }),
      fc.array(fc.record({ from: minutes, length: fc.constantFrom(60, 120) }), { maxLength: 3 }),
      (from, durationMinutes, others, kinds, work) => {
        const slots = kinds.flatMap(({ isThere, ...kind }, n) => (isThere ? [{ ...slot(n * 30), ...kind }] : []));
        const working = normalize(work.map((each) => stretch(each.from, each.from + each.length)));
        const entries = others.map((other, n) => entry(String(n), other.from, other.from + other.length));
        const visit = stretch(from, from + durationMinutes);
        // From another day, so that nothing is given back.
        const dragged = entry("dragged", -1000, -1000 + durationMinutes);
        const refused = decideBooking({
          startsAt: visit.start,
          slots: slots.map((each, n) => ({
            ...each,
            id: String(n),
            localDate: "2026-11-24",
            capacity: each.left,
            booked: 0,
          })),
          day: null,
          doctor: {
            id: "doctor",
            timing: { durationMinutes, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
            working,
            busy: normalize(entries.map(({ occupied }) => occupied)),
          },
          policy: { timeZone: "UTC", horizonDays: 730, minNoticeMinutes: 0, cancelNoticeHours: 0 },
          now: at(20),
          patientBusy: [],
        });
        const problem = judgeDrop(dragged, visit, { working, slots, entries }, at(20));
        expect(problem && codes[problem]).toBe(
          refused && (refused.code === "OUTSIDE_HOURS" && problem === "closed" ? "CLOSED" : refused.code),
        );
      },
    ),
  );
});
