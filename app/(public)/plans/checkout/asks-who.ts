import { hasRole } from "#lib/auth/actor.ts";
import type { LoadedPlan } from "../load-plan.ts";

/** Guests say who they are, staff for whom it is; all others make a plan for themselves. */
export function asksWho({ actor, clinic }: Pick<LoadedPlan, "actor" | "clinic">): boolean {
  return actor.kind === "guest" || hasRole(actor, clinic.id, "staff");
}
