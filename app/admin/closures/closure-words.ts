import type { useFormatter } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import type { ClosureEntry } from "#lib/scheduling/closures.ts";

/** A closure's days in words: "Fri 25 December", or the first and the last. */
export function daysWords(
  { from, to }: Pick<ClosureEntry, "from" | "to">,
  format: ReturnType<typeof useFormatter>,
): string {
  const shape = { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" } as const;
  if (from === to) return format.dateTime(dayInUtc(from), shape);
  const year = from.slice(0, 4) === to.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return format.dateTimeRange(dayInUtc(from), dayInUtc(to), { ...shape, ...year });
}
