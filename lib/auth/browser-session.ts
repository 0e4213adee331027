import "server-only";
import { cookies } from "next/headers";
import { encodeSession, sessionCookie, sessionMaxAgeSeconds } from "./session-cookie.ts";

/** Signs a browser in, with the cookie that next-auth's own handlers would have set. For actions and route handlers. */
export async function startSession(person: { userId: string; sessionEpoch: number }): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await encodeSession(person), { ...options, maxAge: sessionMaxAgeSeconds });
}

/** Signs this browser out; other devices keep their sessions. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
