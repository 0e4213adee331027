import "server-only";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { wholeNews } from "../order.ts";
import type { Channel, OutgoingMessage } from "./channel.ts";
import { withoutTokens } from "./without-tokens.ts";

/** A message that this worker alone may send until its lease ends. */
export interface ClaimedMessage extends Omit<OutgoingMessage, "kind"> {
  kind: string;
  /** Which attempt this is, from 1. */
  attempt: number;
  /** Whether its 72 hours are over. */
  isStale: boolean;
}

interface ClaimedRow extends Omit<ClaimedMessage, "deliveryId"> {
  timesSent: number;
}

const due = Prisma.sql`((m.status = 'queued' AND m.next_attempt_at <= now()) OR (m.status = 'sending' AND m.leased_until <= now()))`;

/**
 * The next message of a channel, or null. Never one before an older message to the same person about the same
 * appointment or plan has gone out or been given up. A worker that dies leaves it to the others when the lease ends.
 */
export async function claimNext(
  channel: Channel["name"],
  { leaseSeconds, staleAfterMs }: { leaseSeconds: number; staleAfterMs: number },
): Promise<ClaimedMessage | null> {
  const [row] = await db.$queryRaw<ClaimedRow[]>`
    WITH next AS (
      SELECT m.id, m.status, m.attempts FROM message m
      WHERE m.channel = ${channel}::message_channel AND ${due} AND (m.expires_at IS NULL OR m.expires_at > now())
        AND NOT EXISTS (SELECT FROM message older
          WHERE older.appointment_id = m.appointment_id AND older.recipient = m.recipient AND older.id < m.id
            AND older.status IN ('queued', 'sending'))
        AND NOT EXISTS (SELECT FROM message older
          WHERE older.subscription_id = m.subscription_id AND older.recipient = m.recipient AND older.id < m.id
            AND older.status IN ('queued', 'sending'))
      ORDER BY m.next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED
    ), lost AS (
      INSERT INTO message_attempt (message_id, attempt, outcome, answer)
      SELECT id, attempts, 'failed', 'the worker was gone before the server answered' FROM next WHERE status = 'sending'
    )
    UPDATE message m SET status = 'sending', attempts = m.attempts + 1,
      leased_until = now() + make_interval(secs => ${leaseSeconds}::float8)
    FROM next WHERE m.id = next.id
    RETURNING m.id::text, m.kind, m.recipient::text, m.locale, m.payload, m.attempts AS attempt,
      m.clinic_id::text AS "clinicId", m.appointment_id::text AS "appointmentId",
      m.appointment_version AS "appointmentVersion", m.subscription_id::text AS "subscriptionId",
      m.queued_at < now() - make_interval(secs => ${staleAfterMs / 1000}::float8) AS "isStale",
      (SELECT count(*)::int FROM message_attempt WHERE message_id = m.id AND outcome = 'sent') AS "timesSent"`;
  if (!row) return null;
  const { timesSent, ...message } = row;
  return { ...message, deliveryId: timesSent > 0 ? `${message.id}.${timesSent + 1}` : message.id };
}

/** What came of an attempt. */
export type Outcome =
  | { is: "sent"; answer: string }
  | { is: "failed"; answer: string; retryAfterMs: number }
  | { is: "refused"; answer: string };

/**
 * Notes an attempt. A worker whose lease ran out does not overwrite what its successor wrote, but a message that did
 * go out is sent, however late it turns out.
 */
export async function noteOutcome({ id, attempt }: ClaimedMessage, outcome: Outcome): Promise<void> {
  const answer = outcome.answer.slice(0, 500);
  await db.$executeRaw`
    WITH tried AS (
      INSERT INTO message_attempt (message_id, attempt, outcome, answer)
      VALUES (${id}::uuid, ${attempt}::int, ${outcome.is}::attempt_outcome, ${answer})
    )
    UPDATE message SET leased_until = NULL, ${change(outcome)}
    WHERE id = ${id}::uuid AND ${
      outcome.is === "sent"
        ? Prisma.sql`status IN ('queued', 'sending') AND attempts >= ${attempt}::int`
        : Prisma.sql`status = 'sending' AND attempts = ${attempt}::int`
    }`;
}

function change(outcome: Outcome): Prisma.Sql {
  switch (outcome.is) {
    case "sent":
      return Prisma.sql`status = 'sent', sent_at = now(), last_error = NULL, payload = ${withoutTokens}`;
    case "refused":
      return Prisma.sql`status = 'dead', last_error = ${outcome.answer.slice(0, 500)}, payload = ${withoutTokens}`;
    case "failed":
      return Prisma.sql`status = 'queued', last_error = ${outcome.answer.slice(0, 500)},
        next_attempt_at = now() + make_interval(secs => ${outcome.retryAfterMs / 1000}::float8)`;
  }
}

/** Drops a claimed message that is no longer true, and lets it be written anew where it still is due. */
export async function dropVoid({ id, attempt }: ClaimedMessage): Promise<void> {
  await db.$executeRaw`
    UPDATE message SET status = 'superseded', leased_until = NULL, once_key = NULL, payload = ${withoutTokens},
      last_error = ${droppedBecause.newer}
    WHERE id = ${id}::uuid AND status = 'sending' AND attempts = ${attempt}::int`;
}

/**
 * Drops what must not be sent any more: its time has passed, or it failed while something newer was written to the
 * same person about the same appointment. Dropped is not dead: nobody has to do anything about it.
 */
export async function dropOutdated(): Promise<void> {
  await db.$executeRaw`
    UPDATE message m SET status = 'superseded', leased_until = NULL, payload = ${withoutTokens},
      last_error = CASE WHEN expires_at <= now() THEN ${droppedBecause.late} ELSE ${droppedBecause.newer} END
    WHERE (m.status = 'queued' OR (m.status = 'sending' AND m.leased_until <= now()))
      AND (m.expires_at <= now() OR (m.attempts > 0 AND EXISTS (SELECT FROM message newer
        WHERE newer.appointment_id = m.appointment_id AND newer.recipient = m.recipient
          AND newer.appointment_version > m.appointment_version AND newer.kind = ANY(${[...wholeNews]})
          AND newer.status IN ('queued', 'sending', 'sent'))))`;
}

/** Kept in `last_error` of a dropped message. */
export const droppedBecause = { late: "late", newer: "newer" } as const;
