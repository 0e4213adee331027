import "server-only";
import { cache } from "react";
import { type PlanHrefs, planHrefs } from "#components/scheduling/plan-hrefs.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";

export interface OwnPlan {
  actor: Actor;
  plan: PlanView;
}

/** A plan that is the reader's own: whoever works here as well has other pages for the plans of others. */
export const ownPlan = cache(async (id: string): Promise<OwnPlan | null> => {
  const actor = await requireActor();
  const found = await findPlan(actor, { id });
  return found.ok && found.value.patientId === actor.userId ? { actor, plan: found.value } : null;
});

export function ownPlanHrefs(id: string): PlanHrefs {
  return planHrefs(`/patient/plans/${encodeURIComponent(id)}`, ({ appointment }) =>
    appointment ? `/api/v1/appointments/${appointment.id}/calendar.ics` : null,
  );
}
