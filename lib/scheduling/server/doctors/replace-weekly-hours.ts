import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Result } from "#lib/result.ts";
import { replaceWeeklyHoursSchema } from "../../schema.ts";
import { replacing } from "../../week-changes.ts";
import type { WeekInTime } from "../../weeks.ts";
import { parseInput } from "../parse-input.ts";
import { changeWeeks } from "./change-weeks.ts";

/**
 * Puts new hours in place of a week's, on the days on which it holds, and of others that shall follow it. Appointments
 * already made stay. For that doctor, and for admins.
 */
export async function replaceWeeklyHours(actor: Actor, input: unknown): Promise<Result<WeekInTime[]>> {
  const parsed = parseInput(replaceWeeklyHoursSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId, hours, from, also } = parsed.value;
  return changeWeeks(actor, {
    clinicId,
    doctorId,
    action: "weekly_hours.replaced",
    plan: (weeks) => replacing(weeks, [from, ...also], hours),
  });
}
