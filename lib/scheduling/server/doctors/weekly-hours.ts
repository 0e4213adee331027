import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { WeeklyHours } from "../../hours.ts";
import { refusal } from "../../refusal.ts";
import { type WeekInTime, weeksInTime } from "../../weeks.ts";
import { worksAt } from "../records.ts";

/** Whose week, and where. */
export interface WeekOf {
  clinicId: string;
  doctorId: string;
}

/** A doctor's weeks at a clinic, over all of time. For that doctor, and for staff. */
export async function weeklyHours(actor: Actor, week: WeekOf): Promise<Result<WeekInTime[]>> {
  if (!isOwnOrOf(actor, week, "staff") || !(await isDoctorOf(week))) return refuse(refusal("NOT_FOUND"));
  const stretches = await stretchesByClinic(week.doctorId);
  return ok(weeksInTime(stretches.filter(({ clinicId }) => clinicId === week.clinicId)));
}

/** Whether the person is that doctor and at work there, or holds `role` at the clinic. */
export function isOwnOrOf(actor: Actor, { clinicId, doctorId }: WeekOf, role: "staff" | "admin"): boolean {
  return (actor.doctorId === doctorId && hasRole(actor, clinicId, "doctor")) || hasRole(actor, clinicId, role);
}

/** Whether a row is the doctor's that was named; where none was, whose it is decides. */
export function isTheirs(row: { doctorId: string }, doctorId: string | undefined): boolean {
  return doctorId === undefined || row.doctorId === doctorId;
}

export async function isDoctorOf({ clinicId, doctorId }: WeekOf, tx: Transaction = db): Promise<boolean> {
  return (await tx.doctor.count({ where: { id: doctorId, ...worksAt(clinicId) } })) > 0;
}

/** Who changes what a doctor does takes turns, also at two clinics, and sees what the one before left. */
export async function lockDoctor(tx: Transaction, doctorId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM doctor WHERE id = ${doctorId}::uuid FOR NO KEY UPDATE`;
}

/** Wherever the doctor works. Wall times are read as text: a day may end at 24:00, which no Date can say. */
export async function stretchesByClinic(
  doctorId: string,
  tx: Transaction = db,
): Promise<(WeeklyHours & { clinicId: string })[]> {
  return tx.$queryRaw<(WeeklyHours & { clinicId: string })[]>`
    SELECT clinic_id AS "clinicId", day_of_week::int AS "dayOfWeek", to_char(start_time, 'HH24:MI') AS "startTime",
      to_char(end_time, 'HH24:MI') AS "endTime", valid_from::text AS "validFrom", valid_to::text AS "validTo"
    FROM weekly_hours WHERE doctor_id = ${doctorId}::uuid`;
}
