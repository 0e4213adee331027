import "server-only";
import { type MadeToken, makeToken, storeToken } from "#lib/auth/tokens.ts";
import type { Statements } from "#lib/db/statements.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import type { Contact } from "../booking/write-appointment.ts";

const monthInMinutes = 30 * 24 * 60;

/** A link for somebody without an account, where they left an address to send it to. */
export function makeGuestLink(contact: Contact | null): MadeToken | null {
  return contact?.email ? makeToken() : null;
}

/**
 * Lets the link open the appointment until a month after it. Each version of an appointment has a link of its own, so
 * that the one in an older mail still leads there.
 */
export async function storeGuestLink(
  tx: Statements,
  link: MadeToken,
  appointment: { id: string; version: number; endsAt: EpochMs },
  now: EpochMs,
): Promise<void> {
  const { id, version, endsAt } = appointment;
  const lifetime = Math.ceil((endsAt - now) / minutes(1)) + monthInMinutes;
  await storeToken(tx, link, "appointment", `${id}:${version}`, lifetime);
}
