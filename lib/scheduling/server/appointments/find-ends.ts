import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { EpochMs } from "#lib/time.ts";
import { isUuid } from "../is-uuid.ts";
import { partyOf } from "../party.ts";
import { appointmentColumns, toSlot } from "../records.ts";

/**
 * When an appointment could end: at the ends of the slots that follow its beginning without a gap, whoever is in them.
 * For staff and its doctor; empty for everybody else.
 */
export async function findEnds(actor: Actor, id: string): Promise<EpochMs[]> {
  const row = isUuid(id) ? await db.appointment.findUnique({ where: { id }, select: appointmentColumns }) : null;
  const party = row && partyOf(actor, row);
  if (!row || (party !== "staff" && party !== "doctor")) return [];
  const rows = await db.timeSlot.findMany({
    where: {
      clinicId: row.clinicId,
      localDate: row.localDate,
      startsAt: { gte: row.startsAt },
      isOpen: true,
    },
    orderBy: { startsAt: "asc" },
  });
  const ends: EpochMs[] = [];
  let reached = row.startsAt.getTime();
  for (const slot of rows.map(toSlot)) {
    if (slot.startsAt !== reached) break;
    reached = slot.endsAt;
    ends.push(reached);
  }
  return ends;
}
