export const appointmentStatuses = [
  "held",
  "pending",
  "confirmed",
  "checked_in",
  "in_progress",
  "on_hold",
  "completed",
  "cancelled",
  "rejected",
  "no_show",
  "expired",
] as const;

export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** Who moves an appointment on: its patient (a guest too), its doctor, staff (an admin too), or Slotwell itself. */
export const parties = ["patient", "doctor", "staff", "system"] as const;
export type Party = (typeof parties)[number];

const occupying: ReadonlySet<AppointmentStatus> = new Set([
  "held",
  "pending",
  "confirmed",
  "checked_in",
  "in_progress",
  "on_hold",
]);

/** Whether an appointment in `status` takes its place with the doctor, in its slots and in the day. */
export function occupies(status: AppointmentStatus): boolean {
  return occupying.has(status);
}

const team = ["doctor", "staff"] as const;

/**
 * The life cycle: from → to → who may. What is not here is an ILLEGAL_TRANSITION. A hold becomes pending or confirmed
 * by being booked, which asks more than a change of status does.
 */
const transitions: Record<AppointmentStatus, Partial<Record<AppointmentStatus, readonly Party[]>>> = {
  held: { expired: ["patient", "staff", "system"] },
  pending: { confirmed: [...team, "system"], rejected: team, cancelled: ["patient", "staff"] },
  confirmed: { checked_in: team, no_show: team, cancelled: ["patient", ...team] },
  checked_in: { in_progress: team },
  in_progress: { on_hold: team, completed: team },
  on_hold: { in_progress: team },
  completed: {},
  cancelled: {},
  rejected: {},
  no_show: {},
  expired: {},
};

/** Whether `by` may move an appointment from `from` to `to`. Whose appointment it is, is the caller's to check. */
export function canTransition(from: AppointmentStatus, to: AppointmentStatus, by: Party): boolean {
  return transitions[from][to]?.includes(by) ?? false;
}

/** The statuses to which `by` may move an appointment that is in `status`. */
export function transitionsFrom(status: AppointmentStatus, by: Party): AppointmentStatus[] {
  return appointmentStatuses.filter((to) => canTransition(status, to, by));
}
