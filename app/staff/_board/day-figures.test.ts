import { describe, expect, it } from "vitest";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { BoardAppointment, BoardSlot } from "#lib/scheduling/view.ts";
import { appointmentsOf, dayFigures, nextTurn, overCount } from "./day-figures.ts";

const minute = 60_000;
const day = { start: 0, end: 1440 * minute };

function appointment(id: string, status: AppointmentStatus, startsAt = 0): BoardAppointment {
  const names = {
    service: { slug: "check-up", name: "Check-up" },
    doctor: { id: "d", name: "Dr D" },
    patient: { name: id },
  };
  const plain = { urgent: false, since: null, session: null, resource: null, plan: null, actions: [] };
  return { id, status, version: 1, startsAt, endsAt: startsAt + 30 * minute, ...plain, ...names };
}

function slot(hour: number, ...appointments: BoardAppointment[]): BoardSlot {
  const startsAt = hour * 60 * minute;
  const counts = { capacity: 5, booked: appointments.length, isOpen: true };
  return {
    id: `slot-${hour}`,
    startsAt,
    endsAt: startsAt + 30 * minute,
    localDate: "1970-01-01",
    ...counts,
    appointments,
  };
}

describe("the day's figures", () => {
  it("count somebody once however many slots they cover", () => {
    const long = appointment("long", "confirmed");
    const all = appointmentsOf([slot(8, long, appointment("a", "pending")), slot(9, long)]);
    expect(dayFigures(all)).toEqual({ requested: 1, expected: 1, here: 0, done: 0, missed: 0 });
  });

  it("tell who is here from who is through", () => {
    const statuses = ["checked_in", "in_progress", "on_hold", "completed", "no_show", "cancelled"] as const;
    expect(dayFigures(statuses.map((status) => ({ status })))).toEqual({
      requested: 0,
      expected: 0,
      here: 3,
      done: 1,
      missed: 1,
    });
  });
});

describe("the slots that fold away", () => {
  const done = slot(8, appointment("a", "completed"));
  const noon = 12 * 60 * minute;

  it("are those at the beginning with which nothing is left to do", () => {
    expect(overCount([done, slot(9), slot(10, appointment("b", "in_progress")), slot(11)], noon, day)).toBe(2);
  });

  it("are none on another day, and none when all would be gone", () => {
    expect(overCount([done, slot(13)], day.end + 1, day)).toBe(0);
    expect(overCount([done, slot(9)], noon, day)).toBe(0);
  });
});

it("the board turns with its slots, and at last with the day", () => {
  expect(nextTurn([slot(8), slot(9)], day.end, 8 * 60 * minute)).toBe(8.5 * 60 * minute);
  expect(nextTurn([slot(8), slot(9)], day.end, 10 * 60 * minute)).toBe(day.end);
});
