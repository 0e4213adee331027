import type { Action } from "./action.ts";
import { form } from "./pick-form.ts";

const ownProfile = { may: ["doctor", "admin"], by: "doctor", at: () => "/doctor/profile" } as const;
const team = ["doctor", "staff", "admin"] as const;

/** The doctor's calendar and profile, and what of an appointment can be changed besides its time. */
export const doctorWorkspaceActions: Record<string, Action> = {
  "doctor/calendar/actions.ts#rearrange": {
    may: ["doctor"],
    by: "doctor",
    at: () => "/doctor/calendar",
    fill: (forms, { appointmentId, moveTo }) =>
      form(forms, ["id", "startsAt", "endsAt"], {
        id: appointmentId,
        version: "",
        startsAt: moveTo,
        reason: "Sneaked",
      }),
  },
  "_desk/change-visit/actions.ts#changeLength": {
    may: team,
    by: "doctor",
    at: ({ shortVisit }) => `/doctor/appointments/${shortVisit.id}`,
    fill: (forms, { shortVisit }) => form(forms, ["endsAt", "lengthReason"], { endsAt: shortVisit.endsAt }),
  },
  "_desk/change-visit/actions.ts#changeVideoLink": {
    may: team,
    by: "doctor",
    at: ({ videoAppointmentId }) => `/doctor/appointments/${videoAppointmentId}`,
    fill: (forms) => form(forms, ["videoUrl", "version"], { videoUrl: "https://video.example.test/sneaked" }),
  },
  "_desk/doctor-profile/actions.ts#keepProfile": {
    ...ownProfile,
    fill: (forms) => form(forms, ["bio"], { bio: "Sneaked in" }),
  },
  "_desk/doctor-profile/actions.ts#keepPhoto": {
    ...ownProfile,
    fill: (forms) => form(forms, ["photo"], { "photo-do": "remove" }),
  },
  "_desk/doctor-profile/actions.ts#keepPublication": {
    ...ownProfile,
    fill: (forms) => form(forms, ["doi"], { title: "Sneaked in" }),
  },
  "_desk/doctor-profile/actions.ts#dropPublication": {
    ...ownProfile,
    fill: (forms) => {
      const button = forms.flatMap(({ buttons }) => buttons).find(({ name }) => name === "remove");
      return form(forms, ["remove"], { remove: button?.value ?? "" });
    },
  },
};
