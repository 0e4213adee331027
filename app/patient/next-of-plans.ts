import type { AppointmentView } from "#lib/scheduling/view.ts";

/** What lies ahead, by time, with only the next visit of each care plan: the plan's own page has all the others. */
export function nextOfPlans(upcoming: readonly AppointmentView[]): AppointmentView[] {
  const seen = new Set<string>();
  return upcoming.filter(({ plan }) => {
    if (!plan) return true;
    const isFirst = !seen.has(plan.id);
    seen.add(plan.id);
    return isFirst;
  });
}
