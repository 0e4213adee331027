import "server-only";
import { systemActor } from "#lib/auth/system-actor.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import type { EpochMs } from "#lib/time.ts";
import { changeStatus } from "../booking/write-appointment.ts";

/** Where to look: everywhere, or around an instant at one clinic. */
export type HoldScope = { clinicId: string; around: EpochMs } | "everywhere";

/**
 * Takes back the places whose holds have run out by the database's clock, in ascending order as everybody locks. Safe
 * at any moment and from several nodes at once.
 * @returns how many
 */
export async function expireHolds(scope: HoldScope = "everywhere"): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await dueHolds(tx, scope);
    if (due.length === 0) return 0;
    const ids = due.map((hold) => hold.id);
    await tx.$executeRaw`
      SELECT 1 FROM clinic_day d WHERE (d.clinic_id, d.local_date) IN (
        SELECT clinic_id, local_date FROM appointment WHERE id = ANY(${ids}::uuid[]))
      ORDER BY d.clinic_id, d.local_date FOR NO KEY UPDATE`;
    let expired = 0;
    for (const hold of due) {
      // Who extends or uses a hold meanwhile raises its version and keeps it.
      const change = { ...hold, from: "held", to: "expired", reason: null } as const;
      const written = await changeStatus(tx, change, { actor, action: "appointment.expired", messages: [] });
      if (written) expired += 1;
    }
    return expired;
  });
}

/**
 * Whether a booking that was refused may be tried again, because holds near it are over: taken back now, or by others
 * since it was decided.
 */
export async function freedByExpiry(scope: Exclude<HoldScope, "everywhere">): Promise<boolean> {
  const { clinicId, around } = scope;
  const [found] = await db.$queryRaw<{ due: boolean; lately: boolean }[]>`
    SELECT coalesce(bool_or(status = 'held' AND hold_expires_at <= clock_timestamp()), false) AS due,
      coalesce(bool_or(status = 'expired' AND updated_at > clock_timestamp() - interval '5 seconds'), false) AS lately
    FROM appointment WHERE status IN ('held', 'expired') AND clinic_id = ${clinicId}::uuid
      AND starts_at BETWEEN to_timestamp(${around}::float8 / 1000) - interval '2 days'
                        AND to_timestamp(${around}::float8 / 1000) + interval '2 days'`;
  if (found?.due) await expireHolds(scope);
  return Boolean(found?.due || found?.lately);
}

const actor = systemActor("expired hold");

interface DueHold {
  id: string;
  clinicId: string;
  version: number;
}

async function dueHolds(tx: Transaction, scope: HoldScope): Promise<DueHold[]> {
  const { clinicId, around } = scope === "everywhere" ? { clinicId: null, around: null } : scope;
  return tx.$queryRaw<DueHold[]>`
    SELECT id::text, clinic_id::text AS "clinicId", version FROM appointment
    WHERE status = 'held' AND hold_expires_at <= clock_timestamp()
      AND (${clinicId}::uuid IS NULL OR (clinic_id = ${clinicId}::uuid
        AND starts_at BETWEEN to_timestamp(${around}::float8 / 1000) - interval '2 days'
                          AND to_timestamp(${around}::float8 / 1000) + interval '2 days'))
    ORDER BY clinic_id, local_date, starts_at LIMIT 200`;
}
