import "server-only";
import { cache } from "react";
import type { GuestActor } from "#lib/auth/actor.ts";
import { guestByLink } from "#lib/auth/guest.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { readLinkToken } from "../../(account)/_parts/link-cookie.ts";

export interface LinkedAppointment {
  guest: GuestActor;
  appointment: AppointmentView;
}

/** What the mailed link opened that this browser came by; null alike for unknown, foreign and out-of-date ones. */
export const linkedAppointment = cache(async (): Promise<LinkedAppointment | null> => {
  const token = await readLinkToken();
  const guest = token === null ? null : await guestByLink(token);
  if (!guest?.appointmentId) return null;
  const appointment = await findAppointment(guest, guest.appointmentId);
  return appointment && { guest, appointment };
});
