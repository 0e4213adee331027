import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { revokeTokens } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";
import { type Result, refuse } from "#lib/result.ts";
import { planSchema } from "../../plan-schema.ts";
import type { PlanSummary } from "../../plan-view.ts";
import { refusal } from "../../refusal.ts";
import { allOrNothing, Refused } from "../all-or-nothing.ts";
import { lockPlaces } from "../lock-places.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { lockPlan } from "./change-plan.ts";
import { planColumns, toPlanSummary } from "./plan-records.ts";

/** Plans that were bought without an account under the actor's own, verified e-mail address. */
export async function plansToLink(actor: Actor): Promise<PlanSummary[]> {
  const email = await verifiedEmail(actor);
  if (!email) return [];
  const rows = await db.subscription.findMany({
    where: { patientId: null, contactEmail: email },
    select: planColumns,
    orderBy: { id: "desc" },
    take: 20,
  });
  return rows.map(toPlanSummary);
}

/**
 * Adds such a plan and its visits to the account; the mailed link no longer opens it. A visit that crosses another
 * appointment of theirs keeps the contact it was booked with.
 */
export async function linkPlan(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = parseInput(planSchema, input);
  if (!parsed.ok) return refuse(refusal("NOT_FOUND"));
  const { id } = parsed.value;
  const email = await verifiedEmail(actor);
  return orRefusal(() =>
    allOrNothing(async (tx) => {
      await lockPlan(tx, id);
      const plan = email
        ? await tx.subscription.findFirst({ where: { id, patientId: null, contactEmail: email }, select: planColumns })
        : null;
      if (!plan) throw new Refused(refusal("NOT_FOUND"));
      const ids = plan.visits.flatMap(({ appointment }) => appointment?.id ?? []);
      await lockPlaces(tx, plan.clinicId, ids);
      await tx.$executeRaw`
        UPDATE appointment a SET patient_id = ${actor.userId}::uuid, version = version + 1, updated_at = now()
        WHERE id = ANY(${ids}::uuid[]) AND NOT EXISTS (
          SELECT FROM appointment own WHERE own.patient_id = ${actor.userId}::uuid AND occupies(own.status)
            AND own.starts_at < a.ends_at AND own.ends_at > a.starts_at)`;
      await tx.$executeRaw`
        UPDATE subscription SET patient_id = ${actor.userId}::uuid, account_linked_at = now(), version = version + 1,
          updated_at = now() WHERE id = ${id}::uuid`;
      await revokeTokens(tx, "subscription", id);
      await recordAudit(tx, {
        clinicId: plan.clinicId,
        actor,
        action: "plan.linked",
        subjectType: "subscription",
        subjectId: id,
      });
      return { id };
    }),
  );
}

async function verifiedEmail(actor: Actor): Promise<string | null> {
  const user = await db.user.findUnique({
    where: { id: actor.userId },
    select: { email: true, emailVerifiedAt: true },
  });
  return user?.emailVerifiedAt ? user.email : null;
}
