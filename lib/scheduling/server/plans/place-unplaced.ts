import "server-only";
import type { SystemActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { localDateOf } from "#lib/time.ts";
import { changePlan } from "./change-plan.ts";
import { isStillDue, placeMissing } from "./place-missing.ts";
import { targetsOf } from "./plan-records.ts";
import { tellOfChange } from "./tell-of-change.ts";

const plansAtOnce = 20;

/**
 * Tries the visits of running plans again that found no place so far, each once a day; what a doctor declined or a pause
 * freed waits for a person. Notes besides what time alone changes: the next visit, and plans that are over.
 * @returns how many visits found a place
 */
export async function placeUnplaced(actor: SystemActor, clock: Clock = databaseClock): Promise<number> {
  await db.$executeRaw`
    SELECT keep_next_visit(id) FROM subscription WHERE status IN ('active', 'paused') AND next_visit_at <= now()`;
  await db.$executeRaw`
    UPDATE subscription s SET status = 'completed', version = version + 1, updated_at = now()
    WHERE status = 'active' AND next_visit_at IS NULL AND NOT EXISTS (
      SELECT FROM visit v LEFT JOIN appointment a ON a.id = v.appointment_id
      WHERE v.subscription_id = s.id AND (v.status = 'scheduled' AND occupies(a.status) AND a.ends_at > now() - interval '1 day'
        OR v.status = 'unplaced' AND v.target_date > now() - interval '31 days'))`;
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM subscription s WHERE status = 'active' AND EXISTS (
      SELECT FROM visit WHERE subscription_id = s.id AND status = 'unplaced'
        AND reason_code NOT IN ('declined', 'paused')
        AND target_date > now() - interval '31 days'
        AND coalesce(tried_at, 'epoch') < now() - interval '1 day')
    ORDER BY id LIMIT ${plansAtOnce}::int`;
  let placed = 0;
  for (const { id } of due) placed += await tryPlan(actor, id, clock);
  return placed;
}

async function tryPlan(actor: SystemActor, id: string, clock: Clock): Promise<number> {
  const tried = await changePlan(
    actor,
    {
      id,
      change: async (open) => {
        const { tx, plan, now } = open;
        if (plan.status !== "active") return 0;
        const today = localDateOf(now, plan.clinic.timeZone);
        const next = new Map(targetsOf(plan).map((target) => [target.sequence, target.next]));
        const waiting = plan.visits.filter(
          ({ status, reasonCode }) => status === "unplaced" && reasonCode !== "declined" && reasonCode !== "paused",
        );
        await tx.$executeRaw`
          UPDATE visit SET tried_at = now() WHERE id = ANY(${waiting.map((visit) => visit.id)}::uuid[])`;
        const visits = waiting.filter((visit) => isStillDue(visit, next.get(visit.sequence) ?? null, today));
        const written = await placeMissing(open, actor, { visits }, clock);
        const found = written.filter(({ appointmentId }) => appointmentId !== null);
        if (found.length > 0) await tellOfChange(open, actor, "placed", found);
        return found.length;
      },
    },
    clock,
  );
  // What is refused as a whole (the service is gone) is tried again tomorrow: nothing of the attempt stays but its date.
  if (!tried.ok) {
    await db.$executeRaw`
      UPDATE visit SET tried_at = now() WHERE subscription_id = ${id}::uuid AND status = 'unplaced'`;
  }
  return tried.ok ? tried.value : 0;
}
