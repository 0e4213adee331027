import "server-only";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { LocalDate } from "#lib/time.ts";
import type { BusinessHours, Closure } from "../hours.ts";

// Wall times are read as text: a day may end at 24:00, which no Date can say.

/** The clinic's week, by day and opening; a closed day has one row without times or none. */
export async function businessHours(clinicId: string, tx: Transaction = db): Promise<BusinessHours[]> {
  return tx.$queryRaw<BusinessHours[]>`
    SELECT day_of_week::int AS "dayOfWeek", coalesce(to_char(open_time, 'HH24:MI'), '00:00') AS "openTime",
      coalesce(to_char(close_time, 'HH24:MI'), '00:00') AS "closeTime", is_closed AS "isClosed"
    FROM business_hours WHERE clinic_id = ${clinicId}::uuid ORDER BY day_of_week, open_time`;
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
