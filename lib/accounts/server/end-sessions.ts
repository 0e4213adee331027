import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { orRefusal } from "./refused-by-database.ts";
import type { SignedIn } from "./sign-in.ts";

/** Signs a person out on every device, the present one included; the caller starts a new one where it is to stay. */
export async function endSessions(actor: Actor): Promise<Result<SignedIn>> {
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const [row] = await tx.$queryRaw<SignedIn[]>`
        UPDATE app_user SET session_epoch = session_epoch + 1, updated_at = now()
        WHERE id = ${actor.userId}::uuid AND disabled_at IS NULL
        RETURNING id::text AS "userId", session_epoch AS "sessionEpoch"`;
      if (!row) return refuse(refusal("UNAUTHENTICATED"));
      await tx.session.deleteMany({ where: { userId: actor.userId } });
      await recordAudit(tx, { actor, action: "user.sessions_ended", subjectType: "user", subjectId: actor.userId });
      return ok(row);
    }),
  );
}
