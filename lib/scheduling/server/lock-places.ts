import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs } from "#lib/time.ts";

/**
 * Locks the days of some appointments of a clinic and of an instant, then the slots that they take: the first two steps
 * of the global order, for whoever gives one place back and takes another in one transaction.
 */
export async function lockPlaces(
  tx: Transaction,
  clinicId: string,
  ids: readonly string[],
  also: EpochMs | null = null,
): Promise<void> {
  const before = await placesOf(tx, ids);
  await tx.$executeRaw`
    SELECT 1 FROM clinic_day d JOIN clinic c ON c.id = d.clinic_id
    WHERE d.clinic_id = ${clinicId}::uuid AND (
      d.local_date IN (SELECT local_date FROM appointment WHERE id = ANY (${ids}::uuid[]))
      OR d.local_date = (to_timestamp(${also}::float8 / 1000) AT TIME ZONE c.time_zone)::date)
    ORDER BY d.local_date FOR NO KEY UPDATE OF d`;
  // Somebody may have moved one of them while this one waited.
  if ((await placesOf(tx, ids)) !== before) return lockPlaces(tx, clinicId, ids, also);
  await tx.$executeRaw`
    SELECT 1 FROM time_slot s WHERE s.clinic_id = ${clinicId}::uuid AND EXISTS (
      SELECT FROM appointment a WHERE a.id = ANY (${ids}::uuid[]) AND s.starts_at >= a.starts_at AND s.starts_at < a.ends_at)
    ORDER BY s.starts_at FOR NO KEY UPDATE`;
}

async function placesOf(tx: Transaction, ids: readonly string[]): Promise<string> {
  const rows = await tx.$queryRaw<{ place: string }[]>`
    SELECT concat_ws(' ', id, starts_at, ends_at) AS place FROM appointment WHERE id = ANY (${ids}::uuid[]) ORDER BY id`;
  return rows.map(({ place }) => place).join();
}
