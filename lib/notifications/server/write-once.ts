import "server-only";
import type { TokenPurpose } from "#lib/db/generated/enums.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs } from "#lib/time.ts";
import type { MessageKind } from "../message-kinds.ts";

export interface StoredToken {
  purpose: TokenPurpose;
  hash: Buffer;
  subject: string;
  expiresAt: EpochMs;
}

/** A message of which there is only one, whoever writes it and how often. */
export interface OnceMessage {
  onceKey: string;
  kind: MessageKind;
  channel: "email" | "sms";
  clinicId: string;
  userId: string | null;
  appointmentId: string | null;
  recipient: string;
  locale: string;
  payload: unknown;
  /** It is dropped from then on. */
  expiresAt: EpochMs;
  /** What its links open; stored exactly if the message is. */
  tokens: StoredToken[];
}

/** One statement, whatever their number. @returns how many were new */
export async function writeOnce(tx: Transaction, messages: OnceMessage[]): Promise<number> {
  if (messages.length === 0) return 0;
  const tokens = messages.flatMap(({ onceKey, tokens }) =>
    tokens.map(({ hash, ...token }) => ({ onceKey, hash: hash.toString("hex"), ...token })),
  );
  const rows = JSON.stringify(messages.map(({ tokens: _, ...message }) => message));
  const [row] = await tx.$queryRaw<{ written: number }[]>`
    WITH written AS (
      INSERT INTO message (once_key, kind, channel, clinic_id, user_id, appointment_id, recipient, locale, payload,
        expires_at)
      SELECT "onceKey", kind, channel, "clinicId", "userId", "appointmentId", recipient, locale, payload,
        to_timestamp("expiresAt" / 1000)
      FROM jsonb_to_recordset(${rows}::jsonb) AS given ("onceKey" text, kind text, channel message_channel,
        "clinicId" uuid, "userId" uuid, "appointmentId" uuid, recipient citext, locale text, payload jsonb,
        "expiresAt" float8)
      ORDER BY "onceKey"
      ON CONFLICT (once_key) WHERE once_key IS NOT NULL DO NOTHING
      RETURNING once_key
    ), opened AS (
      INSERT INTO access_token (hash, purpose, subject, expires_at)
      SELECT decode(hash, 'hex'), purpose, subject, to_timestamp("expiresAt" / 1000)
      FROM jsonb_to_recordset(${JSON.stringify(tokens)}::jsonb) AS given ("onceKey" text, hash text,
        purpose token_purpose, subject text, "expiresAt" float8)
      JOIN written ON written.once_key = given."onceKey"
    )
    SELECT count(*)::int AS written FROM written`;
  return row?.written ?? 0;
}
