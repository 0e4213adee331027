import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { ApiTokenView } from "../api-token.ts";
import { liveApiTokens } from "./live-api-tokens.ts";

/** The actor's own tokens that still let a program in, newest first. */
export async function listApiTokens(actor: Actor): Promise<ApiTokenView[]> {
  return db.$queryRaw<ApiTokenView[]>`
    SELECT t.id::text, t.name, (extract(epoch FROM t.created_at) * 1000)::float8 AS "createdAt",
      (extract(epoch FROM t.last_used_at) * 1000)::float8 AS "lastUsedAt",
      (extract(epoch FROM t.expires_at) * 1000)::float8 AS "expiresAt"
    FROM ${liveApiTokens(actor.userId)} ORDER BY t.id DESC`;
}
