import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { forgetTurns } from "#lib/auth/throttle.ts";
import { consumeToken, peekToken, revokeTokens } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { passwordProblem } from "../password-policy.ts";
import { resetPasswordSchema } from "../schema.ts";
import { clinicNames } from "./clinic-names.ts";
import { signInLimits } from "./limits.ts";
import { fieldRefusal, parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { replacePassword } from "./replace-password.ts";
import type { SignedIn } from "./sign-in.ts";

/**
 * Sets a new password with the link that was mailed, ends every session and signs in anew. The link proves the mailbox,
 * so the address counts as confirmed from then on. NOT_FOUND when the link was used, replaced or is too old.
 */
export async function resetPassword(token: string, input: unknown): Promise<Result<SignedIn>> {
  const parsed = parseInput(resetPasswordSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const userId = await peekToken(db, "reset_password", token);
    const user = userId && (await db.user.findUnique({ where: { id: userId } }));
    if (!user || user.disabledAt) return refuse(refusal("NOT_FOUND"));
    const problem = passwordProblem(parsed.value.password, { ...user, clinicNames: await clinicNames() });
    if (problem) return refuse(fieldRefusal("password", problem));

    const passwordHash = await hashPassword(parsed.value.password);
    const signedIn = await inTransaction(async (tx) => {
      if ((await consumeToken(tx, "reset_password", token)) === null) return null;
      const replaced = await replacePassword(tx, user, passwordHash);
      if (!replaced) return null;
      await revokeTokens(tx, "verify_email", user.id);
      await tx.$executeRaw`
      UPDATE app_user SET email_verified_at = coalesce(email_verified_at, now()) WHERE id = ${user.id}::uuid`;
      await recordAudit(tx, {
        actor: "visitor",
        action: "user.password_reset",
        subjectType: "user",
        subjectId: user.id,
      });
      return replaced;
    });
    if (!signedIn) return refuse(refusal("NOT_FOUND"));
    await forgetTurns(signInLimits.account, user.email);
    return ok(signedIn);
  });
}
