import type { HtmlForm } from "../forms.ts";
import { askers, type Samples } from "../samples.ts";
import type { Action, Fields } from "./action.ts";
import { form } from "./pick-form.ts";

const signedIn = askers.filter((asker) => asker !== "visitor");
const team = ["staff", "admin"] as const;

const remarks = (forms: HtmlForm[]): Fields => form(forms, ["internalNotes"], { internalNotes: "Hard of hearing" });

/** The path of a step of booking several services, for two of them. */
export function severalPath(step: string, { service, severalStartsAt }: Samples): string {
  return `/book/several${step}?service=blood-test&doctor=&service=${service}&doctor=&startsAt=${severalStartsAt}`;
}

/** Booking at the front desk and several services at once, and what the team says about an appointment. */
export const bookingRulesActions: Record<string, Action> = {
  "(public)/book/several/check/actions.ts#bookSeveral": {
    // Everybody who is signed in books for themselves.
    may: signedIn,
    by: "patient",
    at: (samples) => severalPath("/check", samples),
    fill: (forms) => form(forms, ["startsAt"]),
  },
  "staff/book/time/actions.ts#bookAtDesk": {
    may: team,
    by: "staff",
    at: ({ service }) => `/staff/book/time?person=walk-in&service=${service}`,
    fill: (forms) => {
      // Others book too: whatever is free now.
      const times = forms.flatMap(({ choices }) => choices).filter(([name]) => name === "startsAt");
      const startsAt = times.at(-1)?.[1] ?? "";
      return form(forms, ["contact.name"], {
        "contact.name": "Sneaked In",
        "contact.phone": "020 7946 0000",
        startsAt,
      });
    },
  },
  "staff/appointments/[id]/actions.ts#saveAnyRemarks": {
    may: team,
    by: "staff",
    at: ({ appointmentId }) => `/staff/appointments/${appointmentId}`,
    fill: remarks,
  },
  "doctor/appointments/[id]/actions.ts#saveOwnRemarks": {
    may: ["doctor"],
    by: "doctor",
    at: ({ appointmentId }) => `/doctor/appointments/${appointmentId}`,
    fill: remarks,
  },
  "staff/appointments/[id]/actions.ts#countMissed": {
    may: team,
    by: "staff",
    at: ({ missedId }) => `/staff/appointments/${missedId}`,
    fill: (forms) => form(forms, ["waived"]),
  },
};
