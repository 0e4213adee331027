import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { sessionKey } from "#lib/auth/session-key.ts";
import { db } from "#lib/db/client.ts";
import type { EpochMs } from "#lib/time.ts";

export interface SessionView {
  id: string;
  /** Null where the browser did not say. */
  browser: string | null;
  system: string | null;
  createdAt: EpochMs;
  /** To the hour. */
  lastSeenAt: EpochMs;
  /** The one that asks. */
  isOwn: boolean;
}

/** Where a person is signed in: the browser that asks first, then the last used. */
export async function mySessions(actor: Actor, ownSecret: string | undefined): Promise<SessionView[]> {
  const own = ownSecret ? sessionKey(ownSecret) : null;
  return db.$queryRaw<SessionView[]>`
    SELECT s.id::text, browser, system, epoch_ms(s.created_at)::float8 AS "createdAt",
      epoch_ms(s.last_seen_at)::float8 AS "lastSeenAt", s.key IS NOT DISTINCT FROM ${own}::bytea AS "isOwn"
    FROM session s JOIN app_user u ON u.id = s.user_id AND u.session_epoch = s.epoch
    WHERE s.user_id = ${actor.userId}::uuid
    ORDER BY "isOwn" DESC, s.last_seen_at DESC, s.id DESC`;
}
