import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { EpochMs } from "#lib/time.ts";

/** What somebody may do with an appointment, arranged as the screen shows it. */
export interface Acts {
  /** The step that usually comes next. */
  next: AppointmentStatus | null;
  /** Other steps by one press. */
  other: AppointmentStatus[];
  /** Steps that want a word why. */
  withReason: ("rejected" | "cancelled")[];
}

const onwards: readonly AppointmentStatus[] = ["confirmed", "checked_in", "in_progress", "completed"];
const aside: readonly AppointmentStatus[] = ["on_hold", "no_show"];
const explained = ["rejected", "cancelled"] as const;

/**
 * Arranges the transitions that the viewer may make. Those that make no sense yet are left out: nobody is missed before
 * the appointment begins, nobody arrives before the day (`dayStart`, the local midnight) has come.
 */
export function arrangeActs(
  appointment: { actions: readonly AppointmentStatus[]; startsAt: EpochMs },
  { now, dayStart }: { now: EpochMs; dayStart: EpochMs },
): Acts {
  const possible = new Set(appointment.actions);
  if (now < appointment.startsAt) possible.delete("no_show");
  if (now < dayStart) possible.delete("checked_in");
  return {
    next: onwards.find((to) => possible.has(to)) ?? null,
    other: aside.filter((to) => possible.has(to)),
    withReason: explained.filter((to) => possible.has(to)),
  };
}

/** The word on the button: going on after a pause is not called starting. */
export function actKey(from: AppointmentStatus, to: AppointmentStatus): AppointmentStatus | "resume" {
  return from === "on_hold" && to === "in_progress" ? "resume" : to;
}
