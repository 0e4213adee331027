import { type Asker, askers } from "../samples.ts";

const everyone = askers;
const signedIn = askers.filter((asker) => asker !== "visitor");
const staff = ["staff", "admin"] as const;
const concerned = ["patient", "doctor", "staff", "admin"] as const;
const team = ["doctor", "staff", "admin"] as const;

/** Whom the example of each call is answered, and nobody else. A call that is missing here fails the suite. */
export const callers: Record<string, readonly Asker[]> = {
  "GET /health": everyone,
  "GET /ready": everyone,
  "GET /openapi.json": everyone,
  "POST /tokens": everyone,
  // Only a token can be ended by itself: here everybody comes with a cookie.
  "DELETE /tokens/current": [],
  "GET /clinics": everyone,
  "GET /services": everyone,
  "GET /doctors": everyone,
  "GET /doctors/{id}": everyone,
  "GET /availability": everyone,
  "GET /availability/next": everyone,
  "GET /availability/overview": everyone,
  "GET /availability/explain": everyone,
  "GET /slots": everyone,
  "GET /capacity": staff,
  "GET /capacity/stream": staff,
  "GET /appointments": signedIn,
  "POST /appointments": signedIn,
  "POST /appointments/bulk": team,
  "GET /appointments/{id}": concerned,
  "PATCH /appointments/{id}": team,
  "POST /appointments/{id}/cancel": concerned,
  "POST /appointments/{id}/reschedule": concerned,
  "GET /appointments/{id}/calendar.ics": ["patient"],
};
