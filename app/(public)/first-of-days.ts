import { type EpochMs, localDateOf, type TimeZone } from "#lib/time.ts";

/** The first start of each day: three times in a row say no more than one. Precondition: sorted. */
export function firstOfDays<T extends { startsAt: EpochMs }>(offers: readonly T[], timeZone: TimeZone): T[] {
  const days = Map.groupBy(offers, ({ startsAt }) => localDateOf(startsAt, timeZone));
  return [...days.values()].flatMap((day) => day.slice(0, 1));
}
