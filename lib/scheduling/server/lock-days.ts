import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs } from "#lib/time.ts";

/**
 * Locks the day of an appointment, and that of the instant to which it may move, in ascending order: the first step of
 * the global order, so that giving back a place never crosses with taking one. Nothing for an unknown id.
 */
export async function lockDaysOf(tx: Transaction, id: string, movesTo: EpochMs | null = null): Promise<void> {
  const day = await dayOf(tx, id);
  if (!day) return;
  await tx.$executeRaw`
    SELECT 1 FROM appointment a JOIN clinic c ON c.id = a.clinic_id
      JOIN clinic_day d ON d.clinic_id = c.id AND (d.local_date = ${day}::date
        OR d.local_date = (to_timestamp(${movesTo}::float8 / 1000) AT TIME ZONE c.time_zone)::date)
    WHERE a.id = ${id}::uuid ORDER BY d.local_date FOR NO KEY UPDATE OF d`;
  // Somebody may have moved it while this one waited.
  if ((await dayOf(tx, id)) !== day) await lockDaysOf(tx, id, movesTo);
}

async function dayOf(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ day: string }[]>`
    SELECT local_date::text AS day FROM appointment WHERE id = ${id}::uuid`;
  return row?.day ?? null;
}
