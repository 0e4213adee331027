import type { HtmlForm } from "../forms.ts";
import { askers, type Samples } from "../samples.ts";
import { accountActions } from "./account-actions.ts";
import type { Action, Fields } from "./action.ts";
import { bookingRulesActions } from "./booking-rules-actions.ts";
import { calendarActions } from "./calendar-actions.ts";
import { clinicTimeActions } from "./clinic-time-actions.ts";
import { doctorWorkspaceActions } from "./doctor-workspace-actions.ts";
import { mailLinkActions } from "./mail-link-actions.ts";
import { messagesActions } from "./messages-actions.ts";
import { movingActions } from "./moving-actions.ts";
import { form } from "./pick-form.ts";
import { planDeskActions } from "./plan-desk-actions.ts";
import { linkedPlanActions, planPortalActions } from "./plan-portal-actions.ts";
import { openPlanActions, planWizardActions } from "./plan-wizard-actions.ts";
import { reminderActions, unsubscribeActions } from "./reminder-actions.ts";
import { teamActions } from "./team-actions.ts";
import { tokenActions } from "./token-actions.ts";
import { waitingActions } from "./waiting-actions.ts";
import { linkedReplacementActions, whyAndWhatIfActions } from "./why-and-what-if-actions.ts";

/** Open to everybody, and about nothing but the caller: what is posted, a link's token, or their own cookies. */
export type OpenAction = "everyone";

const signedIn = askers.filter((asker) => asker !== "visitor");
const team = ["staff", "admin"] as const;

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

/** The first form with a button that says so, and that button. */
function pressed(forms: HtmlForm[], text: string): Fields {
  const found = forms.find(({ buttons }) => buttons.some((button) => button.text === text));
  const button = found?.buttons.find((each) => each.text === text);
  if (!found || !button) throw new Error(`No form has a button ${text}.`);
  return [...found.fields, [button.name ?? "", button.value ?? ""]];
}

/** Far from everything that the demo has planned. */
const distantWeek = { from: "2050-01-03", until: "2050-01-09" };

const open: Record<string, OpenAction> = {
  ...linkedReplacementActions,
  ...linkedPlanActions,
  ...openPlanActions,
  ...mailLinkActions,
  ...unsubscribeActions,
  "(account)/forgot-password/actions.ts#sendResetLink": "everyone",
  "(account)/invitation/actions.ts#accept": "everyone",
  "(account)/register/actions.ts#register": "everyone",
  "(account)/reset-password/actions.ts#chooseNewPassword": "everyone",
  "(account)/set-up/actions.ts#setUp": "everyone",
  "(account)/sign-in/actions.ts#signInWithPassword": "everyone",
  "(account)/sign-out/actions.ts#signOut": "everyone",
  "(account)/verify-email/actions.ts#confirmEmail": "everyone",
  "(account)/verify-email/actions.ts#sendAnotherLink": "everyone",
  "(public)/appointment/cancel/actions.ts#cancelByLink": "everyone",
  "(public)/appointment/move/actions.ts#moveByLink": "everyone",
  "(public)/book/actions.ts#chooseTime": "everyone",
  "(public)/book/actions.ts#keepDetails": "everyone",
  "(public)/book/actions.ts#takeTime": "everyone",
  "language-actions.ts#changeLanguage": "everyone",
  "theme-actions.ts#chooseTheme": "everyone",
};

const guarded: Record<string, Action> = {
  ...doctorWorkspaceActions,
  ...accountActions,
  // Somebody without an account has to give a name and an address as well.
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
  "doctor/actions.ts#takeOwnStep": {
    may: ["doctor"],
    by: "doctor",
    at: ({ appointmentId }) => `/doctor/appointments/${appointmentId}`,
    fill: deskForm,
  },
  "staff/actions.ts#takeAnyStep": {
    may: team,
    by: "staff",
    at: ({ appointmentId }) => `/staff/appointments/${appointmentId}`,
    fill: deskForm,
  },
  ...calendarActions,
  ...clinicTimeActions,
  ...messagesActions,
  ...movingActions,
  ...planDeskActions,
  ...planPortalActions,
  ...planWizardActions,
  ...reminderActions,
  ...tokenActions,
  ...teamActions,
  ...waitingActions,
  ...whyAndWhatIfActions,
  ...bookingRulesActions,
  // These forms stand in the doctor's own workspace and in those of the team.
  "_desk/doctor-week/actions.ts#saveDoctorWeek": {
    may: ["doctor", "admin"],
    by: "doctor",
    at: () => "/doctor/hours",
    fill: (forms) => form(forms, ["open-0-0"], { "open-0-0": "07:30", intent: "save" }),
  },
  "_desk/doctor-week/actions.ts#addDoctorWeek": {
    may: ["doctor", "admin"],
    by: "admin",
    at: ({ doctor }) => `/admin/people/doctors/${doctor}/new-week`,
    fill: (forms) => form(forms, ["until"], { ...distantWeek, "open-0-0": "09:30", intent: "save" }),
  },
  "_desk/doctor-week/actions.ts#removeDoctorWeek": {
    may: ["doctor", "admin"],
    by: "doctor",
    at: () => `/doctor/hours?week=${distantWeek.from}`,
    fill: (forms) => forms.find(({ buttons }) => buttons.some(({ text }) => text.startsWith("Remove:")))?.fields ?? [],
  },
  "_desk/doctor-time/actions.ts#takeTimeOff": {
    may: ["doctor", ...team],
    by: "doctor",
    at: () => "/doctor/time-off",
    fill: (forms) => form(forms, ["fromTime"], { from: "2050-01-03" }),
  },
  "_desk/doctor-time/actions.ts#dropTimeOff": {
    may: ["doctor", ...team],
    by: "staff",
    at: ({ doctor }) => `/staff/doctors/${doctor}`,
    fill: (forms) => pressed(forms, "Remove"),
  },
  "_desk/doctor-time/actions.ts#workExtraHours": {
    may: ["doctor", ...team],
    by: "admin",
    at: ({ doctor }) => `/admin/people/doctors/${doctor}/time-off`,
    fill: (forms) => form(forms, ["startTime"], { date: "2050-01-08", startTime: "09:00", endTime: "12:00" }),
  },
  "_desk/doctor-time/actions.ts#dropExtraHours": {
    may: ["doctor", ...team],
    by: "doctor",
    at: () => "/doctor/time-off",
    fill: (forms) => pressed(forms, "Remove"),
  },
  "_desk/doctor-services/actions.ts#saveServicesOfDoctor": {
    may: ["doctor", "admin"],
    by: "doctor",
    at: () => "/doctor/services",
    fill: (forms) => {
      const fields = form(forms, ["service"]);
      const [offered = ""] = fields.map(([name]) => name).filter((name) => name.startsWith("offered-"));
      const price = offered.replace("offered", "price");
      return fields.map(([name, value]) => [name, name === price ? "12.50" : value]);
    },
  },
  "admin/people/actions.ts#changeRole": {
    may: ["admin"],
    by: "admin",
    // Somebody new to the clinic is only found by their whole address.
    at: ({ people: { otherPatient } }) =>
      `/admin/people/${otherPatient.id}?email=${encodeURIComponent(otherPatient.email)}`,
    fill: (forms) => form(forms, ["userId"], { change: "grant-staff" }),
  },
  "staff/appointments/[id]/actions.ts#assignRoom": {
    may: team,
    by: "staff",
    at: ({ roomAppointmentId }) => `/staff/appointments/${roomAppointmentId}`,
    fill: (forms) => form(forms, ["id", "version", "resourceId"]),
  },
  "admin/rooms/actions.ts#addRoom": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/rooms",
    fill: (forms) =>
      form(
        forms.filter(({ fields }) => !fields.some(([name]) => name === "id")),
        ["kind", "name"],
        { kind: "Room", name: "Sneaked in" },
      ),
  },
  "admin/rooms/actions.ts#changeRoom": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/rooms",
    fill: (forms) => form(forms, ["id", "kind", "name"], { name: "Renamed" }),
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
};

/** Who may call what. A server action of app/ that is missing here fails the suite. */
export const actions: Record<string, Action | OpenAction> = { ...open, ...guarded };
