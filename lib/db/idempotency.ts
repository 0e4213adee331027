import "server-only";
import { createHash } from "node:crypto";
import type { Result } from "#lib/result.ts";
import { db } from "./client.ts";
import { inSurroundingTransaction, type Transaction } from "./transaction.ts";

/** What makes two requests the same one: who asks, for what, under which key. */
export interface Request {
  /** The account's id, or "guest". */
  actor: string;
  route: string;
  key: string;
  /** What is asked for; the same key with another body is a mistake of whoever sends it. */
  body: unknown;
}

export type Claim<T> = { is: "new" } | { is: "known"; response: T } | { is: "mismatch" };

/**
 * Claims a key in the transaction that does the work: a second request with it waits for the first to end, and is then
 * given its answer; where the first failed, the second does the work.
 */
export async function claimKey<T>(tx: Transaction, request: Request): Promise<Claim<T>> {
  const { actor, route, key } = request;
  const hash = hashOf(request.body);
  const isNew = await tx.$executeRaw`
    INSERT INTO idempotency_key (actor, route, key, request_hash)
    VALUES (${actor}, ${route}, ${key}, ${hash}) ON CONFLICT DO NOTHING`;
  if (isNew) return { is: "new" };
  const [row] = await tx.$queryRaw<{ isSame: boolean; response: T }[]>`
    SELECT request_hash = ${hash} AS "isSame", response FROM idempotency_key
    WHERE actor = ${actor} AND route = ${route} AND key = ${key}`;
  return row?.isSame ? { is: "known", response: row.response } : { is: "mismatch" };
}

/** What came of a request that may have been sent before. */
export type Once<T> =
  | { is: "done"; result: Result<T> }
  /** It was done before; `answer` is what was kept by `keepShown`, null where the process died before that. */
  | { is: "known"; written: T; answer: unknown }
  | { is: "mismatch" }
  | { is: "running" };

/**
 * Does the work of a key once: the key and what `work` writes are one transaction, so that a crash leaves both or
 * neither. A refusal leaves no trace, and the key can be used again. What `work` answers must survive JSON.
 */
export async function once<T>(request: Request, work: () => Promise<Result<T>>): Promise<Once<T>> {
  const { actor, route, key } = request;
  try {
    return await inSurroundingTransaction<Once<T>>(async (tx) => {
      const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtextextended(${`${actor} ${route} ${key}`}, 1)) AS "isMine"`;
      if (!lock?.isMine) return { is: "running" };
      const claim = await claimKey<{ written: T; answer?: string }>(tx, request);
      if (claim.is === "mismatch") return { is: "mismatch" };
      if (claim.is === "known") {
        const { written, answer } = claim.response;
        return { is: "known", written, answer: answer === undefined ? null : JSON.parse(answer) };
      }
      const result = await work();
      if (!result.ok) throw new Undone(result);
      await keepAnswer(tx, request, { written: result.value });
      return { is: "done", result };
    });
  } catch (error) {
    if (error instanceof Undone) return { is: "done", result: error.result as Result<T> };
    throw error;
  }
}

class Undone extends Error {
  readonly result: Result<unknown>;

  constructor(result: Result<unknown>) {
    super("Refused: the key is free again.");
    this.result = result;
  }
}

/**
 * Keeps what was shown of the work, so that whoever asks again reads the same to the letter, whatever has become of it
 * since. As text: jsonb would put its fields into another order.
 */
export async function keepShown({ actor, route, key }: Request, answer: unknown): Promise<void> {
  await db.$executeRaw`
    UPDATE idempotency_key SET response = response || jsonb_build_object('answer', ${JSON.stringify(answer)}::text)
    WHERE actor = ${actor} AND route = ${route} AND key = ${key}`;
}

/** Keeps the answer for whoever asks again. Precondition: claimed as new in the same transaction. */
export async function keepAnswer(tx: Transaction, { actor, route, key }: Request, response: unknown): Promise<void> {
  await tx.$executeRaw`
    UPDATE idempotency_key SET status = 200, response = ${JSON.stringify(response)}::jsonb
    WHERE actor = ${actor} AND route = ${route} AND key = ${key}`;
}

function hashOf(body: unknown): Buffer {
  return createHash("sha256").update(JSON.stringify(body)).digest();
}
