import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Day } from "../../capacity.ts";
import { refusal } from "../../refusal.ts";
import { setDayCapacitySchema } from "../../schema.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";

/** How many appointments a day takes over all its slots; null for as many as the slots hold. For staff. */
export async function setDayCapacity(actor: Actor, input: unknown): Promise<Result<Day>> {
  const parsed = parseInput(setDayCapacitySchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, localDate, capacity } = parsed.value;
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  return orRefusal(() =>
    inTransaction(async (tx) => {
      // Not Prisma's upsert: it names `booked` too, which only the counting triggers may write.
      const [day] = await tx.$queryRaw<{ booked: number }[]>`
        INSERT INTO clinic_day (clinic_id, local_date, capacity)
        VALUES (${clinicId}::uuid, ${localDate}::date, ${capacity}::int)
        ON CONFLICT (clinic_id, local_date) DO UPDATE SET capacity = excluded.capacity RETURNING booked`;
      if (!day) throw new Error("An upsert returns its row");
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "day.capacity_changed",
        subjectType: "clinic_day",
        subjectId: localDate,
        detail: { capacity },
      });
      return ok({ localDate, capacity, booked: day.booked });
    }),
  );
}
