import "server-only";
import { cache } from "react";
import { type PlanHrefs, planHrefs } from "#components/scheduling/plan-hrefs.ts";
import type { GuestActor } from "#lib/auth/actor.ts";
import { guestByPlanLink } from "#lib/auth/guest.ts";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { readLinkToken } from "../../(account)/_parts/link-cookie.ts";

export interface LinkedPlan {
  guest: GuestActor;
  plan: PlanView;
}

/** What the mailed link opened that this browser came by; null alike for unknown, foreign and replaced ones. */
export const linkedPlan = cache(async (): Promise<LinkedPlan | null> => {
  const token = await readLinkToken();
  const guest = token === null ? null : await guestByPlanLink(token);
  if (!guest?.subscriptionId) return null;
  const found = await findPlan(guest, { id: guest.subscriptionId });
  return found.ok ? { guest, plan: found.value } : null;
});

export const guestHrefs: PlanHrefs = planHrefs("/plan", ({ sequence }) => `/plan/visits/${sequence}/calendar.ics`);
