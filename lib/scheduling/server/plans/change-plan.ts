import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { AnyActor } from "#lib/auth/actor.ts";
import type { Clock } from "#lib/clock.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { Result } from "#lib/result.ts";
import type { EpochMs } from "#lib/time.ts";
import { canTransition, type Party } from "../../lifecycle.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import { allOrNothing, Refused } from "../all-or-nothing.ts";
import { changeStatus } from "../booking/write-appointment.ts";
import { databaseNow } from "../database-now.ts";
import { lockPlaces } from "../lock-places.ts";
import { orRefusal } from "../refused-by-database.ts";
import { withClinicIfNeeded } from "./clinic-needed.ts";
import { deadlineOf, type PlacedRow, type PlanRow, planColumns, planPartyOf } from "./plan-records.ts";

/** A plan somebody may change, held for them alone until the transaction ends. */
export interface OpenPlan {
  tx: Transaction;
  plan: PlanRow;
  party: Exclude<Party, "doctor">;
  now: EpochMs;
  /** Whether a change that stores slots takes the clinic's lock before every other. */
  takesClinic: boolean;
}

export interface PlanChange<T> {
  id: string;
  /** What the person saw; a newer one refuses. Left out where any will do. */
  version?: number | undefined;
  change(open: OpenPlan): Promise<T>;
}

/**
 * The one way a plan changes: its changes take turns, whole or not at all. Foreign and unknown ids get the same
 * NOT_FOUND; a doctor changes visits by their appointments.
 */
export async function changePlan<T>(
  actor: AnyActor,
  { id, version, change }: PlanChange<T>,
  clock: Clock,
): Promise<Result<T>> {
  return orRefusal(() =>
    withClinicIfNeeded((takesClinic) =>
      allOrNothing(async (tx) => {
        await lockPlan(tx, id);
        const plan = await tx.subscription.findUnique({ where: { id }, select: planColumns });
        const party = plan && planPartyOf(actor, plan);
        if (!plan || !party || party === "doctor") throw new Refused(refusal("NOT_FOUND"));
        if (version !== undefined && version !== plan.version) {
          throw new Refused(refusal("VERSION_CONFLICT", { status: plan.status }));
        }
        return change({ tx, plan, party, now: await databaseNow(clock, tx), takesClinic });
      }),
    ),
  );
}

/** Before every other lock; appointments by themselves change the plan's row last. */
export async function lockPlan(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`plan ${id}`}, 0))`;
}

export function demand(refused: Refusal | null): void {
  if (refused) throw new Refused(refused);
}

/** Those of the visits that may be called off now: a patient's until their deadlines. */
export function stillFree(
  { plan, party, now }: Pick<OpenPlan, "plan" | "party" | "now">,
  visits: readonly PlacedRow[],
): PlacedRow[] {
  return visits.filter(
    (visit) =>
      canTransition(visit.appointment.status, "cancelled", party) &&
      (party !== "patient" || now <= deadlineOf(plan, visit)),
  );
}

/** Calls visits off, in ascending time; the mail about it is the plan's. */
export async function freeVisits(
  { tx, plan }: OpenPlan,
  actor: AnyActor,
  visits: readonly PlacedRow[],
  reason: string,
): Promise<void> {
  await lockPlaces(
    tx,
    plan.clinicId,
    visits.map(({ appointment }) => appointment.id),
  );
  for (const { appointment } of visits) {
    const { id, status, version } = appointment;
    const change = { id, clinicId: plan.clinicId, from: status, to: "cancelled", version, reason } as const;
    const traces = { actor, action: "appointment.cancelled", messages: [], supersedes: "all" } as const;
    const written = await changeStatus(tx, change, { ...traces, messages: [] });
    // Somebody else changed it while this one waited for its day.
    if (!written) throw new Refused(refusal("VERSION_CONFLICT", { status }));
  }
}

/** Writes what a plan has become, and its line in the audit log. */
export async function writePlan(
  { tx, plan }: OpenPlan,
  actor: AnyActor,
  to: PlanRow["status"],
  detail: Record<string, string | number | null>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE subscription SET status = ${to}::subscription_status, version = version + 1, updated_at = now()
    WHERE id = ${plan.id}::uuid`;
  await recordAudit(tx, {
    clinicId: plan.clinicId,
    actor,
    action: `plan.${to === "active" ? "resumed" : to}`,
    subjectType: "subscription",
    subjectId: plan.id,
    detail,
  });
}

export function wrongStatus(plan: PlanRow, to: PlanRow["status"]): Refusal {
  return refusal("ILLEGAL_TRANSITION", { from: plan.status, to });
}
