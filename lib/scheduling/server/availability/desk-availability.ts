import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { daysBetween, localDateOf } from "#lib/time.ts";
import { availability } from "../../availability.ts";
import { frontDeskPolicy } from "../../policy.ts";
import { refusal } from "../../refusal.ts";
import type { Availability, AvailabilityRequest } from "./find-availability.ts";
import { loadCalendar } from "./load-calendar.ts";

const longestRange = 31;

/** What the front desk can book, day by day: without notice, and as far ahead as there are slots. For staff. */
export async function deskAvailability(
  actor: Actor,
  { clinicId, serviceId, doctorId = null, from, to }: AvailabilityRequest,
  clock: Clock = databaseClock,
): Promise<Result<Availability>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > longestRange) return refuse(refusal("VALIDATION", { longestRange }));
  const calendar = await loadCalendar(db, { clinicId, serviceId, doctorId, days: { from, to } });
  if (!calendar) return refuse(refusal("NOT_FOUND"));
  const policy = frontDeskPolicy(calendar.policy);
  const now = clock(calendar.now);
  return ok({ now, today: localDateOf(now, policy.timeZone), days: availability({ ...calendar, policy, now }) });
}
