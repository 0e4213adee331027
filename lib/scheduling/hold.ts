import { type EpochMs, minutes } from "#lib/time.ts";

/** How many times somebody with an account may keep at once, over all their browsers. */
export const mostHolds = 3;

const secretShape = /^[A-Za-z0-9_-]{43}$/;

/** Whether it may be what a browser keeps to prove that a hold is its own: 256 random bits in base64url. */
export function isSecret(value: unknown): value is string {
  return typeof value === "string" && secretShape.test(value);
}

/** A hold can be extended until it has lasted this many times as long as it was made for. */
const longestInHolds = 4;

/**
 * Until when a hold lasts once it is extended now; its own end where it cannot last any longer.
 * @param hold the instants of its making and of its end
 */
export function extendedUntil(
  hold: { createdAt: EpochMs; expiresAt: EpochMs },
  holdMinutes: number,
  now: EpochMs,
): EpochMs {
  const most = hold.createdAt + minutes(holdMinutes * longestInHolds);
  return Math.max(hold.expiresAt, Math.min(now + minutes(holdMinutes), most));
}
