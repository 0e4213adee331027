import { askers } from "../samples.ts";
import type { Action } from "./action.ts";
import { form } from "./pick-form.ts";

/** Access for programs: everybody makes their own, and ends no others. */
export const tokenActions: Record<string, Action> = {
  "(account)/account/tokens/actions.ts#makeToken": {
    may: askers.filter((asker) => asker !== "visitor"),
    by: "staff",
    at: () => "/account/tokens",
    fill: (forms) => form(forms, ["name", "expiresInDays"], { name: "Spreadsheet" }),
  },
  // The one that the action above made.
  "(account)/account/tokens/actions.ts#endToken": {
    may: ["staff"],
    by: "staff",
    at: () => "/account/tokens",
    fill: (forms) => form(forms, ["id"]),
  },
};
