import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Party } from "../../lifecycle.ts";
import type { AppointmentView } from "../../view.ts";
import { databaseNow } from "../database-now.ts";
import { isUuid } from "../is-uuid.ts";
import { partyOf } from "../party.ts";
import { appointmentColumns, toAppointment } from "../records.ts";

/**
 * The appointments that were booked back to back in one go, by time: those that are the actor's business. `as:
 * "patient"` for the patient's own pages.
 */
export async function findBundle(
  actor: Actor,
  bundleId: string,
  clock: Clock = databaseClock,
  as?: Extract<Party, "patient">,
): Promise<AppointmentView[]> {
  if (!isUuid(bundleId)) return [];
  const rows = await db.appointment.findMany({
    where: { bundleId },
    select: appointmentColumns,
    orderBy: { startsAt: "asc" },
  });
  const now = await databaseNow(clock);
  return rows.flatMap((row) => {
    const party = as === "patient" ? (row.patientId === actor.userId ? as : null) : partyOf(actor, row);
    return party ? [toAppointment(row, party, now)] : [];
  });
}
