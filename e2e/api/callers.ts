import { type Asker, askers } from "../samples.ts";

const everyone = askers;
const signedIn = askers.filter((asker) => asker !== "visitor");
const staff = ["staff", "admin"] as const;
const concerned = ["patient", "doctor", "staff", "admin"] as const;
/** Of a plan or a wish. */
const owners = ["patient", "staff", "admin"] as const;
const admin = ["admin"] as const;
const ownTime = ["doctor", "staff", "admin"] as const;
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
  // Each of those named is answered by itself.
  "POST /appointments/bulk": [...team, "otherDoctor"],
  "GET /appointments/{id}": concerned,
  "PATCH /appointments/{id}": team,
  "POST /appointments/{id}/cancel": concerned,
  "POST /appointments/{id}/reschedule": concerned,
  "GET /appointments/{id}/calendar.ics": ["patient"],
  // Whoever keeps a time, and whoever waits, is one patient.
  "POST /holds": everyone,
  "POST /holds/{id}/extend": ["patient"],
  "DELETE /holds/{id}": ["patient"],
  "GET /waitlist": signedIn,
  "POST /waitlist": signedIn,
  "DELETE /waitlist/{id}": owners,
  "POST /waitlist/offers/{id}/accept": ["patient"],
  "POST /subscriptions/preview": everyone,
  // With somebody's name in it: guests, and staff for them.
  "POST /subscriptions": ["visitor", ...staff],
  "GET /subscriptions": signedIn,
  "GET /subscriptions/{id}": owners,
  "POST /subscriptions/{id}/pause": owners,
  "POST /subscriptions/{id}/resume": owners,
  "POST /subscriptions/{id}/cancel": owners,
  "POST /subscriptions/{id}/place": staff,
  "POST /subscriptions/{id}/visits/{sequence}/cancel": owners,
  "POST /subscriptions/{id}/visits/{sequence}/skip": owners,
  "POST /subscriptions/{id}/visits/{sequence}/reschedule": owners,
  "POST /subscriptions/{id}/visits/{sequence}/place": staff,
  // Whoever has the link, signed in or not.
  "POST /guest/subscriptions/access": everyone,
  "GET /guest/subscriptions/{token}": everyone,
  "POST /guest/subscriptions/{token}/pause": everyone,
  "POST /guest/subscriptions/{token}/resume": everyone,
  "POST /guest/subscriptions/{token}/cancel": everyone,
  "POST /guest/subscriptions/{token}/visits/{sequence}/cancel": everyone,
  "POST /guest/subscriptions/{token}/visits/{sequence}/skip": everyone,
  "POST /guest/subscriptions/{token}/visits/{sequence}/reschedule": everyone,
  "GET /business-hours": admin,
  "POST /business-hours": admin,
  "PUT /business-hours": admin,
  "PATCH /business-hours/{id}": admin,
  "DELETE /business-hours/{id}": admin,
  "GET /closures": admin,
  "POST /closures": admin,
  "POST /closures/import": admin,
  "PATCH /closures/{id}": admin,
  "DELETE /closures/{id}": admin,
  "GET /time-slots": staff,
  "POST /time-slots/generate": staff,
  "PATCH /time-slots/{id}": staff,
  "DELETE /time-slots/{id}": staff,
  "GET /doctors/{id}/weekly-hours": ownTime,
  "PUT /doctors/{id}/weekly-hours": ownTime,
  "GET /doctors/{id}/windows": ownTime,
  "POST /doctors/{id}/windows": ownTime,
  "DELETE /doctors/{id}/windows/{windowId}": ownTime,
  "GET /doctors/{id}/time-off": ownTime,
  "POST /doctors/{id}/time-off": ownTime,
  "DELETE /doctors/{id}/time-off/{timeOffId}": ownTime,
  "POST /services": admin,
  "PATCH /services/{id}": admin,
  "DELETE /services/{id}": admin,
  "POST /impact": staff,
  "GET /analytics": admin,
  "GET /export/appointments.csv": admin,
  "GET /audit": admin,
};
