import "server-only";
import { cookies } from "next/headers";
import { makeToken } from "#lib/auth/tokens.ts";
import { env } from "#lib/env.ts";
import { isSecret } from "#lib/scheduling/hold.ts";

const name = "slotwell.hold";
const oneDaySeconds = 24 * 60 * 60;

/** What this browser keeps to prove that a hold, and what was booked of it, is its own. */
export async function holdSecret(): Promise<string | undefined> {
  const value = (await cookies()).get(name)?.value;
  return isSecret(value) ? value : undefined;
}

/** The same; made where there is none yet. Only for actions, which may set cookies. */
export async function ensureHoldSecret(): Promise<string> {
  const secret = (await holdSecret()) ?? makeToken().token;
  // The whole site's: signing in answers with a page of the booking in one go, with the cookies of its own path.
  const attributes = { path: "/", httpOnly: true, sameSite: "lax", maxAge: oneDaySeconds } as const;
  (await cookies()).set(name, secret, { ...attributes, secure: env().siteUrl.startsWith("https:") });
  return secret;
}
