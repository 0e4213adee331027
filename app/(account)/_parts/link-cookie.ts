import "server-only";
import { cookies } from "next/headers";
import { isTokenShaped } from "#lib/auth/tokens.ts";
import { env } from "#lib/env.ts";

/** Pages that a mailed link may open. */
export const linkPages = [
  "verify-email",
  "reset-password",
  "set-up",
  "invitation",
  "appointment",
  "request",
  "plan",
  "unsubscribe",
] as const;
export type LinkPage = (typeof linkPages)[number];

/** What a link may open besides its page itself. */
export const pagesBehind: Partial<Record<LinkPage, readonly string[]>> = { appointment: ["move", "cancel"] };

const name = "slotwell.link";
const oneHourSeconds = 60 * 60;

function attributes(page: LinkPage) {
  const secure = env().siteUrl.startsWith("https:");
  return { path: `/${page}`, httpOnly: true, sameSite: "lax", secure } as const;
}

/** Keeps the token out of the address bar, the history and every Referer. */
export async function keepLinkToken(page: LinkPage, token: string): Promise<void> {
  (await cookies()).set(name, token, { ...attributes(page), maxAge: oneHourSeconds });
}

/** The token this browser brought along; the cookie's path sees to it that it is this page's. */
export async function readLinkToken(): Promise<string | null> {
  const value = (await cookies()).get(name)?.value;
  return isTokenShaped(value) ? value : null;
}

export async function dropLinkToken(page: LinkPage): Promise<void> {
  (await cookies()).set(name, "", { ...attributes(page), maxAge: 0 });
}
