import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { makeSeed, tokenOf } from "#lib/auth/tokens.ts";
import type { Visitor } from "#lib/auth/visitor.ts";
import { once } from "#lib/db/idempotency.ts";
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
 * With a key it is the same token each time, told again from a seed: what is kept of the first time is no token.
 */
export async function tokenByPassword(visitor: Visitor, input: unknown): Promise<Result<MadeApiToken>> {
  const parsed = parseInput(tokenByPasswordSchema, input);
  if (!parsed.ok) return parsed;
  const { name = null, key, ...credentials } = parsed.value;
  const signedIn = await signIn(visitor, credentials);
  if (!signedIn.ok) return signedIn;
  const { userId, sessionEpoch } = signedIn.value;
  return orRefusal(async () => {
    const actor = await loadActor(userId, sessionEpoch);
    if (!actor) return refuse(wrongCredentials);
    const make = () => makeFor(actor, name, sessionEpoch);
    const made = key === undefined ? await make() : await onceFor(actor, { key, name }, make);
    if (!made.ok) return made;
    const { seed, ...token } = made.value;
    return ok({ ...token, token: tokenOf(seed).token });
  });
}

type Made = Omit<MadeApiToken, "token"> & { seed: string };

async function makeFor(actor: Actor, name: string | null, epoch: number): Promise<Result<Made>> {
  const seed = makeSeed();
  const wanted = { name, days: tokenDays.usual, by: "password", epoch, made: tokenOf(seed) } as const;
  const stored = await inTransaction((tx) => storeApiToken(tx, actor, wanted));
  if (stored === "ended") return refuse(wrongCredentials);
  if (!stored) return refuse(fieldRefusal("name", "tokens_full"));
  const { token: _, ...made } = stored;
  return ok({ ...made, seed });
}

async function onceFor(
  { userId }: Actor,
  { key, name }: { key: string; name: string | null },
  make: () => Promise<Result<Made>>,
): Promise<Result<Made>> {
  const outcome = await once({ actor: userId, route: "tokenByPassword", key, body: { name } }, make);
  if (outcome.is === "running") return refuse(refusal("IN_PROGRESS", { retryAfterSeconds: 1 }));
  if (outcome.is === "mismatch") return refuse(refusal("IDEMPOTENCY_MISMATCH"));
  return outcome.is === "known" ? ok(outcome.written) : outcome.result;
}

const wrongCredentials = refusal("UNAUTHENTICATED", { reason: "credentials" });
