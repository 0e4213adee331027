import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { addWeekSchema } from "../../schema.ts";
import { adding } from "../../week-changes.ts";
import type { WeekInTime } from "../../weeks.ts";
import { clinicToday } from "../clinic/clinic-today.ts";
import { parseInput } from "../parse-input.ts";
import { changeWeeks } from "./change-weeks.ts";
import { isOwnOrOf } from "./weekly-hours.ts";

/**
 * Other hours take over from a doctor's week: until a day, after which it goes on as it was, or for good, in which case
 * weeks planned for later stay. Appointments already made stay too. For that doctor, and for admins.
 */
export async function addWeek(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WeekInTime[]>> {
  const parsed = parseInput(addWeekSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId, hours, from, until } = parsed.value;
  if (!isOwnOrOf(actor, parsed.value, "admin")) return refuse(refusal("NOT_FOUND"));
  const today = await clinicToday(clinicId, clock);
  if (!today) return refuse(refusal("NOT_FOUND"));
  if (from < today) return refuse({ ...refusal("VALIDATION"), errors: [{ path: "from", message: "past" }] });
  if (until !== null && until < from) {
    return refuse({ ...refusal("VALIDATION"), errors: [{ path: "until", message: "before_start" }] });
  }
  return changeWeeks(actor, {
    clinicId,
    doctorId,
    action: "weekly_hours.added",
    plan: (weeks) => adding(weeks, from, until, hours),
  });
}
