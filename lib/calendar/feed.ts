import { z } from "zod";

/** As whom somebody follows their appointments: those they have, or those they hold. */
export const feedKinds = ["patient", "doctor"] as const;
export type FeedKind = (typeof feedKinds)[number];

export const feedSchema = z.object({ kind: z.enum(feedKinds) });

/** What a feed's token stands for. */
export function feedSubject(kind: FeedKind, userId: string): string {
  return `${kind}:${userId}`;
}

/** @returns null for a subject that nobody's feed has */
export function readFeedSubject(subject: string): { kind: FeedKind; userId: string } | null {
  const [named, userId] = subject.split(":");
  const kind = feedKinds.find((known) => known === named);
  return kind && userId ? { kind, userId } : null;
}

/** So far back a feed reaches; ahead it has no end. */
export const feedPastDays = 30;

/** Calendars are asked to look again after so many minutes; most take their own time. */
export const feedRefreshMinutes = 60;

/** The address of a feed under the site's own. */
export function feedPath(token: string): string {
  return `/feeds/${token}.ics`;
}

/** The token in what stands behind `/feeds/`; null for what is no feed's name. */
export function feedToken(file: string): string | null {
  return file.endsWith(".ics") ? file.slice(0, -".ics".length) : null;
}
