import type { HtmlForm } from "../forms.ts";
import { askers } from "../samples.ts";
import type { Action, Fields } from "./action.ts";
import { form } from "./pick-form.ts";

const signedIn = askers.filter((asker) => asker !== "visitor");

/** The form with a button that begins so. */
function withButton(forms: HtmlForm[], text: string): Fields {
  const found = forms.find(({ buttons }) => buttons.some((button) => button.text.startsWith(text)));
  if (!found) throw new Error(`No form has a button ${text}.`);
  return found.fields;
}

/** The waiting list, for patients and for the front desk. */
export const waitingActions: Record<string, Action> = {
  "patient/waiting/new/actions.ts#join": {
    // Everybody who is signed in waits for themselves.
    may: signedIn,
    by: "patient",
    at: ({ service }) => `/patient/waiting/new?service=${service}`,
    fill: (forms) => form(forms, ["untilDate"], { fromTime: "03:00", toTime: "03:30" }),
  },
  "patient/waiting/actions.ts#acceptPlace": {
    may: ["patient"],
    by: "patient",
    at: () => "/patient/waiting",
    fill: (forms) => withButton(forms, "Take this place"),
  },
  "patient/waiting/actions.ts#declinePlace": {
    may: ["patient"],
    by: "patient",
    at: () => "/patient/waiting",
    fill: (forms) => withButton(forms, "Let it go"),
  },
  // The front desk may take somebody out as well, by whichever form.
  "patient/waiting/actions.ts#stopWaiting": {
    may: ["patient", "staff", "admin"],
    by: "patient",
    at: () => "/patient/waiting",
    fill: (forms) => withButton(forms, "Stop waiting"),
  },
  "staff/waiting/actions.ts#takeOut": {
    may: ["staff", "admin"],
    by: "staff",
    at: () => "/staff/waiting",
    fill: (forms) => withButton(forms, "Take out"),
  },
};
