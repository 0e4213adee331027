import "server-only";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { LocalDate } from "#lib/time.ts";
import type { BusinessHours, Closure } from "../../hours.ts";
import type { ClinicHours } from "../../regeneration.ts";

// Wall times are read as text: a day may end at 24:00, which no Date can say.

/** All of a clinic's weeks, each by day and opening; a closed day has one row without times, in the usual week or none. */
export async function businessHours(clinicId: string, tx: Transaction = db): Promise<BusinessHours[]> {
  return tx.$queryRaw<BusinessHours[]>`
    SELECT h.day_of_week::int AS "dayOfWeek", coalesce(to_char(h.open_time, 'HH24:MI'), '00:00') AS "openTime",
      coalesce(to_char(h.close_time, 'HH24:MI'), '00:00') AS "closeTime", h.is_closed AS "isClosed",
      t.valid_from::text AS "validFrom", t.valid_to::text AS "validTo"
    FROM business_hours h LEFT JOIN week_template t ON t.id = h.template_id
    WHERE h.clinic_id = ${clinicId}::uuid ORDER BY t.valid_from NULLS FIRST, h.day_of_week, h.open_time`;
}

/** The closures and special hours that touch the days `from` to `to`, both included. */
export async function closures(
  clinicId: string,
  from: LocalDate,
  to: LocalDate,
  tx: Transaction = db,
): Promise<Closure[]> {
  return tx.$queryRaw<Closure[]>`
    SELECT from_date::text AS "from", to_date::text AS "to", reason,
      to_char(open_time, 'HH24:MI') AS "openTime", to_char(close_time, 'HH24:MI') AS "closeTime"
    FROM closure
    WHERE clinic_id = ${clinicId}::uuid AND from_date <= ${to}::date AND to_date >= ${from}::date ORDER BY from_date`;
}

/** Everything that says when a clinic is open on the days `from` to `to`, both included. */
export async function clinicHours(
  clinicId: string,
  from: LocalDate,
  to: LocalDate,
  tx: Transaction = db,
): Promise<ClinicHours> {
  return { hours: await businessHours(clinicId, tx), closures: await closures(clinicId, from, to, tx) };
}
