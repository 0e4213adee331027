import type { HtmlForm } from "../forms.ts";
import type { Action, Fields } from "./action.ts";

function feedForm(forms: HtmlForm[], words: RegExp): Fields {
  const found = forms.find(({ fields, buttons }) => {
    return fields.some(([name]) => name === "kind") && buttons.some(({ text }) => words.test(text));
  });
  if (!found) throw new Error("No form is about a feed.");
  return found.fields;
}

/** The doctor's feed; one's own as a patient everybody has who is signed in. */
export const calendarActions: Record<string, Action> = {
  "_calendar/actions.ts#makeOwnFeed": {
    may: ["doctor", "otherDoctor"],
    by: "doctor",
    at: () => "/doctor/feed",
    fill: (forms) => feedForm(forms, /address/),
  },
  // Of the feed that the action above made. Whoever else calls it ends their own, and has none.
  "_calendar/actions.ts#endOwnFeed": {
    may: ["doctor"],
    by: "doctor",
    at: () => "/doctor/feed",
    fill: (forms) => feedForm(forms, /Stop/),
  },
};
