import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import type { Result } from "#lib/result.ts";
import { cancelAppointmentSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { transition } from "./transition.ts";

/** Calls an appointment off and frees its place; a patient may until the deadline. */
export async function cancelAppointment(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(cancelAppointmentSchema, input);
  return parsed.ok ? transition(actor, { ...parsed.value, to: "cancelled" }, clock) : parsed;
}
