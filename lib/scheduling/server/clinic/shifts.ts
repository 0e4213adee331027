import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import type { WeekdayShift } from "../doctors/store-week.ts";

/** One opening of a clinic's usual week; a day without any is closed. */
export interface StoredShift extends WeekdayShift {
  id: string;
}

/** The usual week's, by day and opening. For admins. */
export async function listShifts(
  actor: Actor,
  { clinicId }: { clinicId: string },
): Promise<Result<{ shifts: StoredShift[] }>> {
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  return ok({ shifts: await usualShifts(clinicId) });
}

export async function usualShifts(clinicId: string, tx: Transaction = db): Promise<StoredShift[]> {
  return tx.$queryRaw<StoredShift[]>`
    SELECT id::text, day_of_week::int AS "dayOfWeek", to_char(open_time, 'HH24:MI') AS "openTime",
      to_char(close_time, 'HH24:MI') AS "closeTime"
    FROM business_hours WHERE clinic_id = ${clinicId}::uuid AND template_id IS NULL AND NOT is_closed
    ORDER BY day_of_week, open_time`;
}
