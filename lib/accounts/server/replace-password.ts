import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import type { MailedUser } from "./send-verification.ts";
import type { SignedIn } from "./sign-in.ts";

/** Stores a new hash, ends every session and tells the owner by mail. @returns null when the account is disabled. */
export async function replacePassword(
  tx: Transaction,
  user: MailedUser,
  passwordHash: string,
): Promise<SignedIn | null> {
  const [row] = await tx.$queryRaw<SignedIn[]>`
    UPDATE app_user SET password_hash = ${passwordHash}, session_epoch = session_epoch + 1, updated_at = now()
    WHERE id = ${user.id}::uuid AND disabled_at IS NULL
    RETURNING id::text AS "userId", session_epoch AS "sessionEpoch"`;
  if (!row) return null;
  await queueMessage(tx, {
    kind: "password_changed",
    recipient: user.email,
    locale: user.locale,
    userId: user.id,
    payload: { name: user.name },
  });
  return row;
}
