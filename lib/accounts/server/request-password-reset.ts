import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { issueToken } from "#lib/auth/tokens.ts";
import type { Visitor } from "#lib/auth/visitor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { emailSchema } from "../schema.ts";
import { mailLimits, tooMany } from "./limits.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import type { MailedUser } from "./send-verification.ts";

const lifetimeMinutes = 60;

/** Mails a link that sets a new password; the same answer when nobody has this address. */
export async function requestPasswordReset(visitor: Visitor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(emailSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const { email } = parsed.value;
    const refused = await tooMany([mailLimits.address, visitor.address], [mailLimits.recipient, email]);
    if (refused) return refuse(refused);

    await inTransaction(async (tx) => {
      const [user] = await tx.$queryRaw<MailedUser[]>`
      SELECT id::text, email::text, name, locale FROM app_user
      WHERE email = ${email}::citext AND disabled_at IS NULL`;
      if (!user) return;
      const token = await issueToken(tx, "reset_password", user.id, lifetimeMinutes);
      await queueMessage(tx, {
        kind: "reset_password",
        recipient: user.email,
        locale: user.locale,
        userId: user.id,
        payload: { name: user.name, token },
      });
      const subject = { subjectType: "user", subjectId: user.id };
      await recordAudit(tx, { actor: "visitor", action: "user.password_reset_requested", ...subject });
    });
    return ok(null);
  });
}
