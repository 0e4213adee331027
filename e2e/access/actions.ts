import { demoPassword } from "#lib/accounts/demo.ts";
import type { HtmlForm } from "../forms.ts";
import { type Asker, askers, type Samples } from "../samples.ts";

export type Fields = [name: string, value: string][];

export interface Action {
  /** Everybody whose call it answers; for all others nothing may change. */
  may: readonly Asker[];
  /** One of them, whose call changes something when the form is filled in as said here. */
  by: Exclude<Asker, "visitor">;
  /** Where its form stands. */
  at: (samples: Samples) => string;
  /** Which of the page's forms it is, and what is filled in before it is posted. */
  fill: (forms: HtmlForm[], samples: Samples) => Fields;
}

/** Open to everybody, and about nothing but the caller: what is posted, a link's token, or their own cookies. */
export type OpenAction = "everyone";

const signedIn = askers.filter((asker) => asker !== "visitor");
const team = ["staff", "admin"] as const;

/** The form that has all these fields or buttons, with its values and those given. */
function form(forms: HtmlForm[], having: string[], values: Record<string, string> = {}): Fields {
  const found = forms.find(({ fields, buttons }) => {
    const names = [...fields.map(([name]) => name), ...buttons.map(({ name }) => name)];
    return having.every((wanted) => names.includes(wanted));
  });
  if (!found) throw new Error(`No form has ${having.join(", ")}.`);
  return [...found.fields.filter(([name]) => !(name in values)), ...Object.entries(values)];
}

/** The desk's form whose fields and button move the sample appointment. */
function deskForm(forms: HtmlForm[], { appointmentId }: Samples): Fields {
  const found = forms.find(
    ({ fields, buttons }) =>
      fields.some(([name, value]) => name === "id" && value === appointmentId) &&
      buttons.some(({ name, value }) => name === "to" && value === "confirmed"),
  );
  if (!found) throw new Error("No form confirms the sample appointment.");
  return [...found.fields, ["to", "confirmed"]];
}

const open: Record<string, OpenAction> = {
  "(account)/forgot-password/actions.ts#sendResetLink": "everyone",
  "(account)/register/actions.ts#register": "everyone",
  "(account)/reset-password/actions.ts#chooseNewPassword": "everyone",
  "(account)/set-up/actions.ts#setUp": "everyone",
  "(account)/sign-in/actions.ts#signInWithPassword": "everyone",
  "(account)/sign-out/actions.ts#signOut": "everyone",
  "(account)/verify-email/actions.ts#confirmEmail": "everyone",
  "(account)/verify-email/actions.ts#sendAnotherLink": "everyone",
  "(public)/book/actions.ts#keepDetails": "everyone",
  "theme-actions.ts#chooseTheme": "everyone",
};

const guarded: Record<string, Action> = {
  "(account)/account/actions.ts#saveProfile": {
    may: signedIn,
    by: "patient",
    at: () => "/account",
    fill: (forms) => form(forms, ["name", "phone"], { name: "Changed" }),
  },
  "(account)/account/actions.ts#replacePassword": {
    may: signedIn,
    by: "doctor",
    at: () => "/account",
    fill: (forms) => form(forms, ["currentPassword"], { currentPassword: demoPassword, password: "seven grey herons" }),
  },
  "(account)/account/actions.ts#signOutEverywhere": {
    may: signedIn,
    by: "patient",
    at: () => "/account",
    fill: (forms) => forms.find(({ buttons }) => buttons.some(({ text }) => text.includes("everywhere")))?.fields ?? [],
  },
  "(public)/book/actions.ts#book": {
    may: signedIn,
    by: "patient",
    at: ({ service, startsAt }) => `/book/check?service=${service}&startsAt=${startsAt}`,
    fill: (forms) => form(forms, ["startsAt"]),
  },
  // The desk and the doctor concerned may cancel as well, by whichever form.
  "patient/appointments/[id]/cancel/actions.ts#cancel": {
    may: ["patient", "doctor", ...team],
    by: "patient",
    at: ({ appointmentId }) => `/patient/appointments/${appointmentId}/cancel`,
    fill: (forms) => form(forms, ["id", "version", "reason"]),
  },
  "doctor/actions.ts#moveOwnAppointment": {
    may: ["doctor"],
    by: "doctor",
    at: ({ appointmentId }) => `/doctor/appointments/${appointmentId}`,
    fill: deskForm,
  },
  "staff/actions.ts#moveAnyAppointment": {
    may: team,
    by: "staff",
    at: ({ appointmentId }) => `/staff/appointments/${appointmentId}`,
    fill: deskForm,
  },
  "admin/hours/actions.ts#saveHours": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/hours",
    fill: (forms) => form(forms, ["open-0-0"], { "open-0-0": "07:00", intent: "save" }),
  },
  "doctor/hours/actions.ts#saveOwnHours": {
    // Whoever is a doctor saves their own week, whatever the form says.
    may: ["doctor", "otherDoctor"],
    by: "doctor",
    at: () => "/doctor/hours",
    fill: (forms) => form(forms, ["open-0-0"], { "open-0-0": "08:30", intent: "save" }),
  },
  "admin/people/doctors/[slug]/actions.ts#saveDoctorHours": {
    may: ["admin"],
    by: "admin",
    at: ({ doctor }) => `/admin/people/doctors/${doctor}`,
    fill: (forms) => form(forms, ["open-0-0"], { "open-0-0": "09:30", intent: "save" }),
  },
  "admin/people/actions.ts#changeRole": {
    may: ["admin"],
    by: "admin",
    // Somebody new to the clinic is only found by their whole address.
    at: ({ people: { otherPatient } }) =>
      `/admin/people/${otherPatient.id}?email=${encodeURIComponent(otherPatient.email)}`,
    fill: (forms) => form(forms, ["userId"], { change: "grant-staff" }),
  },
  "admin/services/actions.ts#addService": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/services/new",
    fill: (forms) => form(forms, ["price"], { name: "Sneaked in", price: "10" }),
  },
  "admin/services/actions.ts#changeService": {
    may: ["admin"],
    by: "admin",
    at: ({ service }) => `/admin/services/${service}`,
    fill: (forms) => form(forms, ["price"], { name: "Renamed" }),
  },
  "admin/settings/actions.ts#saveSettings": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/settings",
    fill: (forms) => form(forms, ["horizonDays"], { horizonDays: "31" }),
  },
  "admin/slots/actions.ts#saveDay": {
    may: ["admin"],
    by: "admin",
    at: ({ date }) => `/admin/slots?date=${date}`,
    fill: (forms) => {
      const fields = form(forms, ["slot"], { intent: "save" });
      const [capacity] = fields.map(([name]) => name).filter((name) => name.startsWith("capacity-"));
      return fields.map(([name, value]) => [name, name === capacity ? "7" : value]);
    },
  },
  "admin/slots/actions.ts#saveDayCapacity": {
    may: ["admin"],
    by: "admin",
    at: ({ date }) => `/admin/slots?date=${date}`,
    fill: (forms) => form(forms, ["dayCapacity"], { dayCapacity: "35" }),
  },
  "admin/slots/actions.ts#generate": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/slots/generate",
    fill: (forms) => form(forms, ["startDate"]),
  },
};

/** Who may call what. A server action of app/ that is missing here fails the suite. */
export const actions: Record<string, Action | OpenAction> = { ...open, ...guarded };
