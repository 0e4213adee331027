import { type Route, routes } from "../access/routes.ts";
import { type Asker, askers, type Samples } from "../samples.ts";

/** One sight of one page. */
export interface View {
  name: string;
  as: Asker;
  at: (samples: Samples) => string;
  status: 200 | 403 | 404;
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
  { name: "patient-past", as: "patient", at: () => "/patient?view=past", status: 200 },
  { name: "patient-nothing", as: "otherPatient", at: () => "/patient", status: 200 },
  { name: "signed-out", as: "visitor", at: () => "/sign-in?ended=1", status: 200 },
  { name: "staff-closed", as: "staff", at: () => "/staff/2050-12-25", status: 200 },
  { name: "staff-appointment-of-admin", as: "admin", at: ({ date }) => `/staff/${date}`, status: 200 },
  { name: "admin-slots-none", as: "admin", at: () => "/admin/slots?date=2050-01-03", status: 200 },
  { name: "admin-people-nobody", as: "admin", at: () => "/admin/people?q=nobody-at-all", status: 200 },
  { name: "admin-mail-failed", as: "admin", at: () => "/admin/mail?show=failed", status: 200 },
  { name: "forbidden", as: "patient", at: () => "/admin", status: 403 },
  { name: "not-found", as: "visitor", at: () => "/nothing/here", status: 404 },
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
  };
}
