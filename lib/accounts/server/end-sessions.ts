import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result } from "#lib/result.ts";
import { orRefusal } from "./refused-by-database.ts";

/** Signs a person out on every device, the present one included. */
export async function endSessions(actor: Actor): Promise<Result<null>> {
  return orRefusal(async () => {
    await inTransaction(async (tx) => {
      await tx.$executeRaw`
      UPDATE app_user SET session_epoch = session_epoch + 1, updated_at = now() WHERE id = ${actor.userId}::uuid`;
      await recordAudit(tx, { actor, action: "user.sessions_ended", subjectType: "user", subjectId: actor.userId });
    });
    return ok(null);
  });
}
