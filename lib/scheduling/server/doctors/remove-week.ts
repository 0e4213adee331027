import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Result } from "#lib/result.ts";
import { removeWeekSchema } from "../../schema.ts";
import { removing } from "../../week-changes.ts";
import type { WeekInTime } from "../../weeks.ts";
import { parseInput } from "../parse-input.ts";
import { changeWeeks } from "./change-weeks.ts";

/** Takes a week away that begins on a certain day: the one before it goes on instead. For that doctor, and for admins. */
export async function removeWeek(actor: Actor, input: unknown): Promise<Result<WeekInTime[]>> {
  const parsed = parseInput(removeWeekSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId, from } = parsed.value;
  return changeWeeks(actor, {
    clinicId,
    doctorId,
    action: "weekly_hours.removed",
    plan: (weeks) => removing(weeks, from),
    fieldOf: () => "from",
  });
}
