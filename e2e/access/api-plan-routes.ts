import type { Samples } from "../samples.ts";
import type { Outcome, Route } from "./routes.ts";

const nobody = "01890000-0000-7000-8000-000000000000";
const noToken = "a".repeat(43);

const all = (outcome: Outcome, exceptions: Partial<Route["outcomes"]> = {}): Route["outcomes"] => ({
  ...{ visitor: outcome, patient: outcome, doctor: outcome, staff: outcome, admin: outcome },
  ...{ otherPatient: outcome, otherDoctor: outcome },
  ...exceptions,
});
const signedIn = (outcome: Outcome) => all(outcome, { visitor: "unauthenticated" });

const at = (path: string) => (_: Samples) => `/api/v1${path}`;
/** Without a body there is nothing that could be done. */
const empty = "bad request";

const ofPlan = (step: string, outcome: Outcome): [string, Route] => [
  `POST /api/v1/subscriptions/[id]${step}`,
  { at: at(`/subscriptions/${nobody}${step.replace("[sequence]", "1")}`), outcomes: signedIn(outcome) },
];
const byLink = (step: string, outcome: Outcome): [string, Route] => [
  `POST /api/v1/guest/subscriptions/[token]${step}`,
  { at: at(`/guest/subscriptions/${noToken}${step.replace("[sequence]", "1")}`), outcomes: all(outcome) },
];
const steps = ["/pause", "/resume", "/cancel", "/visits/[sequence]/cancel", "/visits/[sequence]/skip"];
const move = "/visits/[sequence]/reschedule";

/** Holds, the waiting list and care plans. What may be done with whose is the commands' to say: see tests/access. */
export const planApiRoutes: Record<string, Route> = {
  "POST /api/v1/holds": { at: at("/holds"), outcomes: all(empty) },
  "POST /api/v1/holds/[id]/extend": { at: at(`/holds/${nobody}/extend`), outcomes: all("missing") },
  "DELETE /api/v1/holds/[id]": { at: at(`/holds/${nobody}`), outcomes: all("missing") },

  "GET /api/v1/waitlist": { at: at("/waitlist"), outcomes: signedIn("ok") },
  "POST /api/v1/waitlist": { at: at("/waitlist"), outcomes: signedIn(empty) },
  "DELETE /api/v1/waitlist/[id]": { at: at(`/waitlist/${nobody}`), outcomes: signedIn("missing") },
  "POST /api/v1/waitlist/offers/[id]/accept": {
    at: at(`/waitlist/offers/${nobody}/accept`),
    outcomes: signedIn("missing"),
  },

  "GET /api/v1/subscriptions": { at: at("/subscriptions"), outcomes: signedIn("ok") },
  "POST /api/v1/subscriptions": { at: at("/subscriptions"), outcomes: all(empty) },
  "POST /api/v1/subscriptions/preview": { at: at("/subscriptions/preview"), outcomes: all(empty) },
  "GET /api/v1/subscriptions/[id]": {
    at: ({ planId }) => `/api/v1/subscriptions/${planId}`,
    outcomes: all("missing", { visitor: "unauthenticated", patient: "ok", staff: "ok", admin: "ok" }),
  },
  ...Object.fromEntries([...steps, "/place", "/visits/[sequence]/place"].map((step) => ofPlan(step, "missing"))),
  ...Object.fromEntries([ofPlan(move, empty)]),

  "POST /api/v1/guest/subscriptions/access": { at: at("/guest/subscriptions/access"), outcomes: all(empty) },
  "GET /api/v1/guest/subscriptions/[token]": { at: at(`/guest/subscriptions/${noToken}`), outcomes: all("missing") },
  ...Object.fromEntries(steps.map((step) => byLink(step, "missing"))),
  ...Object.fromEntries([byLink(move, empty)]),
};
