/** What is done with a care plan and its visits by one press at the desk. */
export const planSteps = [
  "pause",
  "resume",
  "cancel_plan",
  "confirm_visits",
  "place_visit",
  "skip_visit",
  "cancel_visit",
  "unpaid",
  "paid",
  "refunded",
] as const;

export type PlanStep = (typeof planSteps)[number];

export function isPlanStep(step: unknown): step is PlanStep {
  return planSteps.some((known) => known === step);
}

/** Where the answer to a step is shown: at the visit, or at the plan as a whole. */
export function planPlace(id: string, sequence?: number | string | null): string {
  return sequence ? `${id}/${sequence}` : id;
}
