import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { planSchema } from "../../plan-schema.ts";
import type { PlanView } from "../../plan-view.ts";
import { refusal } from "../../refusal.ts";
import { databaseNow } from "../database-now.ts";
import { parseInput } from "../parse-input.ts";
import { planColumns, planPartyOf, toPlanView } from "./plan-records.ts";

/** A plan as its patient or guest, its doctors or the clinic's staff see it; the same NOT_FOUND for everybody else. */
export async function findPlan(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<PlanView>> {
  const parsed = parseInput(planSchema, input);
  if (!parsed.ok) return refuse(refusal("NOT_FOUND"));
  const row = await db.subscription.findUnique({ where: { id: parsed.value.id }, select: planColumns });
  const party = row && planPartyOf(actor, row);
  if (!row || !party) return refuse(refusal("NOT_FOUND"));
  return ok(toPlanView(row, actor, party, await databaseNow(clock)));
}
