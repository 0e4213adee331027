import "server-only";
import { type MadeToken, makeToken } from "#lib/auth/tokens.ts";
import { Prisma } from "#lib/db/generated/client.ts";

/** What the mails about one version of an appointment open without signing in. */
export interface MailLinks {
  /** The appointment, until a month after it. */
  patient: MadeToken;
  /** The request, to be answered by its doctor until it begins. */
  doctor: MadeToken;
}

/** They stand for nothing until the mails that carry them are written. */
export function makeMailLinks(): MailLinks {
  return { patient: makeToken(), doctor: makeToken() };
}

interface Mailed {
  payload: Record<string, unknown>;
}

/**
 * For the statement that writes an appointment, whose row is `written`: lets those links live that its mails carry.
 * Each version has links of its own, so that the ones in older mails still lead there; those live as long as the new
 * ones then, however far the appointment has moved.
 */
export function linksOf(
  links: MailLinks | undefined,
  messages: readonly Mailed[],
  { isMove }: { isMove: boolean },
): Prisma.Sql {
  const carried = new Set(messages.map(({ payload }) => payload.token));
  const kept = [
    { purpose: "appointment", made: links?.patient },
    { purpose: "doctor_request", made: links?.doctor },
  ].flatMap(({ purpose, made }) =>
    made && carried.has(made.token) ? { purpose, hash: made.hash.toString("hex") } : [],
  );
  if (kept.length === 0) return Prisma.empty;
  return Prisma.sql`, linked AS (
      INSERT INTO access_token (hash, purpose, subject, expires_at)
      SELECT decode(hash, 'hex'), purpose::token_purpose,
        concat_ws(':', id, version, CASE purpose WHEN 'doctor_request' THEN doctor_id END),
        CASE purpose WHEN 'doctor_request' THEN starts_at ELSE ends_at + interval '30 days' END
      FROM written, jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS link (purpose text, hash text)
    )${isMove ? prolonged : Prisma.empty}`;
}

// An array, so that the index on purpose and subject is asked instead of every link that there is.
const prolonged = Prisma.sql`, prolonged AS (
      UPDATE access_token SET expires_at = greatest(expires_at, ends_at + interval '30 days') FROM written
      WHERE purpose = 'appointment' AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()
        AND subject = ANY(ARRAY(SELECT moved.id || ':' || older FROM written moved,
          generate_series(1, moved.version - 1) AS older))
    )`;
