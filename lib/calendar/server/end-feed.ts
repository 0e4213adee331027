import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { revokeTokens } from "#lib/auth/tokens.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result } from "#lib/result.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import { orRefusal } from "#lib/scheduling/server/refused-by-database.ts";
import { feedSchema, feedSubject } from "../feed.ts";

/** Nobody can read one's feed any more. One that is none ends too: whoever stopped being a doctor may end theirs. */
export async function endFeed(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(feedSchema, input);
  if (!parsed.ok) return parsed;
  const { kind } = parsed.value;
  return orRefusal(async () => {
    await inTransaction(async (tx) => {
      await revokeTokens(tx, "feed", feedSubject(kind, actor.userId));
      const subject = { subjectType: "feed", subjectId: actor.userId };
      await recordAudit(tx, { actor, action: "feed.ended", ...subject, detail: { kind } });
    });
    return ok(null);
  });
}
