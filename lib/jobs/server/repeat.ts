import "server-only";

const running = new Set<Promise<void>>();
let stopping = false;

/** Runs `work` over and over, `pauseMs` after it ended, or at once while it says that there is more. */
export function repeat(name: string, pauseMs: number, work: () => Promise<unknown>): void {
  let failures = 0;
  const round = async () => {
    let more = false;
    try {
      more = (await work()) === "more";
      failures = 0;
    } catch (error) {
      failures += 1;
      // The first of a series is worth a line; a database that is away would otherwise fill the log.
      if (failures === 1) console.error(`Background work "${name}" failed and will be tried again.`, error);
    }
    plan(more ? 0 : Math.min(pauseMs * 2 ** failures, 60_000));
  };
  const plan = (afterMs: number) => {
    if (stopping) return;
    setTimeout(() => {
      if (stopping) return;
      const current = round().finally(() => running.delete(current));
      running.add(current);
    }, afterMs).unref();
  };
  plan(Math.min(pauseMs, 5_000));
}

/** No round begins any more. @returns when those that had begun have ended */
export async function settled(): Promise<void> {
  stopping = true;
  await Promise.all(running);
}
