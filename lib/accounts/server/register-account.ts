import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import type { Visitor } from "#lib/auth/visitor.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { registerSchema } from "../schema.ts";
import { clinicNames } from "./clinic-names.ts";
import { mailLimits, tooMany } from "./limits.ts";
import { parseWithNewPassword } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { type MailedUser, sendVerification } from "./send-verification.ts";

interface NewAccount {
  name: string;
  email: string;
  phone?: string | undefined;
  passwordHash: string;
}

/**
 * Makes an account that can be used once its e-mail address is confirmed. The answer is the same whether or not the
 * address is known already: then its owner is told by mail, and nothing changes.
 */
export async function registerAccount(visitor: Visitor, input: unknown, locale = "en"): Promise<Result<null>> {
  return orRefusal(async () => {
    const parsed = parseWithNewPassword(registerSchema, input, await clinicNames());
    if (!parsed.ok) return parsed;
    const { password, ...account } = parsed.value;

    const refused = await tooMany([mailLimits.address, visitor.address], [mailLimits.recipient, account.email]);
    if (refused) return refuse(refused);

    const passwordHash = await hashPassword(password);
    await inTransaction((tx) => register(tx, { ...account, passwordHash }, locale));
    return ok(null);
  });
}

async function register(tx: Transaction, account: NewAccount, locale: string): Promise<void> {
  const { name, email, phone = null, passwordHash } = account;
  // Until somebody confirms the address, whoever registers it last decides: an earlier one may have been a stranger.
  const [user] = await tx.$queryRaw<MailedUser[]>`
    INSERT INTO app_user AS u (email, name, phone, password_hash, locale, updated_at)
    VALUES (${email}, ${name}, ${phone}, ${passwordHash}, ${locale}, now())
    ON CONFLICT (email) DO UPDATE
      SET name = excluded.name, phone = excluded.phone, password_hash = excluded.password_hash, updated_at = now()
      WHERE u.email_verified_at IS NULL AND u.disabled_at IS NULL
    RETURNING u.id::text, u.email::text, u.name, u.locale`;
  if (user) {
    await sendVerification(tx, user);
    await recordAudit(tx, { actor: "visitor", action: "user.registered", subjectType: "user", subjectId: user.id });
    return;
  }
  const [owner] = await tx.$queryRaw<MailedUser[]>`
    SELECT id::text, email::text, name, locale FROM app_user WHERE email = ${email}::citext AND disabled_at IS NULL`;
  if (!owner) return;
  await queueMessage(tx, {
    kind: "account_exists",
    recipient: owner.email,
    locale: owner.locale,
    userId: owner.id,
    payload: { name: owner.name },
  });
}
