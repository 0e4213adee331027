import type { PlannedVisit } from "#lib/scheduling/plan-view.ts";
import { type LocalDate, localDateOf, type TimeZone } from "#lib/time.ts";

/** The day on which a visit stands, or was wanted where it has no place. */
export function visitDay({ startsAt, targetDate }: PlannedVisit, timeZone: TimeZone): LocalDate {
  return startsAt === null ? targetDate : localDateOf(startsAt, timeZone);
}

/** By the month in which they stand, `YYYY-MM`. Visits never pass one another, so their order is that of their days. */
export function visitsByMonth(visits: readonly PlannedVisit[], timeZone: TimeZone): [string, PlannedVisit[]][] {
  return [...Map.groupBy(visits, (visit) => visitDay(visit, timeZone).slice(0, 7))];
}
