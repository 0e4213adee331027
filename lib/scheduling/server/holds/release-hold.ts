import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { heldPlaceSchema } from "../../schema.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { giveBackHolds } from "./give-back-holds.ts";
import { holderOf, ownHolds } from "./own-holds.ts";

/** Gives the place back that somebody kept and does not want any more. */
export async function releaseHold(actor: Actor | GuestActor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(heldPlaceSchema, input);
  if (!parsed.ok) return parsed;
  const { id, secret } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const held = (await ownHolds(tx, holderOf(actor, secret))).filter((hold) => hold.id === id);
      const given = await giveBackHolds(tx, actor, held);
      return given > 0 ? ok(null) : refuse(refusal("NOT_FOUND"));
    }),
  );
}
