import "server-only";
import { peekToken } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";

/** Whose account a mailed link is about, while it works: whoever holds it reads that mailbox. */
export async function linkOwner(
  purpose: "verify_email" | "reset_password",
  token: string | null,
): Promise<{ email: string } | null> {
  const userId = token && (await peekToken(db, purpose, token));
  return userId ? db.user.findUnique({ where: { id: userId, disabledAt: null }, select: { email: true } }) : null;
}
