import "server-only";
import { Prisma } from "#lib/db/generated/client.ts";
import { statements } from "#lib/db/statements.ts";
import type { Actor, Membership } from "./actor.ts";
import { mintActor } from "./mint.ts";
import { sessionKey } from "./session-key.ts";

interface PersonRow {
  id: string;
  name: string;
  locale: string;
  doctor_id: string | null;
  memberships: Membership[];
}

/** A person `u` as an actor, and a doctor `d`. */
const person = Prisma.sql`u.id::text, u.name, u.locale, d.id::text AS doctor_id,
  (SELECT coalesce(json_agg(json_build_object('clinicId', m.clinic_id, 'role', m.role) ORDER BY m.id), '[]')
   FROM membership m WHERE m.user_id = u.id) AS memberships`;

const mayAct = Prisma.sql`u.disabled_at IS NULL AND u.email_verified_at IS NOT NULL`;

/**
 * The person behind a proof of identity as the database knows them now, or null when it no longer holds: the account
 * is gone, disabled, unverified, or its sessions, or this browser's, were ended since.
 */
export async function loadActor(userId: string, sessionEpoch: number, secret?: string): Promise<Actor | null> {
  const key = secret === undefined ? null : sessionKey(secret);
  // That a browser is in use is noted once an hour.
  const [row] = await statements.$queryRaw<PersonRow[]>`
    WITH seen AS (UPDATE session SET last_seen_at = now() WHERE key = ${key} AND last_seen_at < now() - interval '1 hour')
    SELECT ${person} FROM app_user u LEFT JOIN doctor d ON d.user_id = u.id
    WHERE u.id = ${userId}::uuid AND u.session_epoch = ${sessionEpoch} AND ${mayAct}
      AND (${key}::bytea IS NULL OR EXISTS (SELECT FROM session s WHERE s.key = ${key} AND s.user_id = u.id))`;
  return row ? actorIn(row) : null;
}

export interface TokenActor {
  actor: Actor;
  tokenId: string;
  /** Nobody has noted within the hour that the token is in use. */
  isStale: boolean;
}

/** The same for a program's token, in one statement. @param hash the token's SHA-256 */
export async function loadTokenActor(hash: Buffer): Promise<TokenActor | null> {
  const [row] = await statements.$queryRaw<(PersonRow & { token_id: string; is_stale: boolean })[]>`
    SELECT ${person}, t.id::text AS token_id,
      t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 hour' AS is_stale
    FROM access_token t JOIN app_user u ON u.id = t.subject::uuid LEFT JOIN doctor d ON d.user_id = u.id
    WHERE t.hash = ${hash} AND t.purpose = 'api' AND t.used_at IS NULL AND t.revoked_at IS NULL
      AND t.expires_at > now() AND t.epoch = u.session_epoch AND ${mayAct}`;
  return row ? { actor: actorIn(row), tokenId: row.token_id, isStale: row.is_stale } : null;
}

function actorIn({ id, name, locale, doctor_id, memberships }: PersonRow): Actor {
  return mintActor({ userId: id, name, locale, doctorId: doctor_id, memberships });
}
