import "server-only";
import { cache } from "react";
import { type Actor, type GuestActor, hasRole } from "#lib/auth/actor.ts";
import { guestByPlanLink } from "#lib/auth/guest.ts";
import { currentActor } from "#lib/auth/session.ts";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { madePlanToken } from "../../made-cookie.ts";

export interface MadePlan {
  plan: PlanView;
  /** Where whoever made it runs it from now on. */
  home: string;
  madeBy: "guest" | "patient" | "staff";
}

/** A plan that was just made, for its patient, for the browser of its guest, or for the staff who made it. */
export const madePlan = cache(async (id: string): Promise<MadePlan | null> => {
  const [actor, token] = await Promise.all([currentActor(), madePlanToken()]);
  const own = actor && (await planOf(actor, id));
  if (actor && own?.patientId === actor.userId) return { plan: own, home: `/patient/plans/${id}`, madeBy: "patient" };
  if (actor && own && hasRole(actor, own.clinicId, "staff")) {
    return { plan: own, home: `/staff/plans/${id}`, madeBy: "staff" };
  }
  const guest = token ? await guestByPlanLink(token) : null;
  const plan = guest && (await planOf(guest, id));
  return plan && { plan, home: "/plan", madeBy: "guest" };
});

async function planOf(actor: Actor | GuestActor, id: string): Promise<PlanView | null> {
  const found = await findPlan(actor, { id });
  return found.ok ? found.value : null;
}
