import "server-only";
import type { Actor, AnsweringActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import type { Result } from "#lib/result.ts";
import { rejectAppointmentSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { transition } from "./transition.ts";

/** Declines a request; the patient is told the reason. */
export async function rejectAppointment(
  actor: Actor | AnsweringActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(rejectAppointmentSchema, input);
  return parsed.ok ? transition(actor, { ...parsed.value, to: "rejected" }, clock) : parsed;
}
