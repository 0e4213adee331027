import "server-only";
import { randomBytes } from "node:crypto";
import { db } from "#lib/db/client.ts";
import { deviceOf } from "./device.ts";
import { sessionKey } from "./session-key.ts";

/** Notes that a browser is signed in from now on. @returns the secret for its cookie */
export async function openSession(
  { userId, sessionEpoch }: { userId: string; sessionEpoch: number },
  userAgent: string | null,
): Promise<string> {
  const secret = randomBytes(24).toString("base64url");
  await db.session.create({
    data: { userId, epoch: sessionEpoch, key: sessionKey(secret), ...deviceOf(userAgent) },
    select: { id: true },
  });
  return secret;
}

export async function closeSession(secret: string): Promise<void> {
  await db.session.deleteMany({ where: { key: sessionKey(secret) } });
}
