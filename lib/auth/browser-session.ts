import "server-only";
import { cookies, headers } from "next/headers";
import { decodeSession, encodeSession, sessionCookie, sessionMaxAgeSeconds } from "./session-cookie.ts";
import { closeSession, openSession } from "./sessions.ts";

/** Signs a browser in, with the cookie that next-auth's own handlers would have set. For actions and route handlers. */
export async function startSession(person: { userId: string; sessionEpoch: number }): Promise<void> {
  const { name, options } = sessionCookie();
  const before = await ownSessionSecret();
  if (before) await closeSession(before);
  const secret = await openSession(person, (await headers()).get("user-agent"));
  (await cookies()).set(name, await encodeSession({ ...person, secret }), { ...options, maxAge: sessionMaxAgeSeconds });
}

/** Signs this browser out; other devices keep their sessions. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie();
  const secret = await ownSessionSecret();
  if (secret) await closeSession(secret);
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** By which of a person's sessions is this browser's; it says nothing about being valid still. */
export async function ownSessionSecret(): Promise<string | undefined> {
  const cookie = (await cookies()).get(sessionCookie().name);
  return cookie && (await decodeSession(cookie.value))?.secret;
}
