import type { Language } from "#lib/i18n/locales.ts";
import { severalPath } from "../access/booking-rules-actions.ts";
import { type Route, routes } from "../access/routes.ts";
import { planPath, samplePlan } from "../plans.ts";
import { type Asker, askers, type Samples } from "../samples.ts";

/** One sight of one page. */
export interface View {
  name: string;
  as: Asker;
  at: (samples: Samples) => string;
  status: 200 | 403 | 404;
  /** The first sight of its page; the others differ from it by what they show. */
  isFirst?: true;
  /** What the browser chose; English where left out. */
  language?: Language;
}

/** Every page of app/ as the first of those who may see it, and some more that look different then. */
export const views: View[] = [
  ...Object.entries(routes).flatMap(([name, route]) => (name.startsWith("/") ? [viewOf(name, route)] : [])),
  { name: "home-of-a-patient", as: "patient", at: () => "/", status: 200 },
  { name: "book-on-a-day", as: "visitor", at: ({ date }) => `/book?day=${date}`, status: 200 },
  {
    name: "book-time-of-a-doctor",
    as: "visitor",
    at: ({ service, doctor }) => `/book/time?service=${service}&doctor=${doctor}`,
    status: 200,
  },
  {
    name: "book-time-nothing-free",
    as: "visitor",
    at: () => "/book/time?service=heart-check&day=2050-01-01",
    status: 200,
  },
  {
    name: "book-time-missing",
    as: "visitor",
    at: ({ service }) => `/book/time?service=${service}&missing=1`,
    status: 200,
  },
  {
    name: "book-details-gone",
    as: "visitor",
    at: ({ service, doctor }) => `/book/details?service=${service}&doctor=${doctor}&startsAt=1700000000000`,
    status: 200,
  },
  {
    name: "book-check-signed-in",
    as: "otherPatient",
    at: ({ service, startsAt }) => `/book/check?service=${service}&startsAt=${startsAt}`,
    status: 200,
  },
  { name: "book-several-nothing-yet", as: "visitor", at: () => "/book/several", status: 200 },
  { name: "book-several-too-few", as: "visitor", at: () => "/book/several?service=blood-test&few=1", status: 200 },
  {
    name: "book-several-time-missing",
    as: "visitor",
    at: (samples) => `${severalPath("/time", samples)}&missing=1`,
    status: 200,
  },
  {
    name: "book-several-gone",
    as: "patient",
    at: () => "/book/several/check?service=blood-test&service=gp-consultation&startsAt=1700000000000",
    status: 200,
  },
  {
    name: "staff-book-found",
    as: "staff",
    at: ({ people }) => `/staff/book?q=${encodeURIComponent(people.patient.email)}&missing=service`,
    status: 200,
  },
  { name: "staff-book-nobody", as: "staff", at: () => "/staff/book?q=nobody-at-all&missing=person", status: 200 },
  {
    name: "staff-book-time-of-a-patient",
    as: "staff",
    at: ({ people, startsAt }) =>
      `/staff/book/time?person=${people.patient.id}&service=blood-test&startsAt=${startsAt}`,
    status: 200,
  },
  { name: "staff-search-nothing", as: "staff", at: () => "/staff/search?q=nobody-at-all", status: 200 },
  { name: "staff-sheet-by-time", as: "staff", at: ({ date }) => `/staff/${date}/sheet?by=time`, status: 200 },
  { name: "staff-sheet-nobody", as: "staff", at: () => "/staff/2040-12-27/sheet", status: 200 },
  { name: "board-requests-alone", as: "staff", at: ({ date }) => `/staff/${date}?state=requested`, status: 200 },
  { name: "board-nobody-shown", as: "staff", at: ({ date }) => `/staff/${date}?state=missed`, status: 200 },
  { name: "staff-missed", as: "staff", at: ({ missedId }) => `/staff/appointments/${missedId}`, status: 200 },
  {
    name: "patient-move-check",
    as: "patient",
    at: ({ appointmentId, moveTo }) => `/patient/appointments/${appointmentId}/move?startsAt=${moveTo}&doctor=any`,
    status: 200,
  },
  {
    name: "staff-move-nothing-free",
    as: "staff",
    at: ({ appointmentId }) => `/staff/appointments/${appointmentId}/move?day=2050-01-01`,
    status: 200,
  },
  {
    name: "staff-move-check",
    as: "staff",
    at: ({ appointmentId, moveTo }) => `/staff/appointments/${appointmentId}/move?startsAt=${moveTo}`,
    status: 200,
  },
  { name: "patient-past", as: "patient", at: () => "/patient?view=past", status: 200 },
  { name: "patient-nothing", as: "otherPatient", at: () => "/patient", status: 200 },
  { name: "patient-waiting-nothing", as: "otherPatient", at: () => "/patient/waiting", status: 200 },
  { name: "patient-waiting-joined", as: "patient", at: () => "/patient/waiting?done=joined", status: 200 },
  {
    name: "patient-waiting-new-of-a-doctor",
    as: "patient",
    at: ({ service, doctor }) => `/patient/waiting/new?service=${service}&doctor=${doctor}`,
    status: 200,
  },
  { name: "staff-plans-none", as: "staff", at: () => "/staff/plans?q=nobody-at-all&status=paused", status: 200 },
  {
    name: "staff-plan-unplaced",
    as: "staff",
    at: ({ unplacedVisit }) => unplacedVisit.path.replace(/\/visits.*/, ""),
    status: 200,
  },
  {
    name: "staff-plan-visit-any-doctor",
    as: "staff",
    at: ({ unplacedVisit }) => `${unplacedVisit.path}?doctor=any&day=2050-01-03`,
    status: 200,
  },
  { name: "staff-plan-visit-placed", as: "staff", at: ({ planId }) => `/staff/plans/${planId}/visits/1`, status: 200 },
  {
    name: "doctor-calendar-day",
    as: "doctor",
    at: ({ date }) => `/doctor/calendar?view=day&date=${date}`,
    status: 200,
  },
  {
    name: "doctor-appointment-by-video",
    as: "doctor",
    at: ({ videoAppointmentId }) => `/doctor/appointments/${videoAppointmentId}`,
    status: 200,
  },
  { name: "doctor-profile-saved", as: "doctor", at: () => "/doctor/profile?done=publication", status: 200 },
  { name: "doctor-feed-ended", as: "doctor", at: () => "/doctor/feed?calendar=ended", status: 200 },
  {
    name: "plans-setup-wrong",
    as: "visitor",
    at: () => `${planPath("setup", { ...samplePlan(), start: "2020-01-01", time: "99:99", months: "13" })}&check=1`,
    status: 200,
  },
  {
    name: "plans-preview-moved",
    as: "visitor",
    // Somebody who works few hours, around the turn of the year.
    at: () => planPath("preview", { ...samplePlan(), doctor: "", every: "weekly", months: "6", time: "12:40" }),
    status: 200,
  },
  {
    name: "plans-checkout-signed-in",
    as: "otherPatient",
    at: () => planPath("checkout", samplePlan()),
    status: 200,
  },
  {
    name: "plans-checkout-for-somebody",
    as: "staff",
    at: () => planPath("checkout", samplePlan()),
    status: 200,
  },
  {
    name: "plans-done-of-a-patient",
    as: "patient",
    at: ({ planId }) => `/plans/done/${planId}?changed=1`,
    status: 200,
  },
  { name: "plan-of-a-guest", as: "visitor", at: ({ planToken }) => `/open/plan?token=${planToken}`, status: 200 },
  {
    name: "patient-plan-paused",
    as: "patient",
    at: ({ pausedPlanId }) => `/patient/plans/${pausedPlanId}?done=paused`,
    status: 200,
  },
  {
    name: "patient-plan-resume",
    as: "patient",
    at: ({ pausedPlanId }) => `/patient/plans/${pausedPlanId}/resume`,
    status: 200,
  },
  {
    name: "patient-plan-visit-stop",
    as: "patient",
    at: ({ pausedPlanId }) => `/patient/plans/${pausedPlanId}/visits/1/cancel`,
    status: 200,
  },
  {
    name: "patient-plan-move-check",
    as: "patient",
    at: ({ planId, planMoveTo }) => `/patient/plans/${planId}/visits/3/move?startsAt=${planMoveTo}`,
    status: 200,
  },
  { name: "patient-plans-nothing", as: "otherPatient", at: () => "/patient/plans", status: 200 },
  { name: "signed-out", as: "visitor", at: () => "/sign-in?ended=1", status: 200 },
  {
    name: "doctor-services-of-nobody",
    as: "admin",
    at: () => "/admin/people/doctors/nobody/services",
    status: 404,
  },
  {
    name: "staff-why-not-offered",
    as: "staff",
    at: () => "/staff/why?service=heart-check&doctor=&date=2050-12-25&time=10:05",
    status: 200,
  },
  { name: "staff-why-skipped", as: "admin", at: () => "/staff/why?date=2027-03-28&time=01:30", status: 200 },
  { name: "staff-stranded-offered", as: "staff", at: () => "/staff/stranded?done=offered", status: 200 },
  { name: "staff-stranded-refused", as: "staff", at: () => "/staff/stranded?done=SLOT_FULL", status: 200 },
  { name: "staff-closed", as: "staff", at: () => "/staff/2050-12-25", status: 200 },
  { name: "staff-appointment-of-admin", as: "admin", at: ({ date }) => `/staff/${date}`, status: 200 },
  { name: "admin-slots-none", as: "admin", at: () => "/admin/slots?date=2050-01-03", status: 200 },
  { name: "admin-closures-none", as: "admin", at: () => "/admin/closures?year=2055", status: 200 },
  {
    name: "admin-closures-import-nowhere",
    as: "admin",
    at: () => "/admin/closures/import?country=AQ&year=2030",
    status: 200,
  },
  { name: "admin-closure-gone", as: "admin", at: () => "/admin/closures/gone", status: 404 },
  { name: "admin-week-gone", as: "admin", at: () => "/admin/hours/templates/gone", status: 404 },
  { name: "admin-people-nobody", as: "admin", at: () => "/admin/people?q=nobody-at-all", status: 200 },
  {
    name: "admin-analytics-none",
    as: "admin",
    at: () => "/admin/analytics?from=2050-01-03&to=2050-01-09",
    status: 200,
  },
  {
    name: "admin-analytics-wrong",
    as: "admin",
    at: () => "/admin/analytics?from=2050-01-03&to=2020-01-09",
    status: 200,
  },
  {
    name: "admin-analytics-weeks",
    as: "admin",
    at: () => "/admin/analytics?from=2026-09-01&to=2026-12-31",
    status: 200,
  },
  {
    name: "admin-audit-of-an-appointment",
    as: "admin",
    at: ({ appointmentId }) => `/admin/audit?subject=appointment:${appointmentId}`,
    status: 200,
  },
  { name: "admin-audit-none", as: "admin", at: () => "/admin/audit?who=nobody-at-all", status: 200 },
  {
    name: "admin-person-switched-off",
    as: "admin",
    at: ({ formerColleagueId }) => `/admin/people/${formerColleagueId}`,
    status: 200,
  },
  {
    name: "invitation-of-somebody-new",
    as: "visitor",
    at: ({ invitationToken }) => `/open/invitation?token=${invitationToken}`,
    status: 200,
  },
  { name: "admin-mail-sent", as: "admin", at: ({ sentMailId }) => `/admin/mail/${sentMailId}`, status: 200 },
  { name: "admin-mail-failed", as: "admin", at: () => "/admin/mail?show=failed", status: 200 },
  { name: "forbidden", as: "patient", at: () => "/admin", status: 403 },
  { name: "not-found", as: "visitor", at: () => "/nothing/here", status: 404 },
  { name: "not-found-service", as: "visitor", at: () => "/services/nothing", status: 404 },
  // Mirrored, and in long words.
  { name: "home-in-arabic", as: "visitor", at: () => "/", status: 200, language: "ar" },
  { name: "book-in-german", as: "visitor", at: () => "/book", status: 200, language: "de" },
  {
    name: "book-time-in-arabic",
    as: "visitor",
    at: ({ service }) => `/book/time?service=${service}`,
    status: 200,
    language: "ar",
  },
  { name: "account-in-german", as: "patient", at: () => "/account", status: 200, language: "de" },
  { name: "doctor-calendar-in-arabic", as: "doctor", at: () => "/doctor/calendar", status: 200, language: "ar" },
  { name: "board-in-arabic", as: "staff", at: ({ date }) => `/staff/${date}`, status: 200, language: "ar" },
  { name: "board-in-german", as: "staff", at: ({ date }) => `/staff/${date}`, status: 200, language: "de" },
  { name: "admin-mail-in-arabic", as: "admin", at: () => "/admin/mail", status: 200, language: "ar" },
];

function viewOf(name: string, { at, outcomes }: Route): View {
  const as = askers.find((asker) => outcomes[asker] === "ok");
  if (!as) throw new Error(`Nobody may see ${name}.`);
  return {
    name:
      name === "/"
        ? "home"
        : name
            .slice(1)
            .replaceAll(/[/[\]]+/g, "-")
            .replace(/-$/, ""),
    as,
    at,
    status: 200,
    isFirst: true,
  };
}
