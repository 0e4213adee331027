import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";

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

/** Arranges the transitions that the viewer may make now. */
export function arrangeActs({ actions }: { actions: readonly AppointmentStatus[] }): Acts {
  return {
    next: onwards.find((to) => actions.includes(to)) ?? null,
    other: aside.filter((to) => actions.includes(to)),
    withReason: explained.filter((to) => actions.includes(to)),
  };
}

/** The word on the button: going on after a pause is not called starting. */
export function actKey(from: AppointmentStatus, to: AppointmentStatus): AppointmentStatus | "resume" {
  return from === "on_hold" && to === "in_progress" ? "resume" : to;
}
