import "server-only";
import { cookies } from "next/headers";
import { holdCookie } from "#lib/auth/hold-cookie.ts";
import { makeToken } from "#lib/auth/tokens.ts";
import { env } from "#lib/env.ts";
import { isSecret } from "#lib/scheduling/hold.ts";

/** What this browser keeps to prove that a hold, and what was booked of it, is its own. */
export async function holdSecret(): Promise<string | undefined> {
  const value = (await cookies()).get(holdCookie.name)?.value;
  return isSecret(value) ? value : undefined;
}

/** The same; made where there is none yet. Only for actions, which may set cookies. */
export async function ensureHoldSecret(): Promise<string> {
  const secret = (await holdSecret()) ?? makeToken().token;
  const { name, ...attributes } = holdCookie;
  const secure = env().siteUrl.startsWith("https:");
  (await cookies()).set(name, secret, { ...attributes, httpOnly: true, secure });
  return secret;
}
