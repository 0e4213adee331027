import "server-only";
import { db } from "#lib/db/client.ts";
import type { GuestActor } from "./actor.ts";
import { guestActor } from "./mint.ts";
import { peekToken } from "./tokens.ts";

/** Whoever opens the link of one appointment's mail; null when the link is unknown, out of date or revoked. */
export async function guestByLink(token: string): Promise<GuestActor | null> {
  const subject = await peekToken(db, "appointment", token);
  const appointmentId = subject?.split(":")[0];
  return appointmentId ? guestActor({ appointmentId }) : null;
}

/** Whoever opens the link of a care plan's mail; null when the link is unknown, out of date or replaced by a newer one. */
export async function guestByPlanLink(token: string): Promise<GuestActor | null> {
  const subscriptionId = await peekToken(db, "subscription", token);
  return subscriptionId ? guestActor({ subscriptionId }) : null;
}

/** @param locale of the pages or answers they read, in whose language they are written to; null: in the clinic's */
export function newGuest(locale: string | null = null): GuestActor {
  return guestActor({}, locale);
}
