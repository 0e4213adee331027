import "server-only";
import type { AnyActor } from "#lib/auth/actor.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs } from "#lib/time.ts";
import { changeStatus } from "../booking/write-appointment.ts";
import type { OwnHold } from "./own-holds.ts";

/**
 * Gives places back that somebody kept. Their days are locked first, ascending as everybody locks, together with the
 * day of what is taken instead.
 * @returns how many; what was booked or has expired meanwhile stays as it is
 */
export async function giveBackHolds(
  tx: Transaction,
  actor: AnyActor,
  holds: readonly OwnHold[],
  instead: { clinicId: string; startsAt: EpochMs } | null = null,
): Promise<number> {
  if (holds.length === 0) return 0;
  const ids = holds.map(({ id }) => id);
  await tx.$executeRaw`
    SELECT 1 FROM clinic_day d WHERE (d.clinic_id, d.local_date) IN (
      SELECT clinic_id, local_date FROM appointment WHERE id = ANY(${ids}::uuid[])
      UNION ALL
      SELECT id, (to_timestamp(${instead?.startsAt ?? null}::float8 / 1000) AT TIME ZONE time_zone)::date
      FROM clinic WHERE id = ${instead?.clinicId ?? null}::uuid)
    ORDER BY d.clinic_id, d.local_date FOR NO KEY UPDATE`;
  let given = 0;
  for (const { id, clinicId, version } of holds.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const change = { id, clinicId, version, from: "held", to: "expired", reason: null } as const;
    if (await changeStatus(tx, change, { actor, action: "appointment.released", messages: [] })) given += 1;
  }
  return given;
}
