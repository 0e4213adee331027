import "server-only";
import { type Actor, type GuestActor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result } from "#lib/result.ts";
import { previewPlanSchema } from "../../plan-schema.ts";
import type { PlanPreview } from "../../plan-view.ts";
import type { Booker } from "../booking/booking-party.ts";
import { parseInput } from "../parse-input.ts";
import { draftPlan, type PlanWish } from "./plan-wish.ts";

/**
 * What would be made of a wish now, every visit with its place or the reason why it has none; nothing is written. Staff
 * see it as for somebody else.
 */
export async function previewPlan(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<PlanPreview>> {
  const parsed = parseInput(previewPlanSchema, input);
  if (!parsed.ok) return parsed;
  const wish: PlanWish = parsed.value;
  const drafted = await draftPlan(db, wish, viewerOf(actor, wish.clinicId), clock);
  if (!drafted.ok) return drafted;
  const { calendar, visits, pricePerVisit } = drafted.value;
  const { service, clinic, policy, doctors } = calendar;
  const { id, name, mode } = service;
  return ok({
    clinicId: clinic.id,
    timeZone: policy.timeZone,
    service: { id, name, mode },
    doctorNames: Object.fromEntries(doctors.map((doctor) => [doctor.id, doctor.name])),
    visits,
    count: visits.length,
    pricePerVisit,
    total: pricePerVisit * visits.length,
    currency: clinic.currency,
    cancelNoticeHours: policy.cancelNoticeHours,
    requiresConfirmation: service.requiresConfirmation,
  });
}

function viewerOf(actor: Actor | GuestActor, clinicId: string): Pick<Booker, "party" | "patientId"> {
  if (hasRole(actor, clinicId, "staff")) return { party: "staff", patientId: null };
  return { party: "patient", patientId: actor.kind === "person" ? actor.userId : null };
}
