import { planPath, samplePlan } from "../plans.ts";
import { askers } from "../samples.ts";
import type { Action } from "./action.ts";
import type { OpenAction } from "./actions.ts";
import { form } from "./pick-form.ts";

const contact = { "contact.name": "Sneaked In", "contact.email": "sneaked-in@example.test" };

/** Says the same of every number and writes to nobody but the plan's own guest. */
export const openPlanActions: Record<string, OpenAction> = {
  "(public)/plans/link/actions.ts#sendPlanLink": "everyone",
};

/** Making a plan: guests and staff say for whom, all others make it for themselves. */
export const planWizardActions: Record<string, Action> = {
  "(public)/plans/checkout/actions.ts#makePlan": {
    may: askers,
    by: "staff",
    at: () => planPath("checkout", samplePlan()),
    fill: (forms) => form(forms, ["plan", "visits", "key", "contact.name"], contact),
  },
};
