import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import type { Result } from "#lib/result.ts";
import { changePlanSchema } from "../../plan-schema.ts";
import { parseInput } from "../parse-input.ts";
import { changePlan, demand, freeVisits, stillFree, writePlan, wrongStatus } from "./change-plan.ts";
import { type FreedVisits, freedAmong } from "./pause-plan.ts";
import { visitsAhead } from "./plan-records.ts";
import { tellOfChange } from "./tell-of-change.ts";

/** Ends a plan for good and calls off its visits ahead; a patient keeps those past their deadline. */
export async function cancelPlan(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<FreedVisits>> {
  const parsed = parseInput(changePlanSchema, input);
  if (!parsed.ok) return parsed;
  const { id, version, reason = null } = parsed.value;
  return changePlan(
    actor,
    {
      id,
      version,
      change: async (open) => {
        const { tx, plan } = open;
        demand(plan.status === "active" || plan.status === "paused" ? null : wrongStatus(plan, "cancelled"));
        const ahead = visitsAhead(plan, open.now);
        const visits = stillFree(open, ahead);
        await freeVisits(open, actor, visits, reason ?? "plan cancelled");
        await tx.$executeRaw`
          UPDATE visit SET status = 'cancelled' WHERE subscription_id = ${plan.id}::uuid AND status = 'unplaced'`;
        await writePlan(open, actor, "cancelled", { freed: visits.length });
        await tellOfChange(open, actor, "cancelled", visits);
        return freedAmong(ahead, visits);
      },
    },
    clock,
  );
}
