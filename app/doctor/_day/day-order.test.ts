import { expect, it } from "vitest";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { minutesFreeBefore, nextUp } from "./day-order.ts";

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);

function appointment(id: string, from: string, to: string, status: AppointmentStatus = "confirmed"): AppointmentView {
  return { id, startsAt: at(from), endsAt: at(to), status } as AppointmentView;
}

it("who is in the room comes before who waits, and who waits before who is expected", () => {
  const expected = appointment("expected", "09:00", "09:20");
  const waiting = appointment("waiting", "09:20", "09:40", "checked_in");
  const inside = appointment("inside", "09:40", "10:00", "in_progress");
  expect(nextUp([expected, waiting, inside])).toBe(inside);
  expect(nextUp([expected, waiting])).toBe(waiting);
  expect(nextUp([appointment("asked", "09:00", "09:20", "pending"), expected])).toBe(expected);
  expect(nextUp([])).toBeNull();
});

it("only working time counts as free, and only from a quarter of an hour on", () => {
  const working = [
    { start: at("08:00"), end: at("12:00") },
    { start: at("13:00"), end: at("17:00") },
  ];
  const day = [
    appointment("first", "08:30", "09:00"),
    appointment("close", "09:10", "10:00"),
    appointment("inside", "09:20", "09:40"),
    appointment("after", "10:20", "11:45"),
    appointment("noon", "13:20", "13:40"),
  ];
  expect([...minutesFreeBefore(day, working)]).toEqual([
    ["after", 20],
    ["noon", 35],
  ]);
});
