import { defaultLanguage } from "#lib/i18n/locales.ts";
import type { Actor, AnsweringActor, GuestActor, Membership } from "./actor.ts";

/**
 * Makes an actor. Whoever calls this vouches that the person proved who they are (session, verified token) and that
 * the memberships were just read from the database; the linter lets only lib/auth, the seed and tests import it.
 */
export function mintActor(person: {
  userId: string;
  name: string;
  locale?: string;
  doctorId: string | null;
  memberships: readonly Membership[];
}): Actor {
  const memberships = person.memberships.map(({ clinicId, role }) => Object.freeze({ clinicId, role }));
  const { userId, name, locale = defaultLanguage, doctorId } = person;
  const own = { userId, name, locale, doctorId, memberships: Object.freeze(memberships) };
  return Object.freeze({ kind: "person", ...own }) as Actor;
}

/** @param proved what a mailed link was verified for; nothing for whoever just came in */
export function guestActor(
  proved: { appointmentId?: string; subscriptionId?: string } = {},
  locale: string | null = null,
): GuestActor {
  const { appointmentId = null, subscriptionId = null } = proved;
  return Object.freeze({ kind: "guest", appointmentId, subscriptionId, locale }) as GuestActor;
}

export function answeringActor(of: { userId: string; doctorId: string; appointmentId: string }): AnsweringActor {
  const { userId, doctorId, appointmentId } = of;
  return Object.freeze({ kind: "answering", userId, doctorId, appointmentId }) as AnsweringActor;
}
