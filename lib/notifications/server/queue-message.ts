import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { MessageKind, MessagePayload } from "../message-kinds.ts";

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
}

export type OutgoingMessage = { [K in MessageKind]: Addressed<K> }[MessageKind];

/** Writes a mail into the outbox in the caller's transaction: it is sent exactly if that commits. */
export async function queueMessage(tx: Transaction, message: OutgoingMessage): Promise<void> {
  const { kind, recipient, locale, payload, clinicId, userId, appointmentId, appointmentVersion } = message;
  if ("token" in payload) await supersede(tx, kind, recipient);
  await tx.$executeRaw`
    INSERT INTO message (clinic_id, user_id, appointment_id, appointment_version, kind, recipient, locale, payload)
    VALUES (${clinicId ?? null}::uuid, ${userId ?? null}::uuid, ${appointmentId ?? null}::uuid,
      ${appointmentVersion ?? null}::int, ${kind}, ${recipient}, ${locale}, ${JSON.stringify(payload)}::jsonb)
    ON CONFLICT DO NOTHING`;
}

/** A newer link has revoked the older one: a mail that still waits with it would lead nowhere. */
async function supersede(tx: Transaction, kind: MessageKind, recipient: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE message SET status = 'superseded', payload = payload - 'token'
    WHERE kind = ${kind} AND recipient = ${recipient}::citext AND appointment_id IS NULL AND status = 'queued'`;
}
