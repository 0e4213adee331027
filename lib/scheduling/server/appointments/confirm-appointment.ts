import "server-only";
import type { Actor, AnsweringActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import type { Result } from "#lib/result.ts";
import { appointmentSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { transition } from "./transition.ts";

/** Accepts a request on behalf of its doctor. */
export async function confirmAppointment(
  actor: Actor | AnsweringActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(appointmentSchema, input);
  return parsed.ok ? transition(actor, { ...parsed.value, to: "confirmed" }, clock) : parsed;
}
