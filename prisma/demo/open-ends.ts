import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import type { DemoAppointment } from "./bookings.ts";
import type { Step } from "./history.ts";

/**
 * Sees to it that somebody waits, somebody is being seen and somebody is on hold, whenever the demo is made. Outside
 * opening hours these are the last visits that began: nobody has closed them yet.
 */
export function leaveOpenEnds(appointments: readonly DemoAppointment[], now: EpochMs): DemoAppointment[] {
  const list = [...appointments];
  ensure("on_hold", 1);
  ensure("in_progress", 2);
  ensure("checked_in", 2);
  return list;

  function ensure(status: AppointmentStatus, count: number): void {
    while (list.filter((appointment) => statusOf(appointment) === status).length < count) {
      const index = list.findLastIndex((appointment) => steppedTo(status, appointment, now) !== null);
      const found = list[index];
      if (!found) throw new Error(`Nobody can be ${status}`);
      list[index] = { ...found, history: steppedTo(status, found, now) ?? found.history };
    }
  }
}

export function statusOf({ history }: Pick<DemoAppointment, "history">): AppointmentStatus {
  return (history.at(-1) as Step).status;
}

/** The history that leaves the visit in `status`, or null where that cannot be told of it. */
function steppedTo(status: AppointmentStatus, { history, visit }: DemoAppointment, now: EpochMs): Step[] | null {
  const last = history.at(-1) as Step;
  const isNear = visit.startsAt > now && visit.startsAt <= now + minutes(40);
  if (status === "checked_in" && last.status === "confirmed" && isNear) {
    return [...history, { status, at: Math.max(last.at + 1, now - minutes(4)), by: "staff" }];
  }
  if (status === "on_hold" && last.status === "in_progress") {
    return [...history, { status, at: Math.max(last.at + 1, now - minutes(2)), by: "doctor" }];
  }
  if (last.status !== "completed") return null;
  if (status === "on_hold") return [...history.slice(0, -1), { status, at: last.at, by: "doctor" }];
  return history.slice(0, history.findIndex((step) => step.status === status) + 1);
}
