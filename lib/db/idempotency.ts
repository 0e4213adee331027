import "server-only";
import { createHash } from "node:crypto";
import type { Transaction } from "./transaction.ts";

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

/** Keeps the answer for whoever asks again. Precondition: claimed as new in the same transaction. */
export async function keepAnswer(tx: Transaction, { actor, route, key }: Request, response: unknown): Promise<void> {
  await tx.$executeRaw`
    UPDATE idempotency_key SET status = 200, response = ${JSON.stringify(response)}::jsonb
    WHERE actor = ${actor} AND route = ${route} AND key = ${key}`;
}

function hashOf(body: unknown): Buffer {
  return createHash("sha256").update(JSON.stringify(body)).digest();
}
