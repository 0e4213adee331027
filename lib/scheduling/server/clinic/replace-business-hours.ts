import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type BusinessHours, usualWeek } from "../../hours.ts";
import { refusal } from "../../refusal.ts";
import { replaceBusinessHoursSchema } from "../../schema.ts";
import type { SlotsRegenerated } from "../../view.ts";
import { refusedWeek } from "../doctors/store-week.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { lockClinic } from "../slots/store-slots.ts";
import { businessHours } from "./business-hours.ts";
import { saveUsualWeek } from "./save-usual-week.ts";

export interface HoursReplaced {
  /** The usual week as it is now. */
  hours: BusinessHours[];
  slots: SlotsRegenerated;
}

/**
 * Puts a new usual week in place of the old one, whole or not at all; a day without shifts is closed. Slots follow, and
 * templates stay. For admins.
 */
export async function replaceBusinessHours(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<HoursReplaced>> {
  const parsed = parseInput(replaceBusinessHoursSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, hours } = parsed.value;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const refused = refusedWeek(hours);
  if (refused) return refuse(refused);

  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinic = await lockClinic(tx, clinicId);
      if (!clinic) return refuse(refusal("NOT_FOUND"));
      const slots = await saveUsualWeek(tx, { actor, clock, clinic, hours });
      return ok({ hours: usualWeek(await businessHours(clinicId, tx)), slots });
    }),
  );
}
