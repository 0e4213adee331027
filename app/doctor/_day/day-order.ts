import { intersect } from "#lib/scheduling/interval.ts";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import type { Interval } from "#lib/time.ts";

/** Nothing is left to do about it. */
export function isFinished({ status }: { status: AppointmentStatus }): boolean {
  return status === "completed" || status === "no_show";
}

/** Whom the doctor sees or calls in next: who is in the room, else who waits, else who is expected first. */
export function nextUp(appointments: readonly AppointmentView[]): AppointmentView | null {
  const order: AppointmentStatus[] = ["in_progress", "on_hold", "checked_in", "confirmed"];
  for (const status of order) {
    const first = appointments.find((appointment) => appointment.status === status);
    if (first) return first;
  }
  return null;
}

/**
 * Free working minutes between each appointment and the latest end before it, by id; only those of a quarter of an hour
 * or more. Preconditions: appointments sorted by start; `working` normal (see `lib/scheduling/interval.ts`).
 */
export function minutesFreeBefore(
  appointments: readonly AppointmentView[],
  working: readonly Interval[],
): Map<string, number> {
  const free = new Map<string, number>();
  let takenUntil: number | null = null;
  for (const { id, startsAt, endsAt } of appointments) {
    const gap: Interval[] = takenUntil === null || takenUntil >= startsAt ? [] : [{ start: takenUntil, end: startsAt }];
    const minutes = intersect(working, gap).reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0);
    if (minutes >= 15) free.set(id, minutes);
    takenUntil = Math.max(takenUntil ?? endsAt, endsAt);
  }
  return free;
}
