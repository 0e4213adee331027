import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { searchPlansSchema } from "../../plan-schema.ts";
import type { PlanSummary } from "../../plan-view.ts";
import { refusal } from "../../refusal.ts";
import { parseInput } from "../parse-input.ts";
import { planColumns, toPlanSummary } from "./plan-records.ts";

export interface PlanPage {
  plans: PlanSummary[];
  /** Where the next page goes on; null on the last. */
  nextBefore: string | null;
}

/** A clinic's plans by number, name or e-mail address, the newest first. For staff. */
export async function searchPlans(actor: Actor, input: unknown): Promise<Result<PlanPage>> {
  const parsed = parseInput(searchPlansSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, query, status, before, limit } = parsed.value;
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const rows = await db.subscription.findMany({
    where: { clinicId, ...(status ? { status } : {}), ...(query ? matching(query) : {}), id: { lt: before } },
    select: planColumns,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  return ok({
    plans: shown.map(toPlanSummary),
    nextBefore: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  });
}

function matching(query: string): Prisma.SubscriptionWhereInput {
  const contains = { contains: query, mode: "insensitive" } as const;
  return {
    OR: [
      { number: contains },
      { contactName: contains },
      { contactEmail: contains },
      { patient: { OR: [{ name: contains }, { email: contains }] } },
    ],
  };
}
