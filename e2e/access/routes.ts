import { planPath, samplePlan } from "../plans.ts";
import type { Asker, Samples } from "../samples.ts";
import { severalPath } from "./booking-rules-actions.ts";

/** A 200; a redirect to signing in, or to somewhere else; or a refusal by its status. */
export type Outcome = "ok" | "sign in" | "unauthenticated" | "forbidden" | "missing" | "bad request" | `to ${string}`;

export interface Route {
  at: (samples: Samples) => string;
  outcomes: Record<Asker, Outcome>;
}

type Exceptions = Partial<Record<Asker, Outcome>>;

const all = (outcome: Outcome, exceptions: Exceptions = {}): Record<Asker, Outcome> => ({
  visitor: outcome,
  patient: outcome,
  doctor: outcome,
  staff: outcome,
  admin: outcome,
  otherPatient: outcome,
  otherDoctor: outcome,
  ...exceptions,
});

const everyone = all("ok");
const signedIn = all("ok", { visitor: "sign in" });
const ownPatient = all("missing", { visitor: "sign in", patient: "ok" });
const doctors = all("forbidden", { visitor: "sign in", doctor: "ok", otherDoctor: "ok" });
const ownDoctor: typeof doctors = { ...doctors, otherDoctor: "missing" };
const staff = all("forbidden", { visitor: "sign in", staff: "ok", admin: "ok" });
/** Of a clinic that is named: nobody else learns that there is one. */
const admins = all("forbidden", { visitor: "sign in", admin: "ok" });
const home = {
  patient: "to /patient",
  doctor: "to /doctor",
  staff: "to /staff",
  admin: "to /admin",
  otherPatient: "to /patient",
  otherDoctor: "to /doctor",
} as const;
const guests = { ...home, visitor: "ok" } as const;

const booking = ({ service, startsAt }: Samples) => `?service=${service}&startsAt=${startsAt}`;

const ownPlanRoutes = Object.fromEntries(
  ["", "/pause", "/resume", "/cancel", ...["move", "skip", "cancel"].map((act) => `/visits/[sequence]/${act}`)].map(
    (step): [string, Route] => [
      `/patient/plans/[id]${step}`,
      {
        at: ({ planId }) => `/patient/plans/${planId}${step.replace("[sequence]", "1")}`,
        outcomes: ownPatient,
      },
    ],
  ),
);

/** What is no call of the API. */
const noCallRoutes = Object.fromEntries(
  ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].map((verb): [string, Route] => [
    `${verb} /api/v1/[[...path]]`,
    { at: ({ appointmentId }) => `/api/v1/nowhere/${appointmentId}`, outcomes: all("missing") },
  ]),
);

/** Who gets what. A page or handler of app/ that is missing here fails the suite. */
export const routes: Record<string, Route> = {
  "/": { at: () => "/", outcomes: everyone },
  ...noCallRoutes,
  "/api/docs": { at: () => "/api/docs", outcomes: everyone },
  "/api/docs/[area]": { at: () => "/api/docs/appointments", outcomes: everyone },
  "/api/docs/schemas": { at: () => "/api/docs/schemas", outcomes: everyone },
  "/services": { at: () => "/services", outcomes: everyone },
  "/services/[slug]": { at: ({ service }) => `/services/${service}`, outcomes: everyone },
  "/doctors": { at: () => "/doctors", outcomes: everyone },
  "GET /photos/[file]": { at: () => `/photos/${"a".repeat(22)}-640`, outcomes: all("missing") },
  "/doctors/[slug]": { at: ({ doctor }) => `/doctors/${doctor}`, outcomes: everyone },
  "/book": { at: () => "/book", outcomes: everyone },
  "/book/time": { at: ({ service }) => `/book/time?service=${service}`, outcomes: everyone },
  "/book/details": { at: (samples) => `/book/details${booking(samples)}`, outcomes: everyone },
  "/book/check": { at: (samples) => `/book/check${booking(samples)}`, outcomes: everyone },
  // Of nobody's hold.
  "POST /book/leave": { at: () => "/book/leave", outcomes: all("bad request") },
  "/book/several": { at: (samples) => severalPath("", samples), outcomes: everyone },
  "/book/several/time": { at: (samples) => severalPath("/time", samples), outcomes: everyone },
  "/book/several/check": { at: (samples) => severalPath("/check", samples), outcomes: signedIn },
  // The sample appointment is a bundle by itself, under its own id.
  "/book/several/done/[id]": {
    at: ({ appointmentId }) => `/book/several/done/${appointmentId}`,
    outcomes: ownPatient,
  },
  "/book/done/[id]": { at: ({ appointmentId }) => `/book/done/${appointmentId}`, outcomes: ownPatient },
  "GET /book/done/[id]/calendar.ics": {
    at: ({ appointmentId }) => `/book/done/${appointmentId}/calendar.ics`,
    outcomes: { ...ownPatient, visitor: "missing" },
  },
  // Whoever knows a feed's address may read it, signed in or not.
  "GET /feeds/[file]": { at: () => `/feeds/${"a".repeat(43)}.ics`, outcomes: all("missing") },
  "/plans": { at: () => "/plans", outcomes: everyone },
  "/plans/setup": { at: () => planPath("setup", { service: "blood-test" }), outcomes: everyone },
  "/plans/preview": { at: () => planPath("preview", samplePlan()), outcomes: everyone },
  "/plans/checkout": { at: () => planPath("checkout", samplePlan()), outcomes: everyone },
  // Somebody who is not signed in reads the same words whatever the number, until their browser made the plan.
  "/plans/done/[id]": {
    at: ({ planId }) => `/plans/done/${planId}`,
    outcomes: all("missing", { visitor: "ok", patient: "ok", staff: "ok", admin: "ok" }),
  },
  "/plans/link": { at: () => "/plans/link", outcomes: everyone },
  // What a mailed link opens; without one, the same words for everybody.
  "/appointment": { at: () => "/appointment", outcomes: everyone },
  "GET /plan/visits/[sequence]/calendar.ics": { at: () => "/plan/visits/1/calendar.ics", outcomes: all("missing") },
  "/plan": { at: () => "/plan", outcomes: everyone },
  "/plan/pause": { at: () => "/plan/pause", outcomes: everyone },
  "/plan/resume": { at: () => "/plan/resume", outcomes: everyone },
  "/plan/cancel": { at: () => "/plan/cancel", outcomes: everyone },
  "/plan/visits/[sequence]/move": { at: () => "/plan/visits/1/move", outcomes: everyone },
  "/plan/visits/[sequence]/skip": { at: () => "/plan/visits/1/skip", outcomes: everyone },
  "/plan/visits/[sequence]/cancel": { at: () => "/plan/visits/1/cancel", outcomes: everyone },
  "GET /appointment/calendar.ics": { at: () => "/appointment/calendar.ics", outcomes: all("missing") },
  "/appointment/move": { at: () => "/appointment/move", outcomes: everyone },
  "/appointment/cancel": { at: () => "/appointment/cancel", outcomes: everyone },
  "/request": { at: () => "/request", outcomes: everyone },

  "/sign-in": { at: () => "/sign-in", outcomes: guests },
  "/register": { at: () => "/register", outcomes: guests },
  "/sign-out": { at: () => "/sign-out", outcomes: all("ok", { visitor: "sign in" }) },
  "/forgot-password": { at: () => "/forgot-password", outcomes: everyone },
  "/reset-password": { at: () => "/reset-password", outcomes: everyone },
  "/verify-email": { at: () => "/verify-email", outcomes: everyone },
  // What an invitation's link opens; without one, the same words for everybody.
  "/invitation": { at: () => "/invitation", outcomes: everyone },
  "/set-up": { at: () => "/set-up", outcomes: everyone },
  "/account": { at: () => "/account", outcomes: signedIn },
  "/account/tokens": { at: () => "/account/tokens", outcomes: signedIn },
  "/account/delete": { at: () => "/account/delete", outcomes: signedIn },
  "POST /account/data": { at: () => "/account/data", outcomes: signedIn },
  "GET /open/[page]": { at: () => `/open/verify-email?token=${"a".repeat(43)}`, outcomes: all("to /verify-email") },
  // One press of a mail program; without what it sends along, nothing.
  "POST /open/[page]": { at: () => `/open/unsubscribe?token=${"a".repeat(43)}`, outcomes: all("bad request") },
  // What a reminder's link opens; without one, the same words for everybody.
  "/unsubscribe": { at: () => "/unsubscribe", outcomes: everyone },
  "GET /signed-in": { at: () => "/signed-in", outcomes: { ...home, visitor: "sign in" } },
  // No provider is configured.
  "GET /sign-in/oidc": { at: () => "/sign-in/oidc", outcomes: all("missing") },
  "GET /api/auth/[...nextauth]": { at: () => "/api/auth/session", outcomes: everyone },
  // Nothing is posted there without its own token.
  "POST /api/auth/[...nextauth]": { at: () => "/api/auth/session", outcomes: all("bad request") },

  "/patient": { at: () => "/patient", outcomes: signedIn },
  "/patient/appointments/[id]": {
    at: ({ appointmentId }) => `/patient/appointments/${appointmentId}`,
    outcomes: ownPatient,
  },
  "/patient/appointments/[id]/cancel": {
    at: ({ appointmentId }) => `/patient/appointments/${appointmentId}/cancel`,
    outcomes: ownPatient,
  },
  "/patient/appointments/[id]/move": {
    at: ({ appointmentId }) => `/patient/appointments/${appointmentId}/move`,
    outcomes: ownPatient,
  },
  "/patient/plans": { at: () => "/patient/plans", outcomes: signedIn },
  ...ownPlanRoutes,
  "/patient/waiting": { at: () => "/patient/waiting", outcomes: signedIn },
  "/patient/waiting/new": { at: ({ service }) => `/patient/waiting/new?service=${service}`, outcomes: signedIn },

  "/doctor": { at: () => "/doctor", outcomes: doctors },
  "/doctor/day": { at: () => "/doctor/day", outcomes: doctors },
  "/doctor/day/[date]": { at: ({ date }) => `/doctor/day/${date}`, outcomes: doctors },
  "/doctor/appointments/[id]": {
    at: ({ appointmentId }) => `/doctor/appointments/${appointmentId}`,
    outcomes: ownDoctor,
  },
  "/doctor/appointments/[id]/move": {
    at: ({ appointmentId }) => `/doctor/appointments/${appointmentId}/move`,
    outcomes: ownDoctor,
  },
  "/doctor/hours": { at: () => "/doctor/hours", outcomes: doctors },
  "/doctor/hours/new": { at: () => "/doctor/hours/new", outcomes: doctors },
  "/doctor/time-off": { at: () => "/doctor/time-off", outcomes: doctors },
  "/doctor/services": { at: () => "/doctor/services", outcomes: doctors },
  "/doctor/calendar": { at: () => "/doctor/calendar", outcomes: doctors },
  "/doctor/feed": { at: () => "/doctor/feed", outcomes: doctors },
  "/doctor/profile": { at: () => "/doctor/profile", outcomes: doctors },
  "GET /doctor/appointments/[id]/times": {
    at: ({ appointmentId }) => `/doctor/appointments/${appointmentId}/times`,
    outcomes: { ...ownDoctor, visitor: "unauthenticated" },
  },
  // Another doctor's patient is not found.
  "/doctor/search": { at: () => "/doctor/search?q=Canary", outcomes: doctors },
  "GET /doctor/search/results": {
    at: () => "/doctor/search/results?q=Canary",
    outcomes: { ...doctors, visitor: "unauthenticated" },
  },

  "/staff": { at: () => "/staff", outcomes: staff },
  "/staff/book": { at: () => "/staff/book", outcomes: staff },
  "/staff/book/time": {
    at: ({ service }) => `/staff/book/time?person=walk-in&service=${service}`,
    outcomes: staff,
  },
  "/staff/[date]": { at: ({ date }) => `/staff/${date}`, outcomes: staff },
  "/staff/appointments/[id]": { at: ({ appointmentId }) => `/staff/appointments/${appointmentId}`, outcomes: staff },
  "/staff/appointments/[id]/move": {
    at: ({ appointmentId }) => `/staff/appointments/${appointmentId}/move`,
    outcomes: staff,
  },
  "/staff/why": { at: ({ date }) => `/staff/why?date=${date}&time=10:00`, outcomes: staff },
  "/staff/stranded": { at: () => "/staff/stranded", outcomes: staff },
  "/staff/plans": { at: () => "/staff/plans", outcomes: staff },
  "/staff/plans/[id]": { at: ({ planId }) => `/staff/plans/${planId}`, outcomes: staff },
  "/staff/plans/[id]/visits/[sequence]": { at: ({ unplacedVisit }) => unplacedVisit.path, outcomes: staff },
  "/staff/waiting": { at: () => "/staff/waiting", outcomes: staff },
  "/staff/doctors": { at: () => "/staff/doctors", outcomes: staff },
  "/staff/doctors/[slug]": { at: ({ doctor }) => `/staff/doctors/${doctor}`, outcomes: staff },
  "/staff/[date]/sheet": { at: ({ date }) => `/staff/${date}/sheet`, outcomes: staff },
  "/staff/search": { at: () => "/staff/search?q=Canary", outcomes: staff },
  "GET /staff/search/results": {
    at: () => "/staff/search/results?q=Canary",
    outcomes: { ...staff, visitor: "unauthenticated" },
  },

  "/admin": { at: () => "/admin", outcomes: admins },
  "/admin/hours": { at: () => "/admin/hours", outcomes: admins },
  "/admin/hours/templates/new": { at: () => "/admin/hours/templates/new", outcomes: admins },
  "/admin/hours/templates/[id]": {
    at: ({ templateId }) => `/admin/hours/templates/${templateId}`,
    outcomes: admins,
  },
  "/admin/closures": { at: () => "/admin/closures", outcomes: admins },
  "/admin/closures/new": { at: () => "/admin/closures/new", outcomes: admins },
  "/admin/closures/import": { at: () => "/admin/closures/import", outcomes: admins },
  "/admin/closures/[id]": { at: ({ closureId }) => `/admin/closures/${closureId}`, outcomes: admins },
  "/admin/slots": { at: ({ date }) => `/admin/slots?date=${date}`, outcomes: admins },
  "/admin/slots/generate": { at: () => "/admin/slots/generate", outcomes: admins },
  "/admin/slots/regenerate": { at: () => "/admin/slots/regenerate", outcomes: admins },
  "/admin/services": { at: () => "/admin/services", outcomes: admins },
  "/admin/services/new": { at: () => "/admin/services/new", outcomes: admins },
  "/admin/services/[slug]": { at: ({ service }) => `/admin/services/${service}`, outcomes: admins },
  "/admin/rooms": { at: () => "/admin/rooms", outcomes: admins },
  "/admin/people": { at: () => "/admin/people", outcomes: admins },
  "/admin/people/invite": { at: () => "/admin/people/invite", outcomes: admins },
  "/admin/people/[userId]": { at: ({ people }) => `/admin/people/${people.patient.id}`, outcomes: admins },
  "/admin/people/doctors/[slug]": { at: ({ doctor }) => `/admin/people/doctors/${doctor}`, outcomes: admins },
  "/admin/people/doctors/[slug]/new-week": {
    at: ({ doctor }) => `/admin/people/doctors/${doctor}/new-week`,
    outcomes: admins,
  },
  "/admin/people/doctors/[slug]/time-off": {
    at: ({ doctor }) => `/admin/people/doctors/${doctor}/time-off`,
    outcomes: admins,
  },
  "/admin/people/doctors/[slug]/profile": {
    at: ({ doctor }) => `/admin/people/doctors/${doctor}/profile`,
    outcomes: admins,
  },
  "/admin/people/doctors/[slug]/services": {
    at: ({ doctor }) => `/admin/people/doctors/${doctor}/services`,
    outcomes: admins,
  },
  "/admin/analytics": { at: () => "/admin/analytics", outcomes: admins },
  "GET /admin/analytics/[file]": {
    at: ({ date }) => `/admin/analytics/appointments.csv?from=${date}&to=${date}`,
    outcomes: admins,
  },
  "/admin/audit": { at: () => "/admin/audit", outcomes: admins },
  "/admin/mail": { at: () => "/admin/mail", outcomes: admins },
  "/admin/mail/setup": { at: () => "/admin/mail/setup", outcomes: admins },
  "/admin/mail/[id]": { at: ({ mailId }) => `/admin/mail/${mailId}`, outcomes: admins },
  "/admin/settings": { at: () => "/admin/settings", outcomes: admins },
};
