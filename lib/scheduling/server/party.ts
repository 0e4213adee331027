import { type Actor, type AnsweringActor, type AnyActor, type GuestActor, hasRole } from "#lib/auth/actor.ts";
import type { Party } from "../lifecycle.ts";

interface Concerned {
  id: string;
  clinicId: string;
  doctorId: string;
  patientId: string | null;
  /** The visit of a care plan that it is. */
  visit?: { subscriptionId: string; subscription?: { patientId: string | null } } | null;
}

/** As what the actor may act on an appointment, the most powerful first; null: it is none of their business. */
export function partyOf(actor: AnyActor | AnsweringActor, appointment: Concerned): Party | null {
  if (actor.kind === "system") return "system";
  if (actor.kind === "answering") return isToAnswer(actor, appointment) ? "doctor" : null;
  if (actor.kind === "guest") return isOwnAsGuest(actor, appointment) ? "patient" : null;
  if (hasRole(actor, appointment.clinicId, "staff")) return "staff";
  if (isOwnAsDoctor(actor, appointment)) return "doctor";
  return isOwnAsPatient(actor, appointment) ? "patient" : null;
}

/** Of a plan that was linked to an account, some visits may keep the contact they were booked with. */
function isOwnAsPatient({ userId }: Actor, { patientId, visit }: Concerned): boolean {
  return patientId === userId || visit?.subscription?.patientId === userId;
}

function isOwnAsGuest({ appointmentId, subscriptionId }: GuestActor, { id, visit }: Concerned): boolean {
  return appointmentId === id || (subscriptionId !== null && subscriptionId === visit?.subscriptionId);
}

function isToAnswer(actor: AnsweringActor, { id, doctorId }: Concerned): boolean {
  return actor.appointmentId === id && actor.doctorId === doctorId;
}

function isOwnAsDoctor(actor: AnyActor, { clinicId, doctorId }: Concerned): boolean {
  return actor.kind === "person" && actor.doctorId === doctorId && hasRole(actor, clinicId, "doctor");
}
