import "server-only";
import type { Actor } from "./actor.ts";
import { loadActor } from "./load-actor.ts";
import { decodeSession } from "./session-cookie.ts";

/** Who holds a session's cookie, judged by the database now; null for whoever has none that holds. */
export async function sessionActor(cookie: string | undefined): Promise<Actor | null> {
  const session = cookie ? await decodeSession(cookie) : null;
  return session && loadActor(session.userId, session.sessionEpoch, session.secret);
}
