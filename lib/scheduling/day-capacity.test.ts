import { expect, test } from "vitest";
import { parseInstant } from "#lib/time.ts";
import { toDayCapacity } from "./day-capacity.ts";

const nine = parseInstant("2026-07-01T09:00:00+01:00");
const slot = { id: "a", startsAt: nine, endsAt: nine + 1_800_000, capacity: 5, booked: 2, isOpen: true };
const stored = {
  clinicId: "c",
  localDate: "2026-07-01",
  timeZone: "Europe/London",
  version: "3-17",
  day: { capacity: 40, booked: 41 },
  slots: [slot, { ...slot, id: "b", booked: 7 }, { ...slot, id: "c", isOpen: false }],
};

test("times carry the clinic's offset, and what is left is never below nothing", () => {
  expect(toDayCapacity(stored)).toMatchObject({
    clinic: "c",
    date: "2026-07-01",
    version: "3-17",
    capacity: 40,
    booked: 41,
    remaining: 0,
    slots: [
      { startsAt: "2026-07-01T09:00:00+01:00", endsAt: "2026-07-01T09:30:00+01:00", booked: 2, remaining: 3 },
      { booked: 7, remaining: 0 },
      { booked: 2, remaining: 0, isOpen: false },
    ],
  });
});

test("a day without a limit, or not yet stored, has no number left", () => {
  expect(toDayCapacity({ ...stored, day: { capacity: null, booked: 3 } })).toMatchObject({
    booked: 3,
    remaining: null,
  });
  expect(toDayCapacity({ ...stored, day: null, slots: [] })).toMatchObject({ capacity: null, booked: 0, slots: [] });
});
