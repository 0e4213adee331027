import "server-only";
import type { AnyActor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { Party } from "../../lifecycle.ts";
import { type PlanRow, planColumns, planPartyOf, type VisitRow } from "./plan-records.ts";

/** A visit of a plan for whoever may act on the plan; doctors act on its appointment. Null for everybody else. */
export async function findVisit(
  actor: AnyActor,
  planId: string,
  sequence: number,
): Promise<{ plan: PlanRow; visit: VisitRow; party: Exclude<Party, "doctor"> } | null> {
  const plan = await db.subscription.findUnique({ where: { id: planId }, select: planColumns });
  const party = plan && planPartyOf(actor, plan);
  const visit = plan?.visits.find((one) => one.sequence === sequence);
  return plan && visit && party && party !== "doctor" ? { plan, visit, party } : null;
}
