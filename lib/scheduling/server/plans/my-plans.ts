import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { PlanSummary } from "../../plan-view.ts";
import { planColumns, toPlanSummary } from "./plan-records.ts";

const longestList = 100;

/** A patient's own plans, the newest first. */
export async function myPlans(actor: Actor): Promise<PlanSummary[]> {
  const rows = await db.subscription.findMany({
    where: { patientId: actor.userId },
    select: planColumns,
    orderBy: { id: "desc" },
    take: longestList,
  });
  return rows.map(toPlanSummary);
}
