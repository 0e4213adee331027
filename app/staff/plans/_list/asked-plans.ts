import type { PlanStatus } from "#lib/scheduling/plan-view.ts";

export const planTabs = ["all", "active", "paused", "completed", "cancelled"] as const;
export type PlanTab = (typeof planTabs)[number] & (PlanStatus | "all");

export interface AskedPlans {
  query: string;
  tab: PlanTab;
  /** The last plan of the page before; null on the first. */
  before: string | null;
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an address asks for; anything that makes no sense means all plans from the first on. */
export function askedPlans({ q, status, before }: Record<string, string | string[] | undefined>): AskedPlans {
  return {
    query: typeof q === "string" ? q.trim().slice(0, 120) : "",
    tab: planTabs.find((tab) => tab === status) ?? "all",
    before: typeof before === "string" && id.test(before) ? before : null,
  };
}

export function plansHref({ query, tab, before }: AskedPlans): string {
  const parameters = new URLSearchParams({
    ...(query && { q: query }),
    ...(tab !== "all" && { status: tab }),
    ...(before && { before }),
  });
  return parameters.size > 0 ? `/staff/plans?${parameters}` : "/staff/plans";
}
