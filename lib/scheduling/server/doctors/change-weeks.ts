import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { problemsInWeeklyHours, type WeeklyHours } from "../../hours.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import { type WeekChange, weeksAfter } from "../../week-changes.ts";
import { meeting, stretchesOf, type WeekInTime, weeksInTime } from "../../weeks.ts";
import { orRefusal } from "../refused-by-database.ts";
import { isDoctorOf, isOwnOrOf, lockDoctor, stretchesByClinic, type WeekOf } from "./weekly-hours.ts";

interface Asked extends WeekOf {
  /** Of the audit line. */
  action: string;
  /** Given the weeks as they are; null when they are no longer what the asker saw. */
  plan: (weeks: WeekInTime[]) => WeekChange | null;
  /** Which field is to blame for a shift that meets hours at another clinic. */
  fieldOf?: (shift: number) => string;
}

/**
 * Changes a doctor's weeks at a clinic, whole or not at all; what commands about weeks share. Appointments already made
 * stay. For that doctor, and for admins.
 * @returns all weeks, as they are now.
 */
export async function changeWeeks(
  actor: Actor,
  { clinicId, doctorId, action, plan, fieldOf = (shift) => `hours.${shift}.startTime` }: Asked,
): Promise<Result<WeekInTime[]>> {
  const of = { clinicId, doctorId };
  if (!isOwnOrOf(actor, of, "admin")) return refuse(refusal("NOT_FOUND"));
  return orRefusal(() =>
    inTransaction(async (tx) => {
      await lockDoctor(tx, doctorId);
      if (!(await isDoctorOf(of, tx))) return refuse(refusal("NOT_FOUND"));
      const stretches = await stretchesByClinic(doctorId, tx);
      const before = weeksInTime(stretches.filter((stretch) => stretch.clinicId === clinicId));
      const change = plan(before);
      if (!change) return refuse(refusal("VERSION_CONFLICT"));

      const { hours, spans } = change;
      const problems = problemsInWeeklyHours(hours).map(({ path, code }) => ({ path: `hours.${path}`, message: code }));
      if (problems.length > 0) return refuse(invalid(problems));
      const elsewhere = stretches.filter((stretch) => stretch.clinicId !== clinicId);
      const taken = meeting(hours, spans, elsewhere);
      if (taken.length > 0) {
        return refuse(invalid(taken.map((shift) => ({ path: fieldOf(shift), message: "hours_elsewhere" }))));
      }

      const weeks = weeksAfter(before, change);
      await store(tx, of, stretchesOf(weeks));
      const detail = { hours: hours.map((shift) => ({ ...shift })), spans: spans.map((span) => ({ ...span })) };
      await recordAudit(tx, { clinicId, actor, action, subjectType: "doctor", subjectId: doctorId, detail });
      return ok(weeks);
    }),
  );
}

async function store(tx: Transaction, { clinicId, doctorId }: WeekOf, stretches: WeeklyHours[]): Promise<void> {
  await tx.weeklyHours.deleteMany({ where: { clinicId, doctorId } });
  await tx.$executeRaw`
    INSERT INTO weekly_hours (clinic_id, doctor_id, day_of_week, start_time, end_time, valid_from, valid_to)
    SELECT ${clinicId}::uuid, ${doctorId}::uuid, day, starts, ends, valid_from, valid_to
    FROM unnest(${stretches.map((row) => row.dayOfWeek)}::smallint[], ${stretches.map((row) => row.startTime)}::time[],
      ${stretches.map((row) => row.endTime)}::time[], ${stretches.map((row) => row.validFrom)}::date[],
      ${stretches.map((row) => row.validTo)}::date[]) AS stretch (day, starts, ends, valid_from, valid_to)`;
}

function invalid(errors: { path: string; message: string }[]): Refusal {
  return { ...refusal("VALIDATION"), errors };
}
