import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type AnyActor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { datesFrom, daysBetween, localDateOf } from "#lib/time.ts";
import { refusal } from "../../refusal.ts";
import { regenerateSlotsSchema } from "../../schema.ts";
import { slotLimits } from "../../slot.ts";
import type { SlotsRegenerated } from "../../view.ts";
import { clinicHours } from "../clinic/business-hours.ts";
import { databaseNow } from "../database-now.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { regenerate } from "./regenerate.ts";
import { lockClinic, noteReach } from "./store-slots.ts";

/**
 * Lets the slots of some days, from today on and at most 90, follow the clinic's hours: free slots that they no longer
 * ask for go, missing ones come, booked ones stay. For staff.
 */
export async function regenerateSlots(
  actor: AnyActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<SlotsRegenerated>> {
  const parsed = parseInput(regenerateSlotsSchema, input);
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
      const now = await databaseNow(clock, tx);
      if (startDate < localDateOf(now, clinic.timeZone)) return refuse(invalid("startDate", "past_day"));
      const dates = datesFrom(startDate, endDate);
      const hours = await clinicHours(clinicId, startDate, endDate, tx);
      const regenerated = await regenerate(tx, { clinic, dates, hours, before: null, now });
      await noteReach(tx, clinicId, startDate, endDate);
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "slots.regenerated",
        subjectType: "clinic",
        subjectId: clinicId,
        detail: { startDate, endDate, ...regenerationDetail(regenerated) },
      });
      return ok(regenerated);
    }),
  );
}

/** What of a regeneration stands in the audit log: numbers, and appointments by their ids. */
export function regenerationDetail({ appointments, ...numbers }: SlotsRegenerated) {
  return { ...numbers, appointments: appointments.map((appointment) => appointment.id) };
}

function invalid(path: string, message: string) {
  return { ...refusal("VALIDATION"), errors: [{ path, message }] };
}
