import type { HtmlForm } from "../forms.ts";
import type { Samples } from "../samples.ts";
import type { Action, Fields } from "./action.ts";
import { form } from "./pick-form.ts";

/** The form for all that are ticked, with the sample appointment ticked in it. */
function bulkForm(forms: HtmlForm[], { appointmentId }: Samples): Fields {
  const found = forms.find(
    ({ fields, buttons }) =>
      !fields.some(([name]) => name === "id") &&
      buttons.some(({ name, value }) => name === "to" && value === "confirmed"),
  );
  if (!found) throw new Error("No form confirms several appointments.");
  return [...found.fields, ["chosen", appointmentId], ["to", "confirmed"]];
}

const newTime = (forms: HtmlForm[]) => form(forms, ["id", "version", "startsAt"]);

/** Another time for an appointment, and several appointments at once. */
export const movingActions: Record<string, Action> = {
  // The desk and the doctor concerned may move it as well, by whichever form.
  "patient/appointments/[id]/move/actions.ts#move": {
    may: ["patient", "doctor", "staff", "admin"],
    by: "patient",
    at: ({ appointmentId, moveTo }) => `/patient/appointments/${appointmentId}/move?startsAt=${moveTo}`,
    fill: newTime,
  },
  "doctor/appointments/[id]/move/actions.ts#moveOwn": {
    may: ["doctor"],
    by: "doctor",
    at: ({ appointmentId, moveTo }) => `/doctor/appointments/${appointmentId}/move?startsAt=${moveTo}`,
    fill: newTime,
  },
  "staff/appointments/[id]/move/actions.ts#moveAny": {
    may: ["staff", "admin"],
    by: "staff",
    at: ({ appointmentId, moveTo }) => `/staff/appointments/${appointmentId}/move?startsAt=${moveTo}`,
    fill: newTime,
  },
  "doctor/actions.ts#takeOwnSteps": {
    may: ["doctor"],
    by: "doctor",
    at: () => "/doctor",
    fill: bulkForm,
  },
  "staff/actions.ts#takeAnySteps": {
    may: ["staff", "admin"],
    by: "staff",
    at: ({ date }) => `/staff/${date}`,
    fill: bulkForm,
  },
};
