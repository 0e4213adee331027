import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { StoredSlot } from "../../capacity.ts";
import { refusal } from "../../refusal.ts";
import { updateTimeSlotsSchema } from "../../schema.ts";
import { parseInput } from "../parse-input.ts";
import { toSlot } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";

/**
 * Changes capacity and opening of several slots of a clinic, all or none. Lowered below what is booked, a slot throws
 * nobody out. For staff.
 * @returns the slots as they are now, in order
 */
export async function updateTimeSlots(actor: Actor, input: unknown): Promise<Result<StoredSlot[]>> {
  const parsed = parseInput(updateTimeSlotsSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, slots } = parsed.value;
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const ids = slots.map((slot) => slot.id);

  return orRefusal(() =>
    inTransaction(async (tx) => {
      // Ascending, as bookings lock them, so that the two never wait for each other.
      const found = await tx.$queryRaw<{ id: string }[]>`
        SELECT id::text FROM time_slot WHERE clinic_id = ${clinicId}::uuid AND id = ANY(${ids}::uuid[])
        ORDER BY starts_at FOR NO KEY UPDATE`;
      if (found.length < new Set(ids).size) return refuse(refusal("NOT_FOUND"));
      await tx.$executeRaw`
        UPDATE time_slot SET capacity = change.capacity, is_open = change.is_open
        FROM unnest(${ids}::uuid[], ${slots.map((slot) => slot.capacity)}::int[], ${slots.map((slot) => slot.isOpen)}::boolean[])
          AS change (id, capacity, is_open)
        WHERE time_slot.id = change.id`;
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "slots.changed",
        subjectType: "clinic",
        subjectId: clinicId,
        detail: { slots },
      });
      const rows = await tx.timeSlot.findMany({ where: { id: { in: ids } }, orderBy: { startsAt: "asc" } });
      return ok(rows.map(toSlot));
    }),
  );
}
