import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { problemsInWeeklyHours, type WeeklyShift } from "../hours.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { replaceWeeklyHoursSchema } from "../schema.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { isDoctorOf, isOwnWeek, usualWeek } from "./weekly-hours.ts";

interface Week {
  clinicId: string;
  doctorId: string;
  hours: WeeklyShift[];
}

/**
 * Puts a new usual week in place of the doctor's old one at a clinic, whole or not at all. Appointments already made
 * stay, and so do hours for certain dates. For that doctor, and for admins.
 */
export async function replaceWeeklyHours(actor: Actor, input: unknown): Promise<Result<WeeklyShift[]>> {
  const parsed = parseInput(replaceWeeklyHoursSchema, input);
  if (!parsed.ok) return parsed;
  const week: Week = parsed.value;
  const { clinicId, doctorId, hours } = week;
  if (!isOwnWeek(actor, week) && !hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const problems = problemsInWeeklyHours(hours);
  if (problems.length > 0) return refuse(invalid(problems.map(({ path, code }) => ({ path, message: code }))));

  return orRefusal(() =>
    inTransaction(async (tx) => {
      // Two who save at once take turns, also at two clinics of the same doctor, and the later week stays whole.
      await tx.$executeRaw`SELECT 1 FROM doctor WHERE id = ${doctorId}::uuid FOR NO KEY UPDATE`;
      if (!(await isDoctorOf(week, tx))) return refuse(refusal("NOT_FOUND"));
      const taken = await takenElsewhere(tx, week);
      if (taken.length > 0) {
        return refuse(invalid(taken.map((index) => ({ path: `${index}.startTime`, message: "hours_elsewhere" }))));
      }
      await tx.weeklyHours.deleteMany({ where: { clinicId, doctorId, validFrom: null, validTo: null } });
      await tx.$executeRaw`
        INSERT INTO weekly_hours (clinic_id, doctor_id, day_of_week, start_time, end_time)
        SELECT ${clinicId}::uuid, ${doctorId}::uuid, day, starts, ends
        FROM unnest(${days(hours)}::smallint[], ${starts(hours)}::time[], ${ends(hours)}::time[]) AS shift (day, starts, ends)`;
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "weekly_hours.replaced",
        subjectType: "doctor",
        subjectId: doctorId,
        detail: { hours },
      });
      return ok(await usualWeek(week, tx));
    }),
  );
}

const days = (hours: WeeklyShift[]) => hours.map((shift) => shift.dayOfWeek);
const starts = (hours: WeeklyShift[]) => hours.map((shift) => shift.startTime);
const ends = (hours: WeeklyShift[]) => hours.map((shift) => shift.endTime);

/** Which shifts meet hours that stay: the doctor's at another clinic, or for certain dates. */
async function takenElsewhere(tx: Transaction, { clinicId, doctorId, hours }: Week): Promise<number[]> {
  const rows = await tx.$queryRaw<{ index: number }[]>`
    SELECT DISTINCT (n - 1)::int AS index
    FROM unnest(${days(hours)}::smallint[], ${starts(hours)}::time[], ${ends(hours)}::time[])
      WITH ORDINALITY AS shift (day, starts, ends, n)
    JOIN weekly_hours h ON h.day_of_week = day AND h.start_time < ends AND starts < h.end_time
    WHERE h.doctor_id = ${doctorId}::uuid
      AND (h.clinic_id <> ${clinicId}::uuid OR h.valid_from IS NOT NULL OR h.valid_to IS NOT NULL)
    ORDER BY index`;
  return rows.map(({ index }) => index);
}

function invalid(errors: { path: string; message: string }[]): Refusal {
  return { ...refusal("VALIDATION"), errors: errors.map(({ path, message }) => ({ path: `hours.${path}`, message })) };
}
