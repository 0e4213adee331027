import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { type Result, refuse } from "#lib/result.ts";
import { visitSchema } from "../../plan-schema.ts";
import { refusal } from "../../refusal.ts";
import type { WrittenAppointment } from "../../view.ts";
import { transition } from "../appointments/transition.ts";
import { databaseNow } from "../database-now.ts";
import { parseInput } from "../parse-input.ts";
import { findVisit } from "./find-visit.ts";

/** Calls one visit of a plan off, as its appointment is: until its deadline, later by staff with a reason. */
export async function cancelVisit(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(visitSchema, input);
  if (!parsed.ok) return parsed;
  const { id, sequence, reason } = parsed.value;
  const found = await findVisit(actor, id, sequence);
  if (!found) return refuse(refusal("NOT_FOUND"));
  const { appointment, status } = found.visit;
  if (!appointment || status !== "scheduled") {
    return refuse(refusal("ILLEGAL_TRANSITION", { from: status, to: "cancelled" }));
  }
  if (found.party === "patient" && appointment.startsAt.getTime() <= (await databaseNow(clock))) {
    return refuse(refusal("ILLEGAL_TRANSITION", { from: status, to: "cancelled", reason: "begun" }));
  }
  return transition(actor, { id: appointment.id, to: "cancelled", reason }, clock);
}
