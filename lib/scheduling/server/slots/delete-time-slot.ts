import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { deleteTimeSlotSchema } from "../../schema.ts";
import { clinicOfSlot } from "../clinic-of-slot.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";

/** Removes an empty slot. A booked one is kept by the database: refused with VERSION_CONFLICT and the number booked. */
export async function deleteTimeSlot(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(deleteTimeSlotSchema, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinicId = await clinicOfSlot(tx, actor, id);
      if (!clinicId) return refuse(refusal("NOT_FOUND"));
      const slot = await tx.timeSlot.delete({ where: { id } });
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "slot.deleted",
        subjectType: "time_slot",
        subjectId: id,
        detail: { startsAt: slot.startsAt.toISOString() },
      });
      return ok(null);
    }),
  );
}
