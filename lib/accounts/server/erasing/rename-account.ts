import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/** Nobody's, and nobody else's. */
export function erasedAddress(userId: string): string {
  return `deleted-${userId}@account.invalid`;
}

/**
 * Takes from an account everything that says whose it was, and closes it. A doctor's name stays on what they did; they
 * are booked and shown no more.
 */
export async function renameAccount(tx: Transaction, { userId, doctorId }: Actor, name: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE app_user SET name = ${name}, email = ${erasedAddress(userId)}, phone = NULL, password_hash = NULL,
      reminders_chosen = false, reminder_minutes = '{}', remind_by_sms = false, session_epoch = session_epoch + 1,
      email_verified_at = NULL, disabled_at = now(), erased_at = now(), updated_at = now()
    WHERE id = ${userId}::uuid`;
  await tx.session.deleteMany({ where: { userId } });
  await tx.membership.deleteMany({ where: { userId } });
  if (!doctorId) return;
  await tx.doctor.update({ where: { id: doctorId }, data: { isActive: false, bio: null, photo: null } });
  await tx.timeOff.updateMany({ where: { doctorId }, data: { reason: null } });
}
