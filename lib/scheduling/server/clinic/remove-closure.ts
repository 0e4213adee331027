import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { removeClosureSchema } from "../../schema.ts";
import type { SlotsRegenerated } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { followHours } from "../slots/follow-hours.ts";
import { regenerationDetail } from "../slots/regenerate-slots.ts";
import { lockClinic } from "../slots/store-slots.ts";
import { clinicOfClosure, entryWith } from "./closure-entries.ts";
import { removeRows } from "./save-closure.ts";

/** Takes a closure away with all its shifts: the week's hours hold again, and slots follow. For admins. */
export async function removeClosure(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<SlotsRegenerated>> {
  const parsed = parseInput(removeClosureSchema, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinicId = await clinicOfClosure(tx, actor, id);
      const clinic = clinicId && (await lockClinic(tx, clinicId));
      const entry = clinic && (await entryWith(tx, clinic.id, id));
      if (!clinic || !entry) return refuse(refusal("NOT_FOUND"));
      const slots = await followHours(tx, clinic, clock, () => removeRows(tx, clinic.id, entry));
      const { from, to, reason } = entry;
      await recordAudit(tx, {
        clinicId: clinic.id,
        actor,
        action: "closure.removed",
        subjectType: "closure",
        subjectId: id,
        detail: { from, to, reason, slots: regenerationDetail(slots) },
      });
      return ok(slots);
    }),
  );
}
