import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { mayBook } from "#lib/db/guards.ts";
import { type Result, refuse } from "#lib/result.ts";
import { localDateOf } from "#lib/time.ts";
import { planSchema } from "../../plan-schema.ts";
import { refusal } from "../../refusal.ts";
import { parseInput } from "../parse-input.ts";
import { changePlan, demand, wrongStatus } from "./change-plan.ts";
import { isStillDue, placeMissing } from "./place-missing.ts";
import { targetsOf } from "./plan-records.ts";
import { tellOfChange } from "./tell-of-change.ts";

export interface FoundPlaces {
  /** Sequences of the visits that have a place now. */
  placed: number[];
  /** Of those that found none. */
  unplaced: number[];
}

/** Looks for a place for every visit of a plan that has none and whose time has not run out. For staff. */
export async function placeVisits(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<FoundPlaces>> {
  const parsed = parseInput(planSchema, input);
  if (!parsed.ok) return parsed;
  if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
  const { id } = parsed.value;
  return changePlan(
    actor,
    {
      id,
      change: async (open) => {
        const { tx, plan, party, now } = open;
        demand(party === "staff" ? null : refusal("NOT_FOUND"));
        demand(plan.status === "active" ? null : wrongStatus(plan, "active"));
        const today = localDateOf(now, plan.clinic.timeZone);
        const next = new Map(targetsOf(plan).map((target) => [target.sequence, target.next]));
        const visits = plan.visits.filter(
          (visit) => visit.status === "unplaced" && isStillDue(visit, next.get(visit.sequence) ?? null, today),
        );
        const written = await placeMissing(open, actor, { visits }, clock);
        const placed = written.filter(({ appointmentId }) => appointmentId !== null);
        for (const { sequence, appointmentId } of placed) {
          await recordAudit(tx, {
            clinicId: plan.clinicId,
            actor,
            action: "visit.placed",
            subjectType: "subscription",
            subjectId: id,
            detail: { sequence, appointmentId },
          });
        }
        if (placed.length > 0) await tellOfChange(open, actor, "placed", placed);
        const unplaced = written.filter(({ appointmentId }) => appointmentId === null);
        return { placed: placed.map(({ sequence }) => sequence), unplaced: unplaced.map(({ sequence }) => sequence) };
      },
    },
    clock,
  );
}
