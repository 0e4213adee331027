import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { WeeklyShift } from "../hours.ts";
import { refusal } from "../refusal.ts";
import { worksAt } from "./records.ts";

/** Whose week, and where. */
interface WeekOf {
  clinicId: string;
  doctorId: string;
}

/** A doctor's usual week at a clinic, by day and beginning. For that doctor, and for staff. */
export async function weeklyHours(actor: Actor, week: WeekOf): Promise<Result<WeeklyShift[]>> {
  const mayRead = isOwnWeek(actor, week) || hasRole(actor, week.clinicId, "staff");
  if (!mayRead || !(await isDoctorOf(week))) return refuse(refusal("NOT_FOUND"));
  return ok(await usualWeek(week));
}

/** Whether the person is that doctor, and at work there. */
export function isOwnWeek(actor: Actor, { clinicId, doctorId }: WeekOf): boolean {
  return actor.doctorId === doctorId && hasRole(actor, clinicId, "doctor");
}

export async function isDoctorOf({ clinicId, doctorId }: WeekOf, tx: Transaction = db): Promise<boolean> {
  return (await tx.doctor.count({ where: { id: doctorId, ...worksAt(clinicId) } })) > 0;
}

/** What holds every week; stretches for certain dates are not part of it. */
export async function usualWeek({ clinicId, doctorId }: WeekOf, tx: Transaction = db): Promise<WeeklyShift[]> {
  return tx.$queryRaw<WeeklyShift[]>`
    SELECT day_of_week::int AS "dayOfWeek", to_char(start_time, 'HH24:MI') AS "startTime",
      to_char(end_time, 'HH24:MI') AS "endTime"
    FROM weekly_hours
    WHERE doctor_id = ${doctorId}::uuid AND clinic_id = ${clinicId}::uuid AND valid_from IS NULL AND valid_to IS NULL
    ORDER BY day_of_week, start_time`;
}
