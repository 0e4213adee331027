/** Precondition: not empty. */
function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Precondition: not empty. @param share 0.95 for the 95th */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

/** Milliseconds that one piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/**
 * Does all of `items` with so many at a time, each worker beginning the next when its last is done.
 * @returns how many were done per second
 */
export async function ratePerSecond<T>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  const ms = await timed(() => Promise.all(Array.from({ length: atATime }, worker)));
  return (items.length / ms) * 1000;
}

/**
 * Lets figure and floors take turns, so that whatever else the machine does slows all alike.
 * @returns the median of each over the rounds; one round before them only warms up.
 */
export async function takingTurns(rounds: number, ...works: (() => Promise<number>)[]): Promise<number[]> {
  const results = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [n, work] of works.entries()) {
      const result = await work();
      if (round > 0) results[n]?.push(result);
    }
  }
  return results.map(median);
}
