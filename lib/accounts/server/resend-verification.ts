import "server-only";
import type { Visitor } from "#lib/auth/visitor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { emailSchema } from "../schema.ts";
import { mailLimits, tooMany } from "./limits.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { type MailedUser, sendVerification } from "./send-verification.ts";

/** Mails a new link to whoever still has to confirm this address; the same answer when nobody has. */
export async function resendVerification(visitor: Visitor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(emailSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const { email } = parsed.value;
    const refused = await tooMany([mailLimits.address, visitor.address], [mailLimits.recipient, email]);
    if (refused) return refuse(refused);

    await inTransaction(async (tx) => {
      const [user] = await tx.$queryRaw<MailedUser[]>`
      SELECT id::text, email::text, name, locale FROM app_user
      WHERE email = ${email}::citext AND email_verified_at IS NULL AND disabled_at IS NULL AND password_hash IS NOT NULL`;
      if (user) await sendVerification(tx, user);
    });
    return ok(null);
  });
}
