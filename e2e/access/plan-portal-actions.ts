import type { Samples } from "../samples.ts";
import type { Action } from "./action.ts";
import type { OpenAction } from "./actions.ts";
import { form } from "./pick-form.ts";

/** About nothing but the plan that the caller's own link opened. */
export const linkedPlanActions: Record<string, OpenAction> = {
  "(public)/plan/actions.ts#cancelPlanByLink": "everyone",
  "(public)/plan/actions.ts#cancelVisitByLink": "everyone",
  "(public)/plan/actions.ts#moveVisitByLink": "everyone",
  "(public)/plan/actions.ts#pauseByLink": "everyone",
  "(public)/plan/actions.ts#resumeByLink": "everyone",
  "(public)/plan/actions.ts#skipVisitByLink": "everyone",
};

const own = { may: ["patient"], by: "patient" } as const;
const at =
  (step: string) =>
  ({ planId }: Samples) =>
    `/patient/plans/${planId}/${step}`;

/** A patient's own plans; the desk has pages of its own for them. */
export const planPortalActions: Record<string, Action> = {
  "patient/plans/actions.ts#pauseOwn": { ...own, at: at("pause"), fill: (forms) => form(forms, ["id", "version"]) },
  "patient/plans/actions.ts#resumeOwn": {
    ...own,
    at: ({ pausedPlanId }) => `/patient/plans/${pausedPlanId}/resume`,
    fill: (forms) => form(forms, ["id", "version"]),
  },
  "patient/plans/actions.ts#cancelOwnPlan": {
    ...own,
    at: at("cancel"),
    fill: (forms) => form(forms, ["id", "version", "reason"]),
  },
  "patient/plans/actions.ts#cancelOwnVisit": {
    ...own,
    at: at("visits/2/cancel"),
    fill: (forms) => form(forms, ["id", "sequence", "reason"]),
  },
  "patient/plans/actions.ts#skipOwnVisit": {
    ...own,
    at: at("visits/2/skip"),
    fill: (forms) => form(forms, ["id", "sequence", "reason"]),
  },
  "patient/plans/actions.ts#moveOwnVisit": {
    ...own,
    at: (samples) => `${at("visits/3/move")(samples)}?startsAt=${samples.planMoveTo}`,
    fill: (forms) => form(forms, ["id", "version", "startsAt"]),
  },
  "patient/plans/actions.ts#addToAccount": {
    ...own,
    at: () => "/patient/plans",
    fill: (forms) => form(forms, ["id"]),
  },
};
