import { dayBounds, type EpochMs, localDateOf, type TimeZone } from "#lib/time.ts";

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

export const occupyingStatuses = [
  "held",
  "pending",
  "confirmed",
  "checked_in",
  "in_progress",
  "on_hold",
] as const satisfies AppointmentStatus[];
const occupying: ReadonlySet<AppointmentStatus> = new Set(occupyingStatuses);

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

/** When and where an appointment takes place. */
export interface Visit {
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** The clinic's. */
  timeZone: TimeZone;
}

export type Untimely = "too_early" | "too_late";

/**
 * Why it is not the time for a step that the table allows, or null. Nobody is missed before the appointment begins;
 * people arrive on the clinic's day of the visit (and as long as it lasts past midnight); it is over on that day or
 * later.
 */
export function untimely(to: AppointmentStatus, { startsAt, endsAt, timeZone }: Visit, now: EpochMs): Untimely | null {
  const day = dayBounds(localDateOf(startsAt, timeZone), timeZone);
  switch (to) {
    case "no_show":
      return now < startsAt ? "too_early" : null;
    case "checked_in":
      if (now < day.start) return "too_early";
      return now >= Math.max(day.end, endsAt) ? "too_late" : null;
    case "completed":
      return now < day.start ? "too_early" : null;
    default:
      return null;
  }
}

/** The statuses to which `by` may move an appointment at this moment. */
export function stepsNow(status: AppointmentStatus, by: Party, visit: Visit, now: EpochMs): AppointmentStatus[] {
  return transitionsFrom(status, by).filter((to) => untimely(to, visit, now) === null);
}

/** Whether an appointment in `status` still has a time that can be changed: it is booked, and nobody has come yet. */
export function isMovable(status: AppointmentStatus): status is "pending" | "confirmed" {
  return status === "pending" || status === "confirmed";
}

/** The status after a move: a new time that a patient chose is a new request where the service wants it confirmed. */
export function statusAfterMove(
  status: "pending" | "confirmed",
  by: Party,
  requiresConfirmation: boolean,
): "pending" | "confirmed" {
  return by === "patient" && requiresConfirmation ? "pending" : status;
}

/** For so long a step can be taken back, and for so long nobody is told of a decision. */
export const undoSeconds = 10;

/** What an appointment was before the step to a status; the steps that are not here cannot be taken back. */
const before: Partial<Record<AppointmentStatus, AppointmentStatus>> = {
  confirmed: "pending",
  rejected: "pending",
  checked_in: "confirmed",
  in_progress: "checked_in",
  completed: "in_progress",
  no_show: "confirmed",
};

/** To which status the step `from` → `to` would be taken back; null where it cannot be, or another step undoes it. */
export function takenBackTo(from: AppointmentStatus, to: AppointmentStatus): AppointmentStatus | null {
  return before[to] === from ? from : null;
}

/** The status before the one an appointment has, for whoever may take the last step back. */
export function statusBefore(status: AppointmentStatus): AppointmentStatus | null {
  return before[status] ?? null;
}

export interface LastStep {
  status: AppointmentStatus;
  /** By the database's clock; null where nobody took a step, or a move came since. */
  decidedAt: EpochMs | null;
  /** Null also for a step that cannot be taken back. */
  decidedById: string | null;
}

/** Whether `userId` may take back the step that they have just taken. */
export function canUndo({ status, decidedAt, decidedById }: LastStep, userId: string, now: EpochMs): boolean {
  if (statusBefore(status) === null) return false;
  return decidedAt !== null && decidedById === userId && now - decidedAt < undoSeconds * 1000;
}
