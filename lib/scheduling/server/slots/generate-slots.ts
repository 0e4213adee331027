import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type AnyActor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { daysBetween } from "#lib/time.ts";
import { refusal } from "../../refusal.ts";
import { generateSlotsSchema } from "../../schema.ts";
import { generateSlots as draftSlots, slotLimits } from "../../slot.ts";
import { clinicHours } from "../clinic/business-hours.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { lockClinic, noteReach, storeSlots } from "./store-slots.ts";

export interface SlotsGenerated {
  created: number;
  /** Already there, with the very same times. */
  existing: number;
  /** In the way of a slot with other times, which stays. */
  skipped: number;
}

/**
 * Stores the slots that the clinic's hours ask for on some days (at most 90). Safe to repeat and to run twice at once:
 * what is there stays as it is, booked or not. For staff.
 */
export async function generateSlots(actor: AnyActor, input: unknown): Promise<Result<SlotsGenerated>> {
  const parsed = parseInput(generateSlotsSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, startDate, endDate } = parsed.value;
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const length = daysBetween(startDate, endDate) + 1;
  if (length < 1) return refuse(invalid("endDate", "before_start"));
  if (length > slotLimits.maxDays) return refuse(invalid("endDate", "range_too_long"));

  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinic = await lockClinic(tx, clinicId);
      if (!clinic) return refuse(refusal("NOT_FOUND"));
      const slotMinutes = parsed.value.slotMinutes ?? clinic.slotMinutes;
      const drafts = draftSlots({
        from: startDate,
        to: endDate,
        ...(await clinicHours(clinicId, startDate, endDate, tx)),
        zone: clinic.timeZone,
        slotMinutes,
      });
      const capacity = parsed.value.capacity ?? clinic.slotCapacity;
      const created = await storeSlots(tx, { ...clinic, slotCapacity: capacity }, drafts);
      await noteReach(tx, clinicId, startDate, endDate);
      const starts = drafts.map((draft) => draft.startsAt);
      const existing = (await countSame(tx, clinicId, starts, slotMinutes)) - created;
      const generated = { created, existing, skipped: drafts.length - created - existing };
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "slots.generated",
        subjectType: "clinic",
        subjectId: clinicId,
        detail: { startDate, endDate, slotMinutes, capacity, ...generated },
      });
      return ok(generated);
    }),
  );
}

function invalid(path: string, message: string) {
  return { ...refusal("VALIDATION"), errors: [{ path, message }] };
}

async function countSame(tx: Transaction, clinicId: string, starts: number[], slotMinutes: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ same: number }[]>`
    SELECT count(*)::int AS same FROM unnest(${starts}::float8[]) AS start
    JOIN time_slot ON clinic_id = ${clinicId}::uuid AND starts_at = to_timestamp(start / 1000)
      AND ends_at = to_timestamp(start / 1000) + make_interval(mins => ${slotMinutes}::int)`;
  return row?.same ?? 0;
}
