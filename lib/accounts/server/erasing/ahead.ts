import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs } from "#lib/time.ts";

/** What of somebody's stands ahead and has to end with their account. */
export interface Ahead {
  /** Ids of appointments by clinic, held places and what is offered in their place included; both in order. */
  places: Record<string, string[]>;
  /** What they were when looked at: ids with their versions. */
  versions: string[];
  plans: string[];
  wishes: string[];
}

interface PlaceRow {
  id: string;
  clinicId: string;
  version: number;
}

export async function aheadOf(tx: Transaction, userId: string, now: EpochMs): Promise<Ahead> {
  const places = await tx.$queryRaw<PlaceRow[]>`
    WITH own AS (
      SELECT a.id FROM appointment a WHERE a.patient_id = ${userId}::uuid
      UNION
      SELECT v.appointment_id FROM visit v JOIN subscription s ON s.id = v.subscription_id
      WHERE s.patient_id = ${userId}::uuid AND v.appointment_id IS NOT NULL
    )
    SELECT a.id::text, a.clinic_id::text AS "clinicId", a.version FROM appointment a
    WHERE (a.status = 'held' AND (a.id IN (SELECT id FROM own) OR a.replaces_id IN (SELECT id FROM own)))
      OR (a.status IN ('pending', 'confirmed') AND a.starts_at > to_timestamp(${now}::float8 / 1000)
        AND a.id IN (SELECT id FROM own))
    ORDER BY a.clinic_id, a.starts_at, a.id`;
  const plans = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM subscription WHERE patient_id = ${userId}::uuid AND status IN ('active', 'paused') ORDER BY id`;
  const wishes = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM waitlist_entry WHERE patient_id = ${userId}::uuid AND status IN ('waiting', 'offered')
    ORDER BY id`;
  const byClinic = Map.groupBy(places, ({ clinicId }) => clinicId);
  return {
    places: Object.fromEntries([...byClinic].map(([clinicId, rows]) => [clinicId, rows.map(({ id }) => id)])),
    versions: places.map(({ id, version }) => `${id} ${version}`),
    plans: plans.map(({ id }) => id),
    wishes: wishes.map(({ id }) => id),
  };
}

/** Whether nothing was booked, moved or ended between two looks. */
export function isSameAhead(one: Ahead, other: Ahead): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
