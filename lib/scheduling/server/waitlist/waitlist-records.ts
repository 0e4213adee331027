import "server-only";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { WaitlistStatus } from "../../waitlist.ts";
import type { WaitlistEntryView } from "../../waitlist-view.ts";

export const waitlistColumns = {
  id: true,
  clinicId: true,
  status: true,
  daysOfWeek: true,
  fromTime: true,
  toTime: true,
  untilDate: true,
  createdAt: true,
  offerExpiresAt: true,
  clinic: { select: { timeZone: true } },
  service: { select: { slug: true, name: true, questions: true } },
  doctor: { select: { slug: true, name: true } },
  offer: {
    select: {
      id: true,
      status: true,
      startsAt: true,
      endsAt: true,
      doctorService: { select: { doctor: { select: { name: true } } } },
    },
  },
} satisfies Prisma.WaitlistEntrySelect;

type WaitlistRow = Prisma.WaitlistEntryGetPayload<{ select: typeof waitlistColumns }>;

/** As it stands at `now`: an offer that has run out or was given up is one no more, whether noted already or not. */
export function toWaitlistEntry(row: WaitlistRow, now: number): WaitlistEntryView {
  const { clinic, service, offer, fromTime, toTime, untilDate, createdAt, offerExpiresAt } = row;
  const status = statusAt(row, now);
  return {
    id: row.id,
    clinicId: row.clinicId,
    timeZone: clinic.timeZone,
    status,
    service: { slug: service.slug, name: service.name },
    doctor: row.doctor,
    daysOfWeek: row.daysOfWeek,
    fromTime: fromTime && wallTime(fromTime),
    toTime: toTime && wallTime(toTime),
    untilDate: untilDate.toISOString().slice(0, 10),
    createdAt: createdAt.getTime(),
    offer:
      status === "offered" && offer && offerExpiresAt
        ? {
            startsAt: offer.startsAt.getTime(),
            endsAt: offer.endsAt.getTime(),
            doctor: offer.doctorService.doctor.name,
            expiresAt: offerExpiresAt.getTime(),
            questions: service.questions,
          }
        : null,
    appointmentId: status === "accepted" && offer ? offer.id : null,
  };
}

function statusAt({ status, offer, offerExpiresAt }: WaitlistRow, now: number): WaitlistStatus {
  if (status !== "offered" || !offer || !offerExpiresAt) return status;
  if (offer.status === "held") return offerExpiresAt.getTime() > now ? "offered" : "expired";
  return offer.status === "expired" ? "expired" : "accepted";
}

/** A `time` column as Prisma reads it: on the first day of 1970, in UTC. */
function wallTime(column: Date): string {
  return column.toISOString().slice(11, 16);
}
