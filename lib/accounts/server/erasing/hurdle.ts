import "server-only";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs } from "#lib/time.ts";
import { lockAdmins } from "../role-change.ts";

/**
 * Why somebody's account cannot be deleted now: nobody else could run a clinic, patients are booked with them, or they
 * are at the practice at this moment.
 */
export type ErasureHurdle = "last_admin" | "doctor_ahead" | "being_seen";

/** Of every clinic that they run, so that of two admins who leave at once the second sees the first gone. */
export async function lockAdminSeats(tx: Transaction, actor: Actor): Promise<void> {
  for (const clinicId of clinicsWithRole(actor, "admin").sort()) await lockAdmins(tx, clinicId);
}

export async function erasureHurdle(tx: Transaction, actor: Actor, now: EpochMs): Promise<ErasureHurdle | null> {
  const [row] = await tx.$queryRaw<{ lastAdmin: boolean; doctorAhead: boolean; beingSeen: boolean }[]>`
    SELECT
      EXISTS (SELECT FROM membership own WHERE own.user_id = ${actor.userId}::uuid AND own.role = 'admin'
        AND NOT EXISTS (SELECT FROM membership other JOIN app_user u ON u.id = other.user_id
          WHERE other.clinic_id = own.clinic_id AND other.role = 'admin' AND other.user_id <> own.user_id
            AND u.disabled_at IS NULL)) AS "lastAdmin",
      EXISTS (SELECT FROM appointment WHERE doctor_id = ${actor.doctorId}::uuid AND occupies(status)
        AND ends_at > to_timestamp(${now}::float8 / 1000)) AS "doctorAhead",
      EXISTS (SELECT FROM appointment WHERE patient_id = ${actor.userId}::uuid
        AND status IN ('checked_in', 'in_progress', 'on_hold')
        AND ends_at > to_timestamp(${now}::float8 / 1000) - interval '12 hours') AS "beingSeen"`;
  if (row?.lastAdmin) return "last_admin";
  if (row?.doctorAhead) return "doctor_ahead";
  return row?.beingSeen ? "being_seen" : null;
}
