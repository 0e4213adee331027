import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { StoredSlot } from "../../capacity.ts";
import { refusal } from "../../refusal.ts";
import { updateTimeSlotSchema } from "../../schema.ts";
import { clinicOfSlot } from "../clinic-of-slot.ts";
import { parseInput } from "../parse-input.ts";
import { toSlot } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";

/**
 * Changes a slot's capacity, or opens and closes it. Lowered below what is booked, it throws nobody out: it lets nobody
 * in and shows as over-full. For staff.
 */
export async function updateTimeSlot(actor: Actor, input: unknown): Promise<Result<StoredSlot>> {
  const parsed = parseInput(updateTimeSlotSchema, input);
  if (!parsed.ok) return parsed;
  const { id, capacity, isOpen } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinicId = await clinicOfSlot(tx, actor, id);
      if (!clinicId) return refuse(refusal("NOT_FOUND"));
      const data = { ...(capacity === undefined ? {} : { capacity }), ...(isOpen === undefined ? {} : { isOpen }) };
      const slot = await tx.timeSlot.update({ where: { id }, data });
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "slot.changed",
        subjectType: "time_slot",
        subjectId: id,
        detail: data,
      });
      return ok(toSlot(slot));
    }),
  );
}
