import "server-only";
import { createHash } from "node:crypto";
import { peekToken, touchToken } from "#lib/auth/tokens.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { minutes } from "#lib/time.ts";
import { type CalendarEvent, calendarFile } from "../calendar-file.ts";
import { eventStatusOf, followedStatuses } from "../event-snapshot.ts";
import { type FeedKind, feedPastDays, feedRefreshMinutes, readFeedSubject } from "../feed.ts";
import { type CalendarTexts, calendarTexts } from "./calendar-texts.ts";
import { eventColumns, eventOf, organizerOf, patientsPath, snapshotOf } from "./event-of.ts";

const followerColumns = {
  id: true,
  locale: true,
  doctor: { select: { id: true } },
  memberships: { where: { role: "doctor" }, select: { clinicId: true } },
} satisfies Prisma.UserSelect;

type Follower = Prisma.UserGetPayload<{ select: typeof followerColumns }>;

export interface ReadFeed {
  text: string;
  /** Changes with the text and with nothing else. */
  etag: string;
}

/**
 * Somebody's appointments of the past month and all to come, for whoever holds the feed's address. Null alike for
 * unknown and revoked ones, and for people who were disabled or do not work as a doctor any more.
 */
export async function readFeed(token: string, clock: Clock = databaseClock): Promise<ReadFeed | null> {
  const subject = await peekToken(db, "feed", token);
  const feed = subject && readFeedSubject(subject);
  if (!feed) return null;
  const follower = await db.user.findUnique({
    where: { id: feed.userId, disabledAt: null, emailVerifiedAt: { not: null } },
    select: followerColumns,
  });
  const own = follower && ownAppointments(feed.kind, follower);
  if (!own) return null;
  await touchToken(db, token);
  const since = (await databaseNow(clock)) - minutes(feedPastDays * 24 * 60);
  const rows = await db.appointment.findMany({
    where: { ...own, status: { in: followedStatuses }, endsAt: { gt: new Date(since) } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: eventColumns,
  });
  const text = feedText(feed.kind, rows, await calendarTexts(follower.locale));
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url")}"` };
}

function ownAppointments(kind: FeedKind, follower: Follower): Prisma.AppointmentWhereInput | null {
  if (kind === "patient") return { patientId: follower.id };
  const clinicIds = follower.memberships.map(({ clinicId }) => clinicId);
  return follower.doctor && clinicIds.length > 0 ? { doctorId: follower.doctor.id, clinicId: { in: clinicIds } } : null;
}

type Row = Prisma.AppointmentGetPayload<{ select: typeof eventColumns }>;

function feedText(kind: FeedKind, rows: Row[], t: CalendarTexts): string {
  const names = [...new Set(rows.map(({ clinic }) => clinic.name))];
  const [clinic] = names;
  return calendarFile({
    method: "PUBLISH",
    organizer: organizerOf(rows[0]?.clinic ?? { name: t("feed.several"), email: null }),
    attendee: null,
    events: rows.map((row) => feedEvent(kind, row, t)).filter((event) => event !== null),
    feed: {
      name: names.length === 1 && clinic ? t("feed.name", { clinic }) : t("feed.several"),
      refreshMinutes: feedRefreshMinutes,
    },
  });
}

function feedEvent(kind: FeedKind, row: Row, t: CalendarTexts): CalendarEvent | null {
  const status = eventStatusOf(row.status);
  const path = kind === "doctor" ? `/doctor/appointments/${row.id}` : patientsPath(row);
  return status && eventOf(snapshotOf(row), status, row, t, path);
}
