import { type Actor, hasRole } from "#lib/auth/actor.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/** @returns null for an unknown slot and for one of a clinic where the actor is no staff */
export async function clinicOfSlot(tx: Transaction, actor: Actor, id: string): Promise<string | null> {
  const slot = await tx.timeSlot.findUnique({ where: { id }, select: { clinicId: true } });
  return slot && hasRole(actor, slot.clinicId, "staff") ? slot.clinicId : null;
}
