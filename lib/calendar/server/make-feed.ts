import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { issueToken } from "#lib/auth/tokens.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import { orRefusal } from "#lib/scheduling/server/refused-by-database.ts";
import { feedSchema, feedSubject } from "../feed.ts";
import { mayFollow } from "./may-follow.ts";

/** A calendar asks for years without anybody looking; what ends a feed is its owner. */
const fiftyYearsInMinutes = 50 * 365 * 24 * 60;

/**
 * A new private address of somebody's own appointments; the one before it ends. The answer is the only place where it
 * ever stands in clear.
 */
export async function makeFeed(actor: Actor, input: unknown): Promise<Result<{ token: string }>> {
  const parsed = parseInput(feedSchema, input);
  if (!parsed.ok) return parsed;
  const { kind } = parsed.value;
  if (!mayFollow(actor, kind)) return refuse(refusal("FORBIDDEN"));
  return orRefusal(async () => {
    const token = await inTransaction(async (tx) => {
      const subject = { subjectType: "feed", subjectId: actor.userId };
      await recordAudit(tx, { actor, action: "feed.made", ...subject, detail: { kind } });
      return issueToken(tx, "feed", feedSubject(kind, actor.userId), fiftyYearsInMinutes);
    });
    return ok({ token });
  });
}
