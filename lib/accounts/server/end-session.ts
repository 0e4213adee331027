import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { sessionSchema } from "../schema.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";

/** Signs a person out on one of their devices. */
export async function endSessionOf(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(sessionSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const { count } = await tx.session.deleteMany({ where: { id: parsed.value.id, userId: actor.userId } });
      if (count === 0) return refuse(refusal("NOT_FOUND"));
      const subject = { subjectType: "user", subjectId: actor.userId };
      await recordAudit(tx, { actor, action: "user.session_ended", ...subject });
      return ok(null);
    }),
  );
}
