import "server-only";
import type { AnyActor } from "#lib/auth/actor.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/** The clinic's admins who can still sign in, locked until the transaction ends, always in the same order. */
export async function lockAdmins(tx: Transaction, clinicId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT m.user_id::text AS "userId" FROM membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.clinic_id = ${clinicId}::uuid AND m.role = 'admin' AND u.disabled_at IS NULL
    ORDER BY m.id FOR UPDATE OF m`;
  return rows.map((row) => row.userId);
}

/** Whether the actor is an admin still: of two who take the role from each other at once, the second no longer is. */
export async function isAdminNow(tx: Transaction, actor: AnyActor, clinicId: string): Promise<boolean> {
  const admins = await lockAdmins(tx, clinicId);
  return actor.kind === "system" || (actor.kind === "person" && admins.includes(actor.userId));
}

export async function endSessionsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE app_user SET session_epoch = session_epoch + 1, updated_at = now() WHERE id = ${userId}::uuid`;
}
