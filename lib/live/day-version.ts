/** How many changes the log holds of a day, and the greatest id among them: `12-3456`. */
export type DayVersion = string;

/** Null for a text that is none, such as what a client claims to have seen. */
export function parseDayVersion(text: string | null): DayVersion | null {
  return text !== null && /^\d{1,15}-\d{1,15}$/.test(text) ? text : null;
}

/**
 * Whether something happened to a day since `seen`. The log forgets what is older than a day, so that a smaller count
 * is no news; a change that was written before the greatest one and committed after it makes the count larger.
 */
export function hasMoved(version: DayVersion, seen: DayVersion): boolean {
  const [now, then] = [partsOf(version), partsOf(seen)];
  return now.greatest !== 0 && (now.greatest !== then.greatest || now.count > then.count);
}

function partsOf(version: DayVersion): { count: number; greatest: number } {
  const [count = 0, greatest = 0] = version.split("-").map(Number);
  return { count, greatest };
}
