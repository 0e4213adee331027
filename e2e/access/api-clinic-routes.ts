import type { Asker } from "../samples.ts";
import type { Outcome, Route } from "./routes.ts";

const signedIn = (outcome: Outcome, exceptions: Partial<Record<Asker, Outcome>> = {}): Record<Asker, Outcome> => ({
  visitor: "unauthenticated",
  patient: outcome,
  doctor: outcome,
  staff: outcome,
  admin: outcome,
  otherPatient: outcome,
  otherDoctor: outcome,
  ...exceptions,
});

// Asked without a body, or about what is nobody's: who may is told by the commands' own table (tests/access).
const withoutBody = signedIn("bad request");
const ofNobody = signedIn("missing");
const nobody = "01890000-0000-7000-8000-000000000000";

/** The API's handlers about when the clinic is open. */
export const clinicTimeRoutes: Record<string, Route> = {
  "GET /api/v1/business-hours": {
    at: ({ clinicId }) => `/api/v1/business-hours?clinic=${clinicId}`,
    outcomes: signedIn("missing", { admin: "ok" }),
  },
  "POST /api/v1/business-hours": { at: () => "/api/v1/business-hours", outcomes: withoutBody },
  "PUT /api/v1/business-hours": { at: () => "/api/v1/business-hours", outcomes: withoutBody },
  "PATCH /api/v1/business-hours/[id]": { at: () => `/api/v1/business-hours/${nobody}`, outcomes: ofNobody },
  "DELETE /api/v1/business-hours/[id]": { at: () => `/api/v1/business-hours/${nobody}`, outcomes: ofNobody },
  "GET /api/v1/closures": {
    at: ({ clinicId }) => `/api/v1/closures?clinic=${clinicId}&year=2040`,
    outcomes: signedIn("missing", { admin: "ok" }),
  },
  "POST /api/v1/closures": { at: () => "/api/v1/closures", outcomes: withoutBody },
  "POST /api/v1/closures/import": { at: () => "/api/v1/closures/import", outcomes: withoutBody },
  "PATCH /api/v1/closures/[id]": { at: () => `/api/v1/closures/${nobody}`, outcomes: ofNobody },
  "DELETE /api/v1/closures/[id]": { at: () => `/api/v1/closures/${nobody}`, outcomes: ofNobody },
  "GET /api/v1/time-slots": {
    at: ({ clinicId, date }) => `/api/v1/time-slots?clinic=${clinicId}&from=${date}&to=${date}`,
    outcomes: signedIn("missing", { staff: "ok", admin: "ok" }),
  },
  "POST /api/v1/time-slots/generate": { at: () => "/api/v1/time-slots/generate", outcomes: withoutBody },
  "PATCH /api/v1/time-slots/[id]": { at: () => `/api/v1/time-slots/${nobody}`, outcomes: ofNobody },
  "DELETE /api/v1/time-slots/[id]": { at: () => `/api/v1/time-slots/${nobody}`, outcomes: ofNobody },
};
