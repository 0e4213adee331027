import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type BusinessHours, problemsInWeek } from "../hours.ts";
import { refusal } from "../refusal.ts";
import { replaceBusinessHoursSchema } from "../schema.ts";
import { businessHours } from "./business-hours.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";

const weekdays = [0, 1, 2, 3, 4, 5, 6];

/**
 * Puts a new week in place of the old one, whole or not at all; a day without shifts is closed. Slots that are already
 * there stay: generating adds the new ones. For admins.
 */
export async function replaceBusinessHours(actor: Actor, input: unknown): Promise<Result<BusinessHours[]>> {
  const parsed = parseInput(replaceBusinessHoursSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, hours } = parsed.value;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const week = hours.map((shift) => ({ ...shift, isClosed: false }));
  const problems = problemsInWeek(week);
  if (problems.length > 0) {
    const errors = problems.map(({ path, code }) => ({ path: `hours.${path}`, message: code }));
    return refuse({ ...refusal("VALIDATION"), errors });
  }

  return orRefusal(() =>
    inTransaction(async (tx) => {
      // Two admins who save at once take turns, and the later week stays whole.
      await tx.$executeRaw`SELECT 1 FROM clinic WHERE id = ${clinicId}::uuid FOR NO KEY UPDATE`;
      await tx.businessHours.deleteMany({ where: { clinicId } });
      await tx.$executeRaw`
        INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time)
        SELECT ${clinicId}::uuid, day, opens, closes
        FROM unnest(${week.map((shift) => shift.dayOfWeek)}::smallint[], ${week.map((shift) => shift.openTime)}::time[],
          ${week.map((shift) => shift.closeTime)}::time[]) AS shift (day, opens, closes)`;
      const closed = weekdays.filter((day) => !week.some((shift) => shift.dayOfWeek === day));
      await tx.businessHours.createMany({ data: closed.map((dayOfWeek) => ({ clinicId, dayOfWeek, isClosed: true })) });
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "business_hours.replaced",
        subjectType: "clinic",
        subjectId: clinicId,
        detail: { hours },
      });
      return ok(await businessHours(clinicId, tx));
    }),
  );
}
