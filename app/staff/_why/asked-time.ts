import { askedDate } from "#app/_desk/asked-date.ts";
import {
  type EpochMs,
  type LocalDate,
  localDateOf,
  resolveWallTime,
  type TimeZone,
  type WallTime,
  wallTimeOf,
} from "#lib/time.ts";

/** The address of the question why a time is not offered. */
export function whyHref(startsAt: EpochMs, timeZone: TimeZone, doctorId?: string | null): string {
  const query = new URLSearchParams({ date: localDateOf(startsAt, timeZone), time: wallTimeOf(startsAt, timeZone) });
  if (doctorId) query.set("doctor", doctorId);
  return `/staff/why?${query}`;
}

export interface AskedTime {
  date: LocalDate;
  time: WallTime;
  /** Null where the clocks leave that time out. */
  startsAt: EpochMs | null;
}

/** Day and wall time from an address; now, where it says none. Of a time that comes twice, the first. */
export function askedTime(date: unknown, time: unknown, now: EpochMs, timeZone: TimeZone): AskedTime {
  const day = askedDate(date) ?? localDateOf(now, timeZone);
  const clock = typeof time === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : wallTimeOf(now, timeZone);
  return { date: day, time: clock, startsAt: resolveWallTime(day, clock, timeZone)[0] ?? null };
}
