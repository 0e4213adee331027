import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { hashPassword, verifyPassword } from "#lib/auth/password-hash.ts";
import { forgetTurns } from "#lib/auth/throttle.ts";
import { revokeTokens } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { passwordProblem } from "../password-policy.ts";
import { changePasswordSchema } from "../schema.ts";
import { clinicNames } from "./clinic-names.ts";
import { signInLimits, tooMany } from "./limits.ts";
import { fieldRefusal, parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { replacePassword } from "./replace-password.ts";
import type { SignedIn } from "./sign-in.ts";

/** Ends every session; the caller starts a new one where the change was made. */
export async function changePassword(actor: Actor, input: unknown): Promise<Result<SignedIn>> {
  const parsed = parseInput(changePasswordSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const { currentPassword, password } = parsed.value;
    const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });

    const refused = await tooMany([signInLimits.account, user.email]);
    if (refused) return refuse(refused);
    if (!(await verifyPassword(currentPassword, user.passwordHash))) {
      return refuse(fieldRefusal("currentPassword", "password_wrong"));
    }
    await forgetTurns(signInLimits.account, user.email);
    const problem = passwordProblem(password, { ...user, clinicNames: await clinicNames() });
    if (problem) return refuse(fieldRefusal("password", problem));

    const passwordHash = await hashPassword(password);
    const signedIn = await inTransaction(async (tx) => {
      const replaced = await replacePassword(tx, user, passwordHash);
      if (!replaced) return null;
      await revokeTokens(tx, "reset_password", user.id);
      await recordAudit(tx, { actor, action: "user.password_changed", subjectType: "user", subjectId: user.id });
      return replaced;
    });
    return signedIn ? ok(signedIn) : refuse(refusal("FORBIDDEN"));
  });
}
