import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { isMessageKind } from "../message-kinds.ts";
import { givenUpAfter, isFinalRefusal, retryDelay } from "../retry.ts";
import { renderMail } from "../templates.ts";
import { mailTexts } from "./mail-texts.ts";
import type { SendMail } from "./mail-transport.ts";

const batchSize = 5;
/** A worker that dies leaves its messages to the others after this long. */
const leaseSeconds = 110;

interface ClaimedMessage {
  id: string;
  kind: string;
  recipient: string;
  locale: string;
  payload: unknown;
  attempts: number;
  createdAt: Date;
}

/**
 * Sends what is due, each message at least once and under the same Message-ID every time.
 * @returns how many were tried; a full batch means that more may be waiting
 */
export async function deliverMessages(send: SendMail): Promise<{ tried: number; more: boolean }> {
  const claimed = await claim();
  await Promise.all(claimed.map((message) => deliver(message, send)));
  return { tried: claimed.length, more: claimed.length === batchSize };
}

function claim(): Promise<ClaimedMessage[]> {
  return db.$queryRaw<ClaimedMessage[]>`
    UPDATE message SET status = 'sending', attempts = attempts + 1,
      leased_until = now() + make_interval(secs => ${leaseSeconds}::int)
    WHERE id IN (
      SELECT id FROM message
      WHERE (status = 'queued' AND next_attempt_at <= now()) OR (status = 'sending' AND leased_until <= now())
      ORDER BY next_attempt_at LIMIT ${batchSize}::int FOR UPDATE SKIP LOCKED)
    RETURNING id::text, kind, recipient::text, locale, payload, attempts, created_at AS "createdAt"`;
}

async function deliver(message: ClaimedMessage, send: SendMail): Promise<void> {
  const { id, kind, recipient, payload, createdAt } = message;
  if (Date.now() - createdAt.getTime() > givenUpAfter) return giveUp(message, "not sent within 72 hours");
  if (!isMessageKind(kind)) return giveUp(message, `unknown kind ${kind}`);
  let mail: ReturnType<typeof renderMail>;
  try {
    mail = renderMail({ kind, payload }, await mailTexts(message.locale), env().siteUrl);
  } catch (error) {
    return giveUp(message, `cannot be written: ${reason(error)}`);
  }
  try {
    await send({ id, recipient, ...mail });
  } catch (error) {
    return isFinalRefusal(error) ? giveUp(message, reason(error)) : tryAgain(message, reason(error));
  }
  await settled(message);
}

// Each of these minds `attempts`: a worker whose lease ran out must not overwrite what its successor wrote.

async function settled({ id, attempts }: ClaimedMessage): Promise<void> {
  await db.$executeRaw`
    UPDATE message SET status = 'sent', sent_at = now(), leased_until = NULL, last_error = NULL, payload = payload - 'token'
    WHERE id = ${id}::uuid AND status = 'sending' AND attempts = ${attempts}::int`;
}

async function tryAgain({ id, attempts }: ClaimedMessage, error: string): Promise<void> {
  const seconds = retryDelay(attempts, Math.random()) / 1000;
  await db.$executeRaw`
    UPDATE message SET status = 'queued', leased_until = NULL, last_error = ${error},
      next_attempt_at = now() + make_interval(secs => ${seconds}::float8)
    WHERE id = ${id}::uuid AND status = 'sending' AND attempts = ${attempts}::int`;
}

async function giveUp({ id, attempts }: ClaimedMessage, error: string): Promise<void> {
  await db.$executeRaw`
    UPDATE message SET status = 'dead', leased_until = NULL, last_error = ${error}, payload = payload - 'token'
    WHERE id = ${id}::uuid AND status = 'sending' AND attempts = ${attempts}::int`;
}

function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
