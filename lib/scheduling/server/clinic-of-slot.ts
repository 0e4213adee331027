import { type Actor, hasRole } from "#lib/auth/actor.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/**
 * Locks the slot until the transaction ends, so that it is still there to be changed.
 * @returns null for an unknown slot and for one of a clinic where the actor is no staff
 */
export async function clinicOfSlot(tx: Transaction, actor: Actor, id: string): Promise<string | null> {
  const [slot] = await tx.$queryRaw<{ clinicId: string }[]>`
    SELECT clinic_id::text AS "clinicId" FROM time_slot WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return slot && hasRole(actor, slot.clinicId, "staff") ? slot.clinicId : null;
}
