import type { PlanPlace } from "#lib/scheduling/plan-view.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";

/** What waits for one answer: a request, or all visits of a care plan that wait. */
export type Waiting<Request extends Pick<AppointmentView, "plan" | "startsAt">> =
  | { plan: null; request: Request }
  | { plan: PlanPlace; visits: [Request, Request, ...Request[]] };

/** Requests as they are answered: those of one plan together, by time, in the place of the first of them. */
export function gatherRequests<Request extends Pick<AppointmentView, "plan" | "startsAt">>(
  requests: readonly Request[],
): Waiting<Request>[] {
  const ofPlan = Map.groupBy(requests, ({ plan }) => plan?.id ?? null);
  const told = new Set<string>();
  return requests.flatMap((request): Waiting<Request>[] => {
    const { plan } = request;
    if (plan === null) return [{ plan: null, request }];
    if (told.has(plan.id)) return [];
    told.add(plan.id);
    const [first, second, ...others] = (ofPlan.get(plan.id) ?? []).toSorted((a, b) => a.startsAt - b.startsAt);
    return first && second ? [{ plan, visits: [first, second, ...others] }] : [{ plan: null, request }];
  });
}
