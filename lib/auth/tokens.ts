import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { Prisma } from "#lib/db/generated/client.ts";
import type { TokenPurpose } from "#lib/db/generated/enums.ts";
import type { Statements } from "#lib/db/statements.ts";
import { sessionSecret } from "#lib/env.ts";

type Queries = Pick<Prisma.TransactionClient, "$queryRaw" | "$executeRaw">;

/** 256 random bits in base64url. */
const shape = /^[A-Za-z0-9_-]{43}$/;

export function isTokenShaped(token: unknown): token is string {
  return typeof token === "string" && shape.test(token);
}

/**
 * Makes a token for one purpose and subject and revokes the one that was live. The answer is the only place where it
 * ever stands in clear; the database keeps its SHA-256.
 */
export async function issueToken(
  tx: Queries,
  purpose: TokenPurpose,
  subject: string,
  lifetimeMinutes: number,
): Promise<string> {
  // Two requests at once must not both find nothing to revoke and then collide on access_token_live.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${purpose} ${subject}`}, 0))`;
  await revokeTokens(tx, purpose, subject);
  const made = makeToken();
  await storeToken(tx, made, purpose, subject, lifetimeMinutes);
  return made.token;
}

export interface MadeToken {
  token: string;
  hash: Buffer;
}

/** A token that stands for nothing until it is stored. */
export function makeToken(): MadeToken {
  return made(randomBytes(32));
}

/** What a token can be told again from by this site, and by nobody else who reads it. */
export function makeSeed(): string {
  return randomBytes(16).toString("base64url");
}

export function tokenOf(seed: string): MadeToken {
  return made(createHmac("sha256", sessionSecret()).update(`token ${seed}`).digest());
}

function made(bytes: Buffer): MadeToken {
  const token = bytes.toString("base64url");
  return { token, hash: tokenHash(token) };
}

/** For a subject that can have no live token yet: one that was just made. */
export async function storeToken(
  tx: Statements,
  { hash }: MadeToken,
  purpose: TokenPurpose,
  subject: string,
  lifetimeMinutes: number,
): Promise<void> {
  await tx.$queryRaw`
    INSERT INTO access_token (hash, purpose, subject, expires_at)
    VALUES (${hash}, ${purpose}::token_purpose, ${subject}, now() + make_interval(mins => ${lifetimeMinutes}::int))`;
}

export async function revokeTokens(tx: Queries, purpose: TokenPurpose, subject: string): Promise<void> {
  // Said as access_token_live says it, or that index would not be asked.
  const ofOne = Prisma.sql`AND purpose NOT IN ('api', 'first_admin')`;
  const isOfMany = purpose === "api" || purpose === "first_admin";
  await tx.$executeRaw`
    UPDATE access_token SET revoked_at = now()
    WHERE purpose = ${purpose}::token_purpose AND subject = ${subject} AND used_at IS NULL AND revoked_at IS NULL
      ${isOfMany ? Prisma.empty : ofOne}`;
}

/** Whom a token stands for while it is live, without using it up. */
export async function peekToken(tx: Queries, purpose: TokenPurpose, token: string): Promise<string | null> {
  if (!isTokenShaped(token)) return null;
  const [row] = await tx.$queryRaw<{ subject: string }[]>`
    SELECT subject FROM access_token
    WHERE hash = ${tokenHash(token)} AND purpose = ${purpose}::token_purpose
      AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()`;
  return row?.subject ?? null;
}

/** Notes that a token was of use, once an hour: who asks every few minutes does not write every time. */
export async function touchToken(tx: Queries, token: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE access_token SET last_used_at = now()
    WHERE hash = ${tokenHash(token)} AND (last_used_at IS NULL OR last_used_at < now() - interval '1 hour')`;
}

/** Uses a token up and says whom it stood for; null when it is unknown, used, revoked, expired or for another purpose. */
export async function consumeToken(tx: Queries, purpose: TokenPurpose, token: string): Promise<string | null> {
  if (!isTokenShaped(token)) return null;
  const [row] = await tx.$queryRaw<{ subject: string }[]>`
    UPDATE access_token SET used_at = now()
    WHERE hash = ${tokenHash(token)} AND purpose = ${purpose}::token_purpose
      AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()
    RETURNING subject`;
  return row?.subject ?? null;
}

/** By what a token is found: its SHA-256. */
export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
