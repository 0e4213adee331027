export type Role = "patient" | "doctor" | "staff" | "admin";

export interface Membership {
  readonly clinicId: string;
  readonly role: Role;
}

/** Only the type exists: no value outside `mint.ts` claims it. */
declare const minted: unique symbol;

/**
 * A person who proved who they are: signed in, e-mail address verified, not disabled.
 * What they may do is read from the database on every request, never from a cookie or token.
 */
export interface Actor {
  readonly [minted]: true;
  readonly kind: "person";
  readonly userId: string;
  readonly name: string;
  /** In which language they read, as a tag. */
  readonly locale: string;
  /** Their own row as a doctor, if they are one. */
  readonly doctorId: string | null;
  readonly memberships: readonly Membership[];
}

/** The application itself: jobs, the seed, a command typed by the host's operator. */
export interface SystemActor {
  readonly [minted]: true;
  readonly kind: "system";
  readonly reason: string;
}

/** Somebody without an account, who may have proved by a mailed link that an appointment or a care plan is theirs. */
export interface GuestActor {
  readonly [minted]: true;
  readonly kind: "guest";
  readonly appointmentId: string | null;
  readonly subscriptionId: string | null;
  /** Of the pages they came by, as a tag; null where that is not known. */
  readonly locale: string | null;
}

/** A doctor as far as a mailed link proves it: may answer one request of theirs, and do nothing else. */
export interface AnsweringActor {
  readonly [minted]: true;
  readonly kind: "answering";
  readonly userId: string;
  readonly doctorId: string;
  readonly appointmentId: string;
}

export type AnyActor = Actor | GuestActor | SystemActor;

const strength = { patient: 0, doctor: 1, staff: 2, admin: 3 } as const satisfies Record<Role, number>;

/**
 * Whether the actor may act in `role` at a clinic. An admin may do all that staff may, everyone signed in may be a
 * patient anywhere, a guest is nothing else, and the system stands in for staff and admin but is never a patient or a
 * doctor.
 */
export function hasRole(actor: AnyActor, clinicId: string, role: Role): boolean {
  if (actor.kind === "system") return role === "staff" || role === "admin";
  if (role === "patient" || actor.kind === "guest") return role === "patient";
  return actor.memberships.some((held) => held.clinicId === clinicId && grants(held.role, role));
}

/** The clinics at which a person holds `role`, in the order of their memberships; admin includes staff. */
export function clinicsWithRole(actor: Actor, role: Exclude<Role, "patient">): string[] {
  return [...new Set(actor.memberships.filter((held) => grants(held.role, role)).map((held) => held.clinicId))];
}

/** The most powerful role a person holds at a clinic, or anywhere when none is named. */
export function strongestRole(actor: Actor, clinicId?: string): Role {
  return actor.memberships
    .filter((held) => clinicId === undefined || held.clinicId === clinicId)
    .reduce<Role>((best, held) => (strength[held.role] > strength[best] ? held.role : best), "patient");
}

/** How an actor is named in the audit log. */
export function actorLabel(
  actor: AnyActor | AnsweringActor,
  clinicId?: string,
): { actorId: string | null; actorRole: string } {
  if (actor.kind === "system") return { actorId: null, actorRole: `system: ${actor.reason}` };
  if (actor.kind === "guest") return { actorId: null, actorRole: "guest" };
  if (actor.kind === "answering") return { actorId: actor.userId, actorRole: "doctor by link" };
  return { actorId: actor.userId, actorRole: strongestRole(actor, clinicId) };
}

function grants(held: Role, wanted: Role): boolean {
  return held === wanted || (held === "admin" && wanted === "staff");
}
