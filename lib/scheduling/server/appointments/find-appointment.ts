import "server-only";
import type { Actor, AnsweringActor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Party } from "../../lifecycle.ts";
import type { AppointmentView } from "../../view.ts";
import { databaseNow } from "../database-now.ts";
import { isUuid } from "../is-uuid.ts";
import { partyOf } from "../party.ts";
import { appointmentColumns, toAppointment } from "../records.ts";

/**
 * An appointment as the most powerful party that the actor is; `as: "patient"` for the patient's own pages, where a
 * receptionist is a patient too. @returns null for what does not exist and for what is none of the actor's business.
 */
export async function findAppointment(
  actor: Actor | GuestActor | AnsweringActor,
  id: string,
  clock: Clock = databaseClock,
  as?: Extract<Party, "patient">,
): Promise<AppointmentView | null> {
  if (!isUuid(id)) return null;
  const row = await db.appointment.findUnique({ where: { id }, select: appointmentColumns });
  if (!row) return null;
  const isPerson = actor.kind === "person";
  const party = as === "patient" && isPerson ? (row.patientId === actor.userId ? as : null) : partyOf(actor, row);
  return party && toAppointment(row, party, await databaseNow(clock));
}
