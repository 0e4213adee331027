import "server-only";
import { loadActor } from "#lib/auth/load-actor.ts";
import type { Visitor } from "#lib/auth/visitor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import type { MadeApiToken } from "../api-token.ts";
import { tokenByPasswordSchema, tokenDays } from "../schema.ts";
import { fieldRefusal, parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { signIn } from "./sign-in.ts";
import { storeApiToken } from "./store-api-token.ts";

/**
 * A program's token for whoever knows e-mail address and password, by the checks, the pauses and the answers of signing
 * in. Who signs in again and again has the oldest token of the same name replaced, once there are as many as may be.
 */
export async function tokenByPassword(visitor: Visitor, input: unknown): Promise<Result<MadeApiToken>> {
  const parsed = parseInput(tokenByPasswordSchema, input);
  if (!parsed.ok) return parsed;
  const { name = null, ...credentials } = parsed.value;
  const signedIn = await signIn(visitor, credentials);
  if (!signedIn.ok) return signedIn;
  const { userId, sessionEpoch } = signedIn.value;
  return orRefusal(async () => {
    const actor = await loadActor(userId, sessionEpoch);
    const token = { name, days: tokenDays.usual, by: "password", epoch: sessionEpoch } as const;
    const made = actor && (await inTransaction((tx) => storeApiToken(tx, actor, token)));
    if (!actor || made === "ended") return refuse(refusal("UNAUTHENTICATED", { reason: "credentials" }));
    return made ? ok(made) : refuse(fieldRefusal("name", "tokens_full"));
  });
}
