import "server-only";
import { giveBackTurn, type Limit, takeTurn } from "#lib/auth/throttle.ts";
import type { Visitor } from "#lib/auth/visitor.ts";
import { type Refusal, refusal } from "../../refusal.ts";

/** Of people without an account. By address there is room for a waiting room behind one router. */
export const visitorLimits = {
  holds: { name: "hold-address", max: 60, windowMinutes: 10 },
  bookings: { name: "guest-address", max: 30, windowMinutes: 60 },
  recipient: { name: "guest-recipient", max: 5, windowMinutes: 60 },
} as const satisfies Record<string, Limit>;

/** @returns a refusal with `retryAfterSeconds` once a network address has held too many times */
export async function takeHoldTurn({ address }: Visitor): Promise<Refusal | null> {
  return refusalOf(await takeTurn(visitorLimits.holds, address));
}

/** The same for bookings, each of which writes to an e-mail address that nobody has confirmed. */
export async function takeGuestTurn({ address }: Visitor, email: string): Promise<Refusal | null> {
  const waits = [await takeTurn(visitorLimits.bookings, address), await takeTurn(visitorLimits.recipient, email)];
  return refusalOf(Math.max(0, ...waits.map((wait) => wait ?? 0)) || null);
}

/** For an attempt that was refused, so that nobody was written to. */
export async function giveBackGuestTurn(email: string): Promise<void> {
  await giveBackTurn(visitorLimits.recipient, email);
}

function refusalOf(wait: number | null): Refusal | null {
  return wait === null ? null : refusal("RATE_LIMITED", { retryAfterSeconds: wait });
}
