import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env, sessionSecret } from "#lib/env.ts";

/** Two weeks; a session may end sooner when the password, the roles or `disabledAt` change. */
export const sessionMaxAgeSeconds = 14 * 24 * 60 * 60;

/** Whom a session belongs to, which generation of that person's sessions it is, and which browser's. Never roles. */
export const sessionClaims = z.object({ sub: z.uuid(), epoch: z.number().int(), sid: z.string().optional() });

export interface SessionProof {
  userId: string;
  sessionEpoch: number;
  /** The browser's own secret; without one, a session can only be ended together with all others. */
  secret?: string | undefined;
}

/** Name and attributes shared by next-auth's handlers and the form that signs in without JavaScript. */
export function sessionCookie() {
  const secure = env().siteUrl.startsWith("https:");
  return {
    name: secure ? "__Host-slotwell.session" : "slotwell.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

export function encodeSession({ userId, sessionEpoch, secret }: SessionProof): Promise<string> {
  const token = { sub: userId, epoch: sessionEpoch, ...(secret && { sid: secret }) };
  return encode({ token, secret: sessionSecret(), maxAge: sessionMaxAgeSeconds });
}

/** Whom a cookie's value names; null when it is forged, expired or not ours. Says nothing about being valid still. */
export async function decodeSession(value: string): Promise<SessionProof | null> {
  const secret = sessionSecret();
  try {
    const { sub, epoch, sid } = sessionClaims.parse(await decode({ token: value, secret }));
    return { userId: sub, sessionEpoch: epoch, ...(sid && { secret: sid }) };
  } catch {
    return null;
  }
}
