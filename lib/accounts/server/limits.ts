import "server-only";
import { type Limit, takeTurn } from "#lib/auth/throttle.ts";
import { type Refusal, refusal } from "#lib/scheduling/refusal.ts";

/** Attempts that did not succeed. By address there is room for a whole clinic behind one router. */
export const signInLimits = {
  account: { name: "sign-in-account", max: 10, windowMinutes: 15 },
  address: { name: "sign-in-address", max: 60, windowMinutes: 15 },
} as const satisfies Record<string, Limit>;

/** Forms that make us write to somebody. */
export const mailLimits = {
  recipient: { name: "mail-recipient", max: 5, windowMinutes: 60 },
  address: { name: "mail-address", max: 30, windowMinutes: 60 },
} as const satisfies Record<string, Limit>;

/** Invitations of one admin: room to invite a whole practice in an afternoon, none for a mailing. */
export const invitationLimit = { name: "invitation", max: 60, windowMinutes: 60 } as const satisfies Limit;

/** @returns null when every limit still has room; otherwise a refusal with `retryAfterSeconds`. */
export async function tooMany(...turns: [Limit, string][]): Promise<Refusal | null> {
  const waits = await Promise.all(turns.map(([limit, key]) => takeTurn(limit, key)));
  const longest = Math.max(0, ...waits.map((wait) => wait ?? 0));
  return longest > 0 ? refusal("RATE_LIMITED", { retryAfterSeconds: longest }) : null;
}
