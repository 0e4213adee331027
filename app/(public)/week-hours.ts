import "server-only";
import { cache } from "react";
import { closureReason, type Shift, shiftsOn } from "#lib/scheduling/hours.ts";
import { businessHours, closures } from "#lib/scheduling/server/clinic/business-hours.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { addDays, datesFrom, dayOfWeek, type LocalDate, localDateOf } from "#lib/time.ts";

export interface DayHours {
  localDate: LocalDate;
  isToday: boolean;
  shifts: Shift[];
  /** Why it is closed out of turn. */
  reason: string | null;
}

/** This week's opening hours, Monday first, with the holidays that fall into it. */
export const weekHours = cache(async ({ id, timeZone }: ClinicView): Promise<DayHours[]> => {
  const today = localDateOf(Date.now(), timeZone);
  const monday = addDays(today, -dayOfWeek(today));
  const sunday = addDays(monday, 6);
  const [hours, exceptions] = await Promise.all([businessHours(id), closures(id, monday, sunday)]);
  return datesFrom(monday, sunday).map((localDate) => ({
    localDate,
    isToday: localDate === today,
    shifts: shiftsOn(localDate, hours, exceptions),
    reason: closureReason(localDate, exceptions),
  }));
});
