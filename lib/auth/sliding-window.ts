/** Attempts counted in two neighbouring windows of fixed length. */
export interface Attempts {
  /** In the present window, this one included; the count stops at `max + 1`. */
  current: number;
  /** In the window before. */
  previous: number;
  /** Seconds since the present window began. */
  elapsed: number;
}

/**
 * How long to wait, 0 when the attempt may go ahead. The window slides: of the previous one counts the share that still
 * lies within one window's length, so that there is no moment at which twice as many are let through.
 * @returns whole seconds until one more attempt would be let through, if nobody tries in between
 */
export function secondsToWait({ current, previous, elapsed }: Attempts, max: number, windowSeconds: number): number {
  const share = 1 - elapsed / windowSeconds;
  if (current + previous * share <= max) return 0;
  // The next attempt adds one; what is counted now has to fade until there is room for it.
  const now = Math.min(current, max);
  const room = max - 1;
  const wait =
    now <= room
      ? windowSeconds * (1 - (room - now) / previous) - elapsed
      : windowSeconds - elapsed + windowSeconds * (1 - room / (max + 1));
  return Math.max(1, Math.ceil(wait));
}
