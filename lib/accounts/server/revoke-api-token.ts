import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { apiTokenIdSchema } from "../schema.ts";
import { orRefusal } from "./refused-by-database.ts";
import { endApiToken } from "./store-api-token.ts";

/** Ends one of the actor's own tokens at once. Unknown, foreign and ended ones are NOT_FOUND alike. */
export async function revokeApiToken(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = apiTokenIdSchema.safeParse(input);
  if (!parsed.success) return refuse(refusal("NOT_FOUND"));
  return orRefusal(async () => {
    const ended = await inTransaction((tx) => endApiToken(tx, actor, parsed.data.id));
    return ended ? ok(null) : refuse(refusal("NOT_FOUND"));
  });
}
