import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { Shift, WeekProblem } from "../../hours.ts";
import { problemsInWeek } from "../../hours.ts";
import { type Refusal, refusal } from "../../refusal.ts";

type WeekdayShift = Shift & { dayOfWeek: number };

const weekdays = [0, 1, 2, 3, 4, 5, 6];

/** What is wrong with a week as it was sent, at its fields; null where it is good. */
export function refusedWeek(hours: readonly WeekdayShift[]): Refusal | null {
  const problems = problemsInWeek(hours.map((shift) => ({ ...shift, isClosed: false })));
  return problems.length === 0 ? null : refusedProblems("hours", problems);
}

export function refusedProblems(list: string, problems: readonly WeekProblem[]): Refusal {
  const errors = problems.map(({ path, code }) => ({ path: `${list}.${path}`, message: code }));
  return { ...refusal("VALIDATION"), errors };
}

/** Puts a week in place of the one there, closed days as rows of their own. `templateId` null: the usual week. */
export async function storeWeek(
  tx: Transaction,
  { clinicId, templateId }: { clinicId: string; templateId: string | null },
  hours: readonly WeekdayShift[],
): Promise<void> {
  await tx.businessHours.deleteMany({ where: { clinicId, templateId } });
  await tx.$executeRaw`
    INSERT INTO business_hours (clinic_id, template_id, day_of_week, open_time, close_time)
    SELECT ${clinicId}::uuid, ${templateId}::uuid, day, opens, closes
    FROM unnest(${hours.map((shift) => shift.dayOfWeek)}::smallint[], ${hours.map((shift) => shift.openTime)}::time[],
      ${hours.map((shift) => shift.closeTime)}::time[]) AS shift (day, opens, closes)`;
  const closed = weekdays.filter((day) => !hours.some((shift) => shift.dayOfWeek === day));
  await tx.$executeRaw`
    INSERT INTO business_hours (clinic_id, template_id, day_of_week, is_closed)
    SELECT ${clinicId}::uuid, ${templateId}::uuid, day, true FROM unnest(${closed}::smallint[]) AS day`;
}
