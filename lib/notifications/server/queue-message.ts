import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { MessageKind, MessagePayload } from "../message-kinds.ts";
import { withoutTokens } from "./without-tokens.ts";

interface Addressed<K extends MessageKind> {
  kind: K;
  recipient: string;
  locale: string;
  payload: MessagePayload<K>;
  clinicId?: string;
  userId?: string;
  /** With the version, makes the message unique per kind and recipient however often it is queued. */
  appointmentId?: string;
  appointmentVersion?: number;
  subscriptionId?: string;
  /** "email" when left out. */
  channel?: "email" | "sms";
  /** Of two with the same key, whenever they are queued, the second is not written. */
  onceKey?: string;
  /** When it is dropped if it has not gone out, in epoch milliseconds. */
  expiresAt?: number;
}

export type OutgoingMessage = { [K in MessageKind]: Addressed<K> }[MessageKind];

/**
 * Writes a mail into the outbox in the caller's transaction: it is sent exactly if that commits.
 * @returns its id; null when the same was there already
 */
export async function queueMessage(tx: Transaction, message: OutgoingMessage): Promise<string | null> {
  const { kind, recipient, locale, payload, clinicId, userId, appointmentId, appointmentVersion } = message;
  const { subscriptionId, channel = "email", onceKey, expiresAt } = message;
  if ("token" in payload) await supersede(tx, { kind, recipient, clinicId });
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO message (clinic_id, user_id, appointment_id, appointment_version, subscription_id, channel, once_key,
      expires_at, kind, recipient, locale, payload)
    VALUES (${clinicId ?? null}::uuid, ${userId ?? null}::uuid, ${appointmentId ?? null}::uuid,
      ${appointmentVersion ?? null}::int, ${subscriptionId ?? null}::uuid, ${channel}::message_channel,
      ${onceKey ?? null}, to_timestamp(${expiresAt ?? null}::float8 / 1000), ${kind}, ${recipient}, ${locale},
      ${JSON.stringify(payload)}::jsonb)
    ON CONFLICT DO NOTHING RETURNING id::text`;
  return row?.id ?? null;
}

/** The link of what still waits was revoked, most often by a newer one: a mail that went out with it would lead nowhere. */
export async function supersede(
  tx: Transaction,
  { kind, recipient, clinicId }: { kind: MessageKind; recipient: string; clinicId?: string | undefined },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE message SET status = 'superseded', payload = ${withoutTokens}
    WHERE kind = ${kind} AND recipient = ${recipient}::citext AND clinic_id IS NOT DISTINCT FROM ${clinicId ?? null}::uuid
      AND appointment_id IS NULL AND status = 'queued'`;
}
