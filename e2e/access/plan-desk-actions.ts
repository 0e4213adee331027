import type { HtmlForm } from "../forms.ts";
import type { Action, Fields } from "./action.ts";
import { form } from "./pick-form.ts";

const team = ["staff", "admin"] as const;

function pressed(forms: HtmlForm[], text: string): Fields {
  const found = forms.find(({ buttons }) => buttons.some((button) => button.text === text));
  const button = found?.buttons.find((each) => each.text === text);
  if (!found || !button) throw new Error(`No form has a button ${text}.`);
  return [...found.fields, [button.name ?? "", button.value ?? ""]];
}

/** Care plans at the front desk. */
export const planDeskActions: Record<string, Action> = {
  "staff/plans/actions.ts#takeCarePlanStep": {
    may: team,
    by: "staff",
    at: ({ planId }) => `/staff/plans/${planId}`,
    fill: (forms) => pressed(forms, "Mark as paid"),
  },
  "staff/plans/[id]/visits/[sequence]/actions.ts#placeByHand": {
    may: team,
    by: "staff",
    at: ({ unplacedVisit }) => unplacedVisit.path,
    fill: (forms, { unplacedVisit }) => form(forms, ["id", "sequence"], { startsAt: unplacedVisit.placeAt }),
  },
};
