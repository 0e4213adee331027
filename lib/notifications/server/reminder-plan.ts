import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import { orRefusal } from "#lib/scheduling/server/refused-by-database.ts";
import type { WallTime } from "#lib/time.ts";
import { reminderPlanSchema } from "../reminder-schema.ts";
import { reminderPlan } from "../reminders.ts";

export interface ReminderPlan {
  /** Minutes before the appointment, longest first. */
  reminderMinutes: number[];
  dailySheetTime: WallTime | null;
}

/** When a clinic reminds its patients, and its front desk of the day. For admins. */
export async function findReminderPlan(
  actor: Actor,
  { clinicId }: { clinicId: string },
): Promise<Result<ReminderPlan>> {
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const [row] = await db.$queryRaw<ReminderPlan[]>`
    SELECT reminder_minutes AS "reminderMinutes", to_char(daily_sheet_time, 'HH24:MI') AS "dailySheetTime"
    FROM clinic WHERE id = ${clinicId}::uuid`;
  return row ? ok({ ...row, reminderMinutes: reminderPlan(row.reminderMinutes) }) : refuse(refusal("NOT_FOUND"));
}

/** Changes both. What waits in the outbox is held against the new plan before it is sent. */
export async function saveReminderPlan(actor: Actor, input: unknown): Promise<Result<ReminderPlan>> {
  const parsed = parseInput(reminderPlanSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, dailySheetTime } = parsed.value;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const plan = { reminderMinutes: reminderPlan(parsed.value.reminderMinutes), dailySheetTime };
  return orRefusal(() =>
    inTransaction(async (tx) => {
      await tx.$executeRaw`
        UPDATE clinic SET reminder_minutes = ${plan.reminderMinutes}::int[], daily_sheet_time = ${dailySheetTime}::time,
          updated_at = now()
        WHERE id = ${clinicId}::uuid`;
      const about = { subjectType: "clinic", subjectId: clinicId, detail: plan };
      await recordAudit(tx, { clinicId, actor, action: "clinic.reminders_changed", ...about });
      return ok(plan);
    }),
  );
}
