import "server-only";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { Shift, WeekProblem } from "../../hours.ts";
import { problemsInWeek } from "../../hours.ts";
import { type Refusal, refusal } from "../../refusal.ts";

export type WeekdayShift = Shift & { dayOfWeek: number };

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

/**
 * Puts a week in place of the one there, closed days as rows of their own. A shift that was there stays the row that it
 * is; a new one takes the id that it is given. `templateId` null: the usual week.
 */
export async function storeWeek(
  tx: Transaction,
  { clinicId, templateId }: { clinicId: string; templateId: string | null },
  hours: readonly (WeekdayShift & { id?: string })[],
): Promise<void> {
  const shifts = Prisma.sql`unnest(${hours.map(({ id }) => id ?? null)}::uuid[],
    ${hours.map((shift) => shift.dayOfWeek)}::smallint[], ${hours.map((shift) => shift.openTime)}::time[],
    ${hours.map((shift) => shift.closeTime)}::time[]) AS shift (id, day, opens, closes)`;
  const isShift = Prisma.sql`day_of_week = shift.day AND open_time = shift.opens AND close_time = shift.closes`;
  const ofWeek = Prisma.sql`clinic_id = ${clinicId}::uuid AND template_id IS NOT DISTINCT FROM ${templateId}::uuid`;
  await tx.$executeRaw`
    DELETE FROM business_hours WHERE ${ofWeek} AND NOT EXISTS (SELECT FROM ${shifts} WHERE ${isShift})`;
  await tx.$executeRaw`
    INSERT INTO business_hours (id, clinic_id, template_id, day_of_week, open_time, close_time)
    SELECT coalesce(shift.id, uuid_v7()), ${clinicId}::uuid, ${templateId}::uuid, day, opens, closes
    FROM ${shifts} WHERE NOT EXISTS (SELECT FROM business_hours WHERE ${ofWeek} AND ${isShift})`;
  const closed = weekdays.filter((day) => !hours.some((shift) => shift.dayOfWeek === day));
  await tx.$executeRaw`
    INSERT INTO business_hours (clinic_id, template_id, day_of_week, is_closed)
    SELECT ${clinicId}::uuid, ${templateId}::uuid, day, true FROM unnest(${closed}::smallint[]) AS day`;
}
