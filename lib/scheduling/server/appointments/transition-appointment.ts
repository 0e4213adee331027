import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import type { Result } from "#lib/result.ts";
import { transitionAppointmentSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { transition } from "./transition.ts";

/** Moves an appointment on through its day: arrived, in progress, on hold, done, missed. */
export async function transitionAppointment(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(transitionAppointmentSchema, input);
  return parsed.ok ? transition(actor, parsed.value, clock) : parsed;
}
