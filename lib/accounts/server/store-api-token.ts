import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type MadeToken, makeToken } from "#lib/auth/tokens.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { type MadeApiToken, mostApiTokens } from "../api-token.ts";
import { liveApiTokens } from "./live-api-tokens.ts";

interface NewToken {
  name: string | null;
  days: number;
  /** By what the person proved who they are. */
  by: "session" | "password";
  /** Of which sessions the proof was one; it must be so still. */
  epoch?: number;
  made?: MadeToken;
}

/**
 * A person's new token. Somebody's tokens are made one after the other, and not while their password changes.
 * @returns null when they have as many as they may, "ended" when they may not sign in any more
 */
export async function storeApiToken(
  tx: Transaction,
  actor: Actor,
  { name, days, by, epoch, made = makeToken() }: NewToken,
): Promise<MadeApiToken | "ended" | null> {
  const { userId } = actor;
  const [owner] = await tx.$queryRaw<{ epoch: number }[]>`
    SELECT session_epoch AS epoch FROM app_user WHERE id = ${userId}::uuid AND disabled_at IS NULL FOR NO KEY UPDATE`;
  if (!owner || (epoch ?? owner.epoch) !== owner.epoch) return "ended";
  const live = await tx.$queryRaw<{ id: string; name: string | null }[]>`
    SELECT t.id::text, t.name FROM ${liveApiTokens(userId)} ORDER BY t.id`;
  if (live.length >= mostApiTokens) {
    // A script that signs in each time it runs takes the place of its own oldest token, and of nobody else's.
    const oldest = by === "password" ? live.find((each) => each.name === name) : undefined;
    if (!oldest) return null;
    await endApiToken(tx, actor, oldest.id);
  }

  const { token, hash } = made;
  const [row] = await tx.$queryRaw<{ id: string; expiresAt: number }[]>`
    INSERT INTO access_token (hash, purpose, subject, name, epoch, expires_at)
    VALUES (${hash}, 'api', ${userId}, ${name}, ${owner.epoch}, now() + make_interval(days => ${days}::int))
    RETURNING id::text, (extract(epoch FROM expires_at) * 1000)::float8 AS "expiresAt"`;
  if (!row) throw new Error("The token was not written.");
  const subject = { subjectType: "api_token", subjectId: row.id };
  await recordAudit(tx, { actor, action: "api_token.made", ...subject, detail: { days, by } });
  return { ...row, token, name };
}

/** @returns whether it is a live one of the actor's own */
export async function endApiToken(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE access_token SET revoked_at = now()
    WHERE id = (SELECT t.id FROM ${liveApiTokens(actor.userId)} AND t.id = ${id}::uuid)`;
  if (ended === 0) return false;
  await recordAudit(tx, { actor, action: "api_token.ended", subjectType: "api_token", subjectId: id });
  return true;
}
