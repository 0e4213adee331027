import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import type { Result } from "#lib/result.ts";
import { changePlanSchema } from "../../plan-schema.ts";
import { parseInput } from "../parse-input.ts";
import { changePlan, demand, freeVisits, stillFree, writePlan, wrongStatus } from "./change-plan.ts";
import { visitsAhead } from "./plan-records.ts";
import { tellOfChange } from "./tell-of-change.ts";

export interface FreedVisits {
  /** Sequences of the visits whose places are free for others now. */
  freed: number[];
  /** Of those ahead that are too near to be called off and stay. */
  kept: number[];
}

/** Frees the visits ahead and plans none until the plan is resumed; a patient keeps those past their deadline. */
export async function pausePlan(
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
        demand(plan.status === "active" ? null : wrongStatus(plan, "paused"));
        const ahead = visitsAhead(plan, open.now);
        const visits = stillFree(open, ahead);
        await freeVisits(open, actor, visits, reason ?? "plan paused");
        await tx.$executeRaw`
          UPDATE visit SET status = 'unplaced', reason_code = 'paused', reason_detail = NULL
          WHERE id = ANY(${visits.map((visit) => visit.id)}::uuid[])`;
        await writePlan(open, actor, "paused", { freed: visits.length });
        await tellOfChange(open, actor, "paused", visits);
        return freedAmong(ahead, visits);
      },
    },
    clock,
  );
}

export function freedAmong(
  ahead: readonly { sequence: number }[],
  freed: readonly { sequence: number }[],
): FreedVisits {
  const sequences = freed.map(({ sequence }) => sequence);
  const kept = ahead.map(({ sequence }) => sequence).filter((sequence) => !sequences.includes(sequence));
  return { freed: sequences, kept };
}
