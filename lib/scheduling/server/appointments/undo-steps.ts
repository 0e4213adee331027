import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result } from "#lib/result.ts";
import { undoStepsSchema } from "../../schema.ts";
import { parseInput } from "../parse-input.ts";
import { appointmentColumns } from "../records.ts";
import { aboutItem, type BulkItem } from "./bulk-transition.ts";
import { undoStep } from "./undo-step.ts";

/** Takes back the last step of several at once, each by itself: what can be undone is, the others say why not. */
export async function undoSteps(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<BulkItem[]>> {
  const parsed = parseInput(undoStepsSchema, input);
  if (!parsed.ok) return parsed;
  const { steps } = parsed.value;
  const items: BulkItem[] = [];
  for (const step of steps) {
    items.push({ id: step.id, about: null, result: await undoStep(actor, step, clock) });
  }
  // Read afterwards: there are seconds for it, and no name is one of them.
  const rows = await db.appointment.findMany({
    where: { id: { in: steps.map(({ id }) => id) } },
    select: appointmentColumns,
  });
  return ok(
    items.map((item) => ({
      ...item,
      about: aboutItem(
        actor,
        rows.find(({ id }) => id === item.id),
      ),
    })),
  );
}
