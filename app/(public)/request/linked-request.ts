import "server-only";
import { cache } from "react";
import type { AnsweringActor } from "#lib/auth/actor.ts";
import { doctorByLink } from "#lib/auth/answering.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { readLinkToken } from "../../(account)/_parts/link-cookie.ts";

export interface LinkedRequest {
  doctor: AnsweringActor;
  appointment: AppointmentView;
}

/** What the doctor's mailed link opened that this browser came by; null alike for unknown, foreign and out-of-date ones. */
export const linkedRequest = cache(async (): Promise<LinkedRequest | null> => {
  const token = await readLinkToken();
  const doctor = token === null ? null : await doctorByLink(token);
  const appointment = doctor && (await findAppointment(doctor, doctor.appointmentId));
  return appointment && { doctor, appointment };
});
