/** After this many milliseconds a mail is given up: what it tells is no longer news. */
export const givenUpAfter = 72 * 60 * 60 * 1000;

const longest = 4 * 60 * 60 * 1000;

/**
 * Milliseconds until the next attempt: doubling from a minute to four hours, spread over half to one and a half times
 * so that a whole outbox does not come back at once.
 * @param attempts how many have failed, at least 1
 * @param random from [0, 1)
 * @param first the pause after the first, before it is spread
 */
export function retryDelay(attempts: number, random: number, first = 60_000): number {
  return Math.round(Math.min(first * 2 ** (attempts - 1), longest) * (0.5 + random));
}

/**
 * Whether trying again is pointless: the server said for good that it will not take this recipient or this content.
 * A refused login, greeting or sender is about all of our mails; somebody may mend it.
 */
export function isFinalRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { responseCode, command, code } = error as Error & {
    responseCode?: unknown;
    command?: unknown;
    code?: unknown;
  };
  // Not even an address: it was never sent.
  if (code === "EENVELOPE" && command === "API") return true;
  if (typeof responseCode !== "number" || responseCode < 550 || responseCode > 559) return false;
  return command === "RCPT TO" || command === "DATA";
}
