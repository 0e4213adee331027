import "server-only";
import { type Actor, type AnyActor, type GuestActor, hasRole } from "#lib/auth/actor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import type { Contact } from "./write-appointment.ts";

/** Who books, and for whom. */
export interface Booker {
  /** The application itself where it offers a place to somebody who waits. */
  actor: AnyActor;
  /** Staff are not bound by notice, horizon and missed appointments, and what they book is confirmed. */
  party: "patient" | "staff";
  patientId: string | null;
  contact: Contact | null;
}

interface Wanted {
  clinicId: string;
  patientId?: string | undefined;
  contact?: { name: string; email?: string | undefined; phone?: string | undefined } | undefined;
  urgent?: boolean | undefined;
}

/**
 * Somebody signed in books for themselves, staff for an account or a walk-in, a guest by name and e-mail address.
 * Only staff may call something urgent or book for others.
 */
export function bookerOf(actor: Actor | GuestActor, wanted: Wanted): Result<Booker> {
  const contact = wanted.contact ? contactOf(actor, wanted.contact) : null;
  if (actor.kind === "person" && hasRole(actor, wanted.clinicId, "staff")) {
    if (contact) return ok({ actor, party: "staff", patientId: null, contact });
    if (wanted.patientId) return ok({ actor, party: "staff", patientId: wanted.patientId, contact: null });
  } else if (wanted.patientId || wanted.urgent) return refuse(refusal("FORBIDDEN"));
  if (actor.kind === "person") {
    if (contact) return refuse(refusal("FORBIDDEN"));
    return ok({ actor, party: "patient", patientId: actor.userId, contact: null });
  }
  if (contact?.email) return ok({ actor, party: "patient", patientId: null, contact });
  const missing = contact ? ["contact.email"] : ["contact.name", "contact.email"];
  return refuse({ ...refusal("VALIDATION"), errors: missing.map((path) => ({ path, message: "required" })) });
}

/** Whom staff book for need not read what staff read. */
function contactOf(actor: Actor | GuestActor, { name, email, phone }: NonNullable<Wanted["contact"]>): Contact {
  const locale = actor.kind === "guest" ? actor.locale : null;
  return { name, email: email ?? null, phone: phone ?? null, locale };
}
