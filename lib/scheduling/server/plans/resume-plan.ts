import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { mayBook } from "#lib/db/guards.ts";
import { type Result, refuse } from "#lib/result.ts";
import { localDateOf } from "#lib/time.ts";
import { changePlanSchema } from "../../plan-schema.ts";
import { refusal } from "../../refusal.ts";
import { parseInput } from "../parse-input.ts";
import { changePlan, demand, writePlan, wrongStatus } from "./change-plan.ts";
import { isStillDue, placeMissing } from "./place-missing.ts";
import { targetsOf } from "./plan-records.ts";
import { tellOfChange } from "./tell-of-change.ts";

export interface PlacedVisits {
  /** Sequences of the visits that have a place again. */
  placed: number[];
  /** Of those that found none yet. */
  unplaced: number[];
  /** Of those whose time went by meanwhile. */
  skipped: number[];
}

/** Plans the visits again that a pause freed, from today on; what went by during the pause is skipped. */
export async function resumePlan(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<PlacedVisits>> {
  const parsed = parseInput(changePlanSchema, input);
  if (!parsed.ok) return parsed;
  if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
  const { id, version } = parsed.value;
  return changePlan(
    actor,
    {
      id,
      version,
      change: async (open) => {
        const { tx, plan } = open;
        demand(plan.status === "paused" ? null : wrongStatus(plan, "active"));
        const today = localDateOf(open.now, plan.clinic.timeZone);
        const next = new Map(targetsOf(plan).map((target) => [target.sequence, target.next]));
        const paused = plan.visits.filter(({ status, reasonCode }) => status === "unplaced" && reasonCode === "paused");
        const due = paused.filter((visit) => isStillDue(visit, next.get(visit.sequence) ?? null, today));
        const gone = paused.filter((visit) => !due.includes(visit));
        await tx.$executeRaw`
          UPDATE visit SET status = 'skipped' WHERE id = ANY(${gone.map((visit) => visit.id)}::uuid[])`;
        const written = await placeMissing(open, actor, { visits: due }, clock);
        const placed = written.filter(({ appointmentId }) => appointmentId !== null);
        const unplaced = written.filter(({ appointmentId }) => appointmentId === null);
        await writePlan(open, actor, "active", { placed: placed.length, unplaced: unplaced.length });
        await tellOfChange(open, actor, "resumed", written);
        const sequences = (visits: readonly { sequence: number }[]) => visits.map(({ sequence }) => sequence);
        return { placed: sequences(placed), unplaced: sequences(unplaced), skipped: sequences(gone) };
      },
    },
    clock,
  );
}
