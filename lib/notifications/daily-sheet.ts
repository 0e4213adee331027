import {
  dayBounds,
  type EpochMs,
  type LocalDate,
  localDateOf,
  type TimeZone,
  type WallTime,
  wallInterval,
} from "#lib/time.ts";

/**
 * Of which day the front desk is to be sent its sheet by now: today from the clinic's time on, and no other, so that a
 * standstill is followed by today's alone. A time that a clock change skips is the first instant after the gap.
 * @returns null before that time; `end` is when the day is over
 */
export function sheetDue(now: EpochMs, time: WallTime, zone: TimeZone): { localDate: LocalDate; end: EpochMs } | null {
  const localDate = localDateOf(now, zone);
  const { end } = dayBounds(localDate, zone);
  const from = wallInterval(localDate, time, "24:00", zone)?.start ?? end;
  return now >= from ? { localDate, end } : null;
}

/** What there is only one of: one person's sheet of one day. */
export function sheetKey(clinicId: string, email: string, localDate: LocalDate): string {
  return `daily_sheet:${clinicId}:${email.toLowerCase()}:${localDate}`;
}
