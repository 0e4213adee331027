import "server-only";
import { systemActor } from "#lib/auth/system-actor.ts";
import { db } from "#lib/db/client.ts";
import { offerFreedPlaces } from "#lib/scheduling/server/waitlist/offer-freed-places.ts";

const actor = systemActor("waiting list");

/** Per clinic, what its waiting list and its days looked like when places were last given. */
const seen = new Map<string, string>();

/**
 * Looks after every waiting list on which something may have happened: an appointment, a slot or a day changed,
 * somebody joined, an offer ran out. Once a minute in any case, for what leaves no mark: a new day, hours, time off.
 */
export async function watchWaitingLists(): Promise<void> {
  const faults: unknown[] = [];
  for (const { clinicId, state } of await listStates()) {
    if (seen.get(clinicId) === state) continue;
    try {
      await offerFreedPlaces(actor, { clinicId });
      seen.set(clinicId, state);
    } catch (fault) {
      // One clinic's trouble is no reason to let the others wait.
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}

/** One small statement, and no row for a clinic where nobody waits. */
async function listStates(): Promise<{ clinicId: string; state: string }[]> {
  return db.$queryRaw<{ clinicId: string; state: string }[]>`
    SELECT live.clinic_id::text AS "clinicId", concat_ws(' ', floor(extract(epoch FROM now()) / 60), live.people,
      live.newest, live.due, changes.marks, changes.last) AS state
    FROM (SELECT clinic_id, count(*) AS people, max(created_at) AS newest,
        count(*) FILTER (WHERE status = 'offered' AND offer_expires_at <= now()) AS due
      FROM waitlist_entry WHERE status IN ('waiting', 'offered') GROUP BY clinic_id) live
    CROSS JOIN LATERAL (SELECT count(*) AS marks, max(id) AS last FROM change
      WHERE clinic_id = live.clinic_id) changes`;
}
