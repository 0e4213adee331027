import type { LocalDate } from "#lib/time.ts";

/** The day `n` days on. By plain dates, so that it runs in browsers too. Precondition: a real day. */
export function daysLater(day: LocalDate, n: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
}
