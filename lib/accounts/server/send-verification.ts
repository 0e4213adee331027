import "server-only";
import { issueToken } from "#lib/auth/tokens.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";

const lifetimeMinutes = 24 * 60;

export interface MailedUser {
  id: string;
  email: string;
  name: string;
  locale: string;
}

/** Mails a fresh link that confirms the address; the one before stops working. */
export async function sendVerification(tx: Transaction, { id, email, name, locale }: MailedUser): Promise<void> {
  const token = await issueToken(tx, "verify_email", id, lifetimeMinutes);
  await queueMessage(tx, { kind: "verify_email", recipient: email, locale, userId: id, payload: { name, token } });
}
