/**
 * How far somebody has read a log whose ids are handed out in order and commit in any order. What is below `top` and
 * was not there is passed over: it may still commit. It is asked for again, until every transaction that could have
 * written it has ended.
 */
export interface LogPosition {
  /** The greatest id read. */
  top: number;
  /** Each id passed over, with the transaction id that is greater than its writer's; null while none was taken. */
  passedOver: ReadonlyMap<number, number | null>;
}

/** More are not kept: a gap that wide is a sequence that was set, or a mass of work that was rolled back. */
const mostPassedOver = 1_000;

/** Of transactions that run when somebody begins to read; each of ours writes a handful of changes and soon ends. */
const lookBack = 200;

/** Whoever begins at the log's end looks again at its last stretch, in which something may be missing. */
export function startAt(greatest: number): LogPosition {
  return { top: greatest, passedOver: new Map(idsBetween(Math.max(0, greatest - lookBack), greatest).map(unbounded)) };
}

/**
 * @param found ids above `top` or passed over, ascending, as one snapshot of the database saw them
 * @param oldestRunning every transaction below it had ended in that snapshot
 */
export function readOn(position: LogPosition, found: readonly number[], oldestRunning: number): LogPosition {
  const top = Math.max(position.top, found.at(-1) ?? 0);
  const seen = new Set(found);
  const still = [...position.passedOver].filter(
    ([id, bound]) => !seen.has(id) && (bound === null || bound > oldestRunning),
  );
  const fresh = idsBetween(Math.max(position.top, top - mostPassedOver), top).filter((id) => !seen.has(id));
  return { top, passedOver: new Map([...still, ...fresh.map(unbounded)].slice(-mostPassedOver)) };
}

/** Whether a transaction id has to be taken, after the snapshot that was read last. */
export function needsBound({ passedOver }: LogPosition): boolean {
  return [...passedOver.values()].includes(null);
}

/**
 * @param transactionId taken after the last snapshot was: whoever had been given an id below `top` had a smaller one,
 *   since a change is written by a transaction that wrote something else before
 */
export function withBound(position: LogPosition, transactionId: number): LogPosition {
  const passedOver = [...position.passedOver].map(([id, bound]): [number, number] => [id, bound ?? transactionId]);
  return { ...position, passedOver: new Map(passedOver) };
}

function unbounded(id: number): [number, null] {
  return [id, null];
}

/** Above `from`, up to and with `to`. */
function idsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n + 1);
}
