import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, datesFrom, daysBetween, type LocalDate, localDateOf } from "#lib/time.ts";
import { shiftsOn } from "../../hours.ts";
import { lastBookableDate } from "../../policy.ts";
import { refusal } from "../../refusal.ts";
import type { SlotCoverage } from "../../view.ts";
import { businessHours, closures } from "../clinic/business-hours.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { toPolicy } from "../records.ts";

const shownAtLeast = 42;
const shownAtMost = 120;

interface CountedDay {
  localDate: LocalDate;
  slots: number;
  capacity: number;
  booked: number;
}

/**
 * Which days from today on have slots and how full they are, and which would have some by the clinic's hours. For staff.
 */
export async function slotCoverage(
  actor: Actor,
  { clinicId }: { clinicId: string },
  clock: Clock = databaseClock,
): Promise<Result<SlotCoverage>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const clinic = await findClinicById(clinicId);
  if (!clinic) return refuse(refusal("NOT_FOUND"));

  const now = await databaseNow(clock);
  const today = localDateOf(now, clinic.timeZone);
  const [counted, hours, exceptions] = await Promise.all([
    countDays(clinicId, today),
    businessHours(clinicId),
    closures(clinicId, today, addDays(today, shownAtMost - 1)),
  ]);
  const until = counted.at(-1)?.localDate ?? null;
  const bookableUntil = lastBookableDate(toPolicy(clinic, clinic.cancelNoticeHours), now);
  const shown = [until ?? today, bookableUntil, addDays(today, shownAtLeast - 1)].map(
    (date) => daysBetween(today, date) + 1,
  );
  const last = addDays(today, Math.min(shownAtMost, Math.max(...shown)) - 1);
  const byDate = new Map(counted.map((day) => [day.localDate, day]));
  const days = datesFrom(today, last).map((localDate) => ({
    slots: 0,
    capacity: 0,
    booked: 0,
    ...byDate.get(localDate),
    localDate,
    isWorkingDay: shiftsOn(localDate, hours, exceptions).length > 0,
  }));
  return ok({ today, until, bookableUntil, days });
}

/** Days from today on that have slots, ascending; a day with a capacity of its own is measured by it. */
async function countDays(clinicId: string, today: LocalDate): Promise<CountedDay[]> {
  return db.$queryRaw<CountedDay[]>`
    SELECT s.local_date::text AS "localDate", count(*)::int AS slots,
      least(d.capacity, coalesce(sum(s.capacity) FILTER (WHERE s.is_open), 0))::int AS capacity,
      CASE WHEN d.capacity IS NULL THEN coalesce(sum(s.booked) FILTER (WHERE s.is_open), 0) ELSE d.booked END::int AS booked
    FROM time_slot s JOIN clinic_day d ON d.clinic_id = s.clinic_id AND d.local_date = s.local_date
    WHERE s.clinic_id = ${clinicId}::uuid AND s.local_date >= ${today}::date
    GROUP BY s.local_date, d.capacity, d.booked ORDER BY s.local_date`;
}
