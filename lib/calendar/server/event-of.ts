import "server-only";
import type { Prisma } from "#lib/db/generated/client.ts";
import { env } from "#lib/env.ts";
import { addressLines } from "#lib/scheduling/address.ts";
import { videoPlace } from "#lib/scheduling/video.ts";
import type { CalendarEvent, EventStatus } from "../calendar-file.ts";
import type { EventSnapshot } from "../event-snapshot.ts";
import { parseSender, type Sender } from "../sender.ts";
import type { CalendarTexts } from "./calendar-texts.ts";

/** What a calendar needs to know of an appointment besides its snapshot; none of it decides which of two is newer. */
export const settingColumns = {
  id: true,
  patientId: true,
  clinic: {
    select: {
      name: true,
      email: true,
      locale: true,
      timeZone: true,
      addressLine1: true,
      addressLine2: true,
      city: true,
      postcode: true,
      country: true,
    },
  },
  videoUrl: true,
  service: { select: { mode: true } },
  doctorService: { select: { doctor: { select: { videoUrl: true } } } },
} satisfies Prisma.AppointmentSelect;

/** The same as a snapshot, of what is true now. */
export const eventColumns = {
  ...settingColumns,
  icsUid: true,
  icsSequence: true,
  status: true,
  startsAt: true,
  endsAt: true,
  updatedAt: true,
} satisfies Prisma.AppointmentSelect;

type Setting = Prisma.AppointmentGetPayload<{ select: typeof settingColumns }>;
type EventRow = Prisma.AppointmentGetPayload<{ select: typeof eventColumns }>;

export function snapshotOf(row: EventRow): EventSnapshot {
  return {
    uid: row.icsUid,
    sequence: row.icsSequence,
    status: row.status,
    startsAt: row.startsAt.getTime(),
    endsAt: row.endsAt.getTime(),
    stampedAt: row.updatedAt.getTime(),
  };
}

/** @param path of the page that shows the appointment to whoever gets the event; null where only a secret link does */
export function eventOf(
  { uid, sequence, startsAt, endsAt, stampedAt }: EventSnapshot,
  status: EventStatus,
  setting: Setting,
  t: CalendarTexts,
  path: string | null,
): CalendarEvent {
  const { clinic } = setting;
  return {
    uid,
    sequence,
    startsAt,
    endsAt,
    stampedAt,
    status,
    timeZone: clinic.timeZone,
    title: t(`event.${status}`, { clinic: clinic.name }),
    location: locationOf(setting, status),
    link: path && env().siteUrl + path,
  };
}

/** Whoever is called at home does not want the way to the clinic; a video room opens for whoever was confirmed. */
function locationOf(
  { clinic, service: { mode }, videoUrl, doctorService }: Setting,
  status: EventStatus,
): string | null {
  if (mode === "in_person") return addressLines(clinic).join(", ") || null;
  if (status !== "confirmed") return null;
  return videoPlace({ status, mode, own: videoUrl, usual: doctorService.doctor.videoUrl });
}

/** The patient's own page of an appointment. A guest's opens by a secret, which a shared calendar would give away. */
export function patientsPath({ id, patientId }: Pick<Setting, "id" | "patientId">): string | null {
  return patientId && `/patient/appointments/${id}`;
}

/** Who sends the clinic's mails; where none are sent, the clinic itself. */
export function organizerOf(clinic: { name: string; email: string | null }): Sender {
  const { mail, siteUrl } = env();
  if (mail) return parseSender(mail.from);
  return { name: clinic.name, email: clinic.email ?? `no-reply@${new URL(siteUrl).hostname}` };
}
