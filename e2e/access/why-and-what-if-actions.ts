import type { HtmlForm } from "../forms.ts";
import type { Action, Fields } from "./action.ts";

/** The first form with a button of that name, and the first of its buttons. */
function pressedNamed(forms: HtmlForm[], name: string): Fields {
  const found = forms.find(({ buttons }) => buttons.some((button) => button.name === name));
  const button = found?.buttons.find((each) => each.name === name);
  if (!found || !button) {
    const texts = forms.flatMap(({ buttons }) => buttons.map(({ text }) => text));
    throw new Error(`No form has a button named ${name}, only: ${texts.join(", ")}.`);
  }
  return [...found.fields, [name, button.value ?? ""]];
}

/** The form whose button says so. */
const saying = (forms: HtmlForm[], text: string) =>
  forms.find(({ buttons }) => buttons.some((button) => button.text === text))?.fields ?? [];

const ofPatient = ({ appointmentId }: { appointmentId: string }) => `/patient/appointments/${appointmentId}`;

/** Other times for appointments that no longer fit. */
export const whyAndWhatIfActions: Record<string, Action> = {
  "staff/stranded/actions.ts#offerAnother": {
    may: ["staff", "admin"],
    by: "staff",
    at: () => "/staff/stranded",
    fill: (forms) => pressedNamed(forms, "offer"),
  },
  "staff/stranded/actions.ts#withdrawOffer": {
    may: ["staff", "admin"],
    by: "staff",
    at: ({ appointmentId }) => `/staff/stranded?of=${appointmentId}`,
    fill: (forms) => saying(forms, "Take the offer back"),
  },
  "staff/stranded/actions.ts#takeForPatient": {
    may: ["staff", "admin"],
    by: "staff",
    at: ({ appointmentId }) => `/staff/stranded?of=${appointmentId}`,
    fill: (forms) => saying(forms, "The patient takes it"),
  },
  // The desk answers for the patient as well, by whichever form.
  "patient/appointments/[id]/replacement/actions.ts#leaveReplacement": {
    may: ["patient", "staff", "admin"],
    by: "patient",
    at: ofPatient,
    fill: (forms) => saying(forms, "No, thank you"),
  },
  "patient/appointments/[id]/replacement/actions.ts#takeReplacement": {
    may: ["patient", "staff", "admin"],
    by: "patient",
    at: ofPatient,
    fill: (forms) => saying(forms, "Take this time"),
  },
};

/** About nothing but what the caller's own link opened. */
export const linkedReplacementActions: Record<string, "everyone"> = {
  "(public)/appointment/replacement/actions.ts#takeByLink": "everyone",
  "(public)/appointment/replacement/actions.ts#leaveByLink": "everyone",
};
