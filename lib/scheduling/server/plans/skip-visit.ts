import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import type { Result } from "#lib/result.ts";
import { visitSchema } from "../../plan-schema.ts";
import { checkCancellation } from "../../policy.ts";
import { refusal } from "../../refusal.ts";
import { parseInput } from "../parse-input.ts";
import { toPolicy } from "../records.ts";
import { changePlan, demand, freeVisits } from "./change-plan.ts";
import { visitsAhead } from "./plan-records.ts";
import { tellOfChange } from "./tell-of-change.ts";

/**
 * Leaves one visit of a plan out: its place is free for others, and no other is looked for. A patient may until its
 * deadline, staff later with a reason; one that has no place any time.
 */
export async function skipVisit(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<{ sequence: number }>> {
  const parsed = parseInput(visitSchema, input);
  if (!parsed.ok) return parsed;
  const { id, sequence, reason = null } = parsed.value;
  return changePlan(
    actor,
    {
      id,
      change: async (open) => {
        const { tx, plan, party, now } = open;
        const visit = plan.visits.find((one) => one.sequence === sequence);
        demand(visit ? null : refusal("NOT_FOUND"));
        const placed = visitsAhead(plan, now).find((one) => one.sequence === sequence);
        if (placed) {
          const policy = toPolicy(plan.clinic, plan.cancelNoticeHours);
          demand(checkCancellation(placed.appointment.startsAt.getTime(), policy, { by: party, reason, now }));
          await freeVisits(open, actor, [placed], reason ?? "visit skipped");
        } else if (visit?.status !== "unplaced") {
          demand(refusal("ILLEGAL_TRANSITION", { from: visit?.status ?? null, to: "skipped" }));
        }
        await tx.$executeRaw`
          UPDATE visit SET status = 'skipped' WHERE subscription_id = ${id}::uuid AND sequence = ${sequence}::int`;
        await recordAudit(tx, {
          clinicId: plan.clinicId,
          actor,
          action: "visit.skipped",
          subjectType: "subscription",
          subjectId: id,
          detail: { sequence },
        });
        await tellOfChange(open, actor, "skipped", [{ sequence }]);
        return { sequence };
      },
    },
    clock,
  );
}
