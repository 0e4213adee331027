import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { bookedByBrowser } from "#lib/scheduling/server/booking/booked-by-browser.ts";
import { calendarFile } from "../calendar-file.ts";
import { eventStatusOf } from "../event-snapshot.ts";
import { calendarTexts } from "./calendar-texts.ts";
import { eventColumns, eventOf, organizerOf, patientsPath, snapshotOf } from "./event-of.ts";

/** An appointment for its own patient's calendar; null alike for foreign and for unknown ones. */
export async function appointmentFile(
  actor: Actor | GuestActor,
  id: string,
  clock: Clock = databaseClock,
): Promise<string | null> {
  const appointment = await findAppointment(actor, id, clock, "patient");
  return appointment && fileOf(appointment.id);
}

/** The same for what this browser has just booked for somebody without an account. */
export async function bookedFile(secret: string | undefined, id: string): Promise<string | null> {
  const appointment = await bookedByBrowser(secret, { id });
  return appointment && fileOf(appointment.id);
}

async function fileOf(id: string): Promise<string | null> {
  const row = await db.appointment.findUnique({
    where: { id },
    select: { ...eventColumns, contactLocale: true, patient: { select: { locale: true } } },
  });
  const status = row && eventStatusOf(row.status);
  if (!row || !status) return null;
  const texts = await calendarTexts(row.patient?.locale ?? row.contactLocale ?? row.clinic.locale);
  const event = eventOf(snapshotOf(row), status, row, texts, patientsPath(row));
  return calendarFile({ method: "PUBLISH", organizer: organizerOf(row.clinic), attendee: null, events: [event] });
}
