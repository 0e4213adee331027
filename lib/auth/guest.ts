import "server-only";
import { db } from "#lib/db/client.ts";
import type { GuestActor } from "./actor.ts";
import { guestActor } from "./mint.ts";
import { peekToken } from "./tokens.ts";

/** Whoever opens the link of one appointment's mail; null when the link is unknown, out of date or revoked. */
export async function guestByLink(token: string): Promise<GuestActor | null> {
  const subject = await peekToken(db, "appointment", token);
  const appointmentId = subject?.split(":")[0];
  return appointmentId ? guestActor(appointmentId) : null;
}

/** Somebody who just came in. */
export function newGuest(): GuestActor {
  return guestActor();
}
