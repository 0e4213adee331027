import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import { type CalendarMethod, calendarFile } from "../calendar-file.ts";
import { eventSnapshot, eventStatusOf } from "../event-snapshot.ts";
import { calendarTexts } from "./calendar-texts.ts";
import { eventOf, organizerOf, patientsPath, settingColumns } from "./event-of.ts";

/** Which mails bring an appointment into its patient's calendar, and which take it out again. */
const methods: Record<string, Extract<CalendarMethod, "REQUEST" | "CANCEL"> | undefined> = {
  appointment_requested: "REQUEST",
  appointment_confirmed: "REQUEST",
  appointment_moved: "REQUEST",
  appointment_changed: "REQUEST",
  appointment_declined: "CANCEL",
  appointment_cancelled: "CANCEL",
};

const payloadWithEvent = z.object({ event: eventSnapshot });

interface Told {
  kind: string;
  recipient: string;
  locale: string;
  payload: unknown;
  appointmentId: string | null;
}

/**
 * What goes with a mail so that the recipient's calendar follows: the same at every attempt. Null for mails of other
 * kinds, and for those that were written before appointments had their events in them.
 */
export async function invitationOf({ kind, recipient, locale, payload, appointmentId }: Told) {
  const method = methods[kind];
  const told = payloadWithEvent.safeParse(payload);
  if (!method || !told.success || !appointmentId) return null;
  const { event } = told.data;
  const status = eventStatusOf(event.status);
  const setting = await db.appointment.findUnique({ where: { id: appointmentId }, select: settingColumns });
  if (!setting || !status) return null;
  const texts = await calendarTexts(locale);
  const content = calendarFile({
    method,
    organizer: organizerOf(setting.clinic),
    attendee: recipient,
    events: [eventOf(event, status, setting, texts, patientsPath(setting))],
  });
  return { method, content };
}
