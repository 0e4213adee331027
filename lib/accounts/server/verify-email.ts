import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { verifyPassword } from "#lib/auth/password-hash.ts";
import { forgetTurns } from "#lib/auth/throttle.ts";
import { consumeToken, peekToken } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { confirmEmailSchema } from "../schema.ts";
import { signInLimits, tooMany } from "./limits.ts";
import { fieldRefusal, parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import type { SignedIn } from "./sign-in.ts";

/**
 * Confirms an address with the link that was mailed to it AND the password chosen on registering: who reads a mailbox
 * and who typed the form may be two people. Both in one hand sign that person in.
 */
export async function verifyEmail(token: string, input: unknown): Promise<Result<SignedIn>> {
  const parsed = parseInput(confirmEmailSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const userId = await peekToken(db, "verify_email", token);
    const user = userId && (await db.user.findUnique({ where: { id: userId } }));
    if (!user || user.disabledAt) return refuse(refusal("NOT_FOUND"));

    const refused = await tooMany([signInLimits.account, user.email]);
    if (refused) return refuse(refused);
    if (!(await verifyPassword(parsed.value.password, user.passwordHash))) {
      return refuse(fieldRefusal("password", "password_wrong"));
    }

    const confirmed = await inTransaction(async (tx) => {
      if ((await consumeToken(tx, "verify_email", token)) === null) return null;
      // Compared again: somebody else may have registered the address in between, with another password.
      const [row] = await tx.$queryRaw<SignedIn[]>`
      UPDATE app_user SET email_verified_at = coalesce(email_verified_at, now()), updated_at = now()
      WHERE id = ${user.id}::uuid AND password_hash = ${user.passwordHash} AND disabled_at IS NULL
      RETURNING id::text AS "userId", session_epoch AS "sessionEpoch"`;
      if (row) {
        const subject = { subjectType: "user", subjectId: user.id };
        await recordAudit(tx, { actor: "visitor", action: "user.email_verified", ...subject });
      }
      return row ?? null;
    });
    if (!confirmed) return refuse(refusal("NOT_FOUND"));
    await forgetTurns(signInLimits.account, user.email);
    return ok(confirmed);
  });
}
