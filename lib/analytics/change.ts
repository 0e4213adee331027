/** How a number stands against the one before it. */
export interface Change {
  direction: "up" | "down" | "same";
  /** How much, in the number's own unit; never negative. */
  by: number;
}

/** Null where one of them is unknown. @param step what is too little to speak of: 1 for counts, 0.01 for shares */
export function changeOf(now: number | null, before: number | null, step = 1): Change | null {
  if (now === null || before === null) return null;
  const by = Math.round(Math.abs(now - before) / step) * step;
  if (by === 0) return { direction: "same", by: 0 };
  return { direction: now > before ? "up" : "down", by };
}
