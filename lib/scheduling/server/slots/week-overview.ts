import "server-only";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { addDays, type EpochMs, type LocalDate, localDateOf } from "#lib/time.ts";
import { type DayOverview, overview, type Slot } from "../../capacity.ts";
import { loadDays } from "../availability/load-days.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { toPolicy } from "../records.ts";

export interface WeekOverview {
  today: LocalDate;
  now: EpochMs;
  days: (DayOverview & { slots: Slot[] })[];
}

/**
 * How full the house is, day by day from `from` (today where left out). Anybody may ask: it names nobody.
 * @returns null for an unknown clinic.
 */
export async function weekOverview(
  { clinicId, from, days = 7 }: { clinicId: string; from?: LocalDate; days?: number },
  clock: Clock = databaseClock,
): Promise<WeekOverview | null> {
  const clinic = await findClinicById(clinicId);
  if (!clinic) return null;
  const now = await databaseNow(clock);
  const today = localDateOf(now, clinic.timeZone);
  const first = from ?? today;
  const to = addDays(first, days - 1);
  const house = await loadDays(db, clinicId, first, to);
  const slotsOf = Map.groupBy(house.slots, (slot) => slot.localDate);
  const policy = toPolicy(clinic, clinic.cancelNoticeHours);
  return {
    today,
    now,
    days: overview({ from: first, to, ...house, policy, now }).map((day) => ({
      ...day,
      slots: slotsOf.get(day.localDate) ?? [],
    })),
  };
}
