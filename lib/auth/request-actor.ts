import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import type { Actor } from "./actor.ts";
import { loadTokenActor } from "./load-actor.ts";
import { isNavigation, requestSource } from "./request-source.ts";
import { sessionActor } from "./session-actor.ts";
import { sessionCookie } from "./session-cookie.ts";
import { tokenHash, touchToken } from "./tokens.ts";

/** Who makes a request to the API, and by what that is known. */
export type RequestIdentity =
  | { by: "token"; actor: Actor; tokenId: string }
  | { by: "cookie"; actor: Actor }
  | { by: "nobody" }
  | { by: "refused"; why: "invalid_token" | "foreign_origin" };

/** Enough for any bearer token of ours; what is longer is not looked at. */
const longestAuthorization = 200;
const bearer = /^Bearer +([A-Za-z0-9_-]{43})$/i;
const safeMethods = ["GET", "HEAD"];

/**
 * Who is asking, by the request alone. An Authorization header decides whatever it holds: a program whose token has
 * ended must hear of it, and not act as whoever is signed in beside it. A session's cookie counts where no other site
 * can have had it sent: to change something only from our own pages, to read from anywhere but another site's page.
 */
export async function requestActor(request: Pick<Request, "method" | "headers">): Promise<RequestIdentity> {
  const { method, headers } = request;
  const authorization = headers.get("authorization");
  if (authorization !== null) return byToken(authorization);

  const session = cookieIn(headers.get("cookie"), sessionCookie().name);
  if (!session) return { by: "nobody" };
  const source = requestSource(headers, env().siteUrl);
  if (!safeMethods.includes(method)) {
    return source === "own" ? byCookie(session) : { by: "refused", why: "foreign_origin" };
  }
  return source !== "foreign" || isNavigation(headers) ? byCookie(session) : { by: "nobody" };
}

async function byToken(authorization: string): Promise<RequestIdentity> {
  const [, token] = (authorization.length <= longestAuthorization && bearer.exec(authorization)) || [];
  const found = token === undefined ? null : await loadTokenActor(tokenHash(token));
  if (!token || !found) return { by: "refused", why: "invalid_token" };
  // At most once an hour, so that it does not pay to let it run on unseen.
  if (found.isStale) await touchToken(db, token);
  return { by: "token", actor: found.actor, tokenId: found.tokenId };
}

async function byCookie(value: string): Promise<RequestIdentity> {
  const actor = await sessionActor(value);
  return actor ? { by: "cookie", actor } : { by: "nobody" };
}

/** The last of that name, which is also the one that Next gives a page. */
function cookieIn(header: string | null, name: string): string | undefined {
  const pairs = header?.split(/; */) ?? [];
  return pairs.findLast((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
