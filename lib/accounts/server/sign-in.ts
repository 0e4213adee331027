import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { hashPassword, isOutdatedHash, verifyPassword } from "#lib/auth/password-hash.ts";
import { forgetTurns, giveBackTurn, takeTurn } from "#lib/auth/throttle.ts";
import type { Visitor } from "#lib/auth/visitor.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { signInSchema } from "../schema.ts";
import { mailLimits, signInLimits, tooMany } from "./limits.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { sendVerification } from "./send-verification.ts";

/** Whom a new session belongs to. */
export interface SignedIn {
  userId: string;
  sessionEpoch: number;
}

/**
 * Checks e-mail address and password. A wrong address and a wrong password are told apart neither by the answer nor by
 * the time it takes; that an account is unconfirmed or closed is told only to who knows its password
 * (UNAUTHENTICATED with `reason`: credentials, unverified, disabled).
 */
export async function signIn(visitor: Visitor, input: unknown): Promise<Result<SignedIn>> {
  const parsed = parseInput(signInSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const { email, password } = parsed.value;
    const refused = await tooMany([signInLimits.account, email], [signInLimits.address, visitor.address]);
    if (refused) return refuse(refused);

    const user = await db.user.findUnique({ where: { email } });
    const matches = await verifyPassword(password, user?.passwordHash ?? null);
    if (!user || !matches) return refuse(refusal("UNAUTHENTICATED", { reason: "credentials" }));
    await Promise.all([forgetTurns(signInLimits.account, email), giveBackTurn(signInLimits.address, visitor.address)]);

    if (user.disabledAt) return refuse(refusal("UNAUTHENTICATED", { reason: "disabled" }));
    if (!user.emailVerifiedAt) {
      const mayMail = (await takeTurn(mailLimits.recipient, email)) === null;
      if (mayMail) await inTransaction((tx) => sendVerification(tx, user));
      return refuse(refusal("UNAUTHENTICATED", { reason: "unverified" }));
    }
    const outdated = user.passwordHash !== null && isOutdatedHash(user.passwordHash);
    const renewed = outdated ? await hashPassword(password) : null;
    await inTransaction(async (tx) => {
      if (renewed) {
        await tx.user.updateMany({
          where: { id: user.id, passwordHash: user.passwordHash },
          data: { passwordHash: renewed },
        });
      }
      await recordAudit(tx, { actor: "visitor", action: "user.signed_in", subjectType: "user", subjectId: user.id });
    });
    return ok({ userId: user.id, sessionEpoch: user.sessionEpoch });
  });
}
