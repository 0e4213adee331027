import { z } from "zod";
import { type AppointmentStatus, appointmentStatuses } from "#lib/scheduling/lifecycle.ts";
import type { EventStatus } from "./calendar-file.ts";

/**
 * What an appointment was when a message about it was caused, as the message's payload holds it. A snapshot, and not
 * what is true at sending: a mail that comes late, or is sent again, must lose against a newer one by its sequence.
 */
export const eventSnapshot = z.object({
  uid: z.string().min(1),
  sequence: z.int().min(0),
  status: z.enum(appointmentStatuses),
  /** Epoch milliseconds. */
  startsAt: z.int(),
  endsAt: z.int(),
  stampedAt: z.int(),
});
export type EventSnapshot = z.output<typeof eventSnapshot>;

const shown: Record<AppointmentStatus, EventStatus | null> = {
  held: null,
  expired: null,
  pending: "tentative",
  confirmed: "confirmed",
  checked_in: "confirmed",
  in_progress: "confirmed",
  on_hold: "confirmed",
  completed: "confirmed",
  cancelled: "cancelled",
  rejected: "cancelled",
  no_show: "cancelled",
};

/** How a calendar shows an appointment; null for a place that is only held. */
export function eventStatusOf(status: AppointmentStatus): EventStatus | null {
  return shown[status];
}

/** What of an appointment's life stands in a calendar that follows it by itself. */
export const followedStatuses = appointmentStatuses.filter(
  (status) => shown[status] === "tentative" || shown[status] === "confirmed",
);
