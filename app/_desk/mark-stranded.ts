import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import {
  type StrandedRequest,
  strandedAppointments,
} from "#lib/scheduling/server/appointments/stranded-appointments.ts";
import type { StrandReason } from "#lib/scheduling/stranding.ts";

/** What most stands against each appointment of those days that no longer fits, by its id. */
export async function strandMarks(actor: Actor, request: StrandedRequest): Promise<ReadonlyMap<string, StrandReason>> {
  const answer = await strandedAppointments(actor, request);
  const found = answer.ok ? answer.value : [];
  return new Map(found.flatMap(({ id, reasons: [reason] }) => (reason ? [[id, reason] as const] : [])));
}
