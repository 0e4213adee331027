import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import type { MadeApiToken } from "../api-token.ts";
import { apiTokenSchema } from "../schema.ts";
import { fieldRefusal, parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { storeApiToken } from "./store-api-token.ts";

/** A token with which a program acts as the actor. The answer is the only place where it ever stands in clear. */
export async function createApiToken(actor: Actor, input: unknown): Promise<Result<MadeApiToken>> {
  const parsed = parseInput(apiTokenSchema, input);
  if (!parsed.ok) return parsed;
  const { name, expiresInDays: days } = parsed.value;
  return orRefusal(async () => {
    const made = await inTransaction((tx) => storeApiToken(tx, actor, { name, days, by: "session" }));
    if (made === "ended") return refuse(refusal("FORBIDDEN"));
    return made ? ok(made) : refuse(fieldRefusal("name", "tokens_full"));
  });
}
