/** After this many milliseconds a mail is given up: what it tells is no longer news. */
export const givenUpAfter = 72 * 60 * 60 * 1000;

const first = 60_000;
const longest = 4 * 60 * 60 * 1000;

/**
 * Milliseconds until the next attempt: doubling from a minute to four hours, spread over half to one and a half times
 * so that a whole outbox does not come back at once.
 * @param attempts how many have failed, at least 1
 * @param random from [0, 1)
 */
export function retryDelay(attempts: number, random: number): number {
  return Math.round(Math.min(first * 2 ** (attempts - 1), longest) * (0.5 + random));
}

/**
 * Whether trying again is pointless: the server said for good that it will not take this recipient or this content.
 * A refused login or a closed port is our own fault and may be mended.
 */
export function isFinalRefusal(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  return code !== "EAUTH" && typeof responseCode === "number" && responseCode >= 550 && responseCode <= 559;
}
