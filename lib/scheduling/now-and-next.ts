import { type EpochMs, minutes } from "#lib/time.ts";
import type { AppointmentStatus } from "./lifecycle.ts";

/** How far "next" reaches. */
export const soonMinutes = 90;

interface Timed {
  status: AppointmentStatus;
  startsAt: EpochMs;
  /** When its status last changed; null where that is not known. */
  since: EpochMs | null;
}

/** Where people are at this moment, on their way through the house. */
export interface NowAndNext<T> {
  /** Their time has come and they have not: the longest first. */
  late: T[];
  /** Whose time comes within `soonMinutes`, or else the very next. */
  next: T[];
  /** Arrived and not called in: the longest first. */
  waiting: T[];
  /** With their doctor, or on hold there. */
  inside: T[];
}

export function nowAndNext<T extends Timed>(appointments: readonly T[], now: EpochMs): NowAndNext<T> {
  const inTime = appointments.toSorted((a, b) => a.startsAt - b.startsAt);
  const expected = inTime.filter(({ status }) => status === "pending" || status === "confirmed");
  const ahead = expected.filter(({ startsAt }) => startsAt > now);
  const soon = ahead.filter(({ startsAt }) => startsAt <= now + minutes(soonMinutes));
  return {
    late: expected.filter(({ startsAt }) => startsAt <= now),
    next: soon.length > 0 ? soon : ahead.slice(0, 1),
    waiting: inTime
      .filter(({ status }) => status === "checked_in")
      .sort((a, b) => (a.since ?? a.startsAt) - (b.since ?? b.startsAt)),
    inside: inTime.filter(({ status }) => status === "in_progress" || status === "on_hold"),
  };
}
