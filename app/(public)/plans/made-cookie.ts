import "server-only";
import { cookies } from "next/headers";
import { isTokenShaped } from "#lib/auth/tokens.ts";
import { env } from "#lib/env.ts";

// Only this browser and only the page that says what was made: all else opens by the portal's own cookie.
const name = "slotwell.made-plan";
const oneHourSeconds = 60 * 60;
const attributes = () =>
  ({ path: "/plans/done", httpOnly: true, sameSite: "lax", secure: env().siteUrl.startsWith("https:") }) as const;

/** Lets a guest see at once what they made, before any e-mail arrives. */
export async function keepMadePlan(token: string): Promise<void> {
  (await cookies()).set(name, token, { ...attributes(), maxAge: oneHourSeconds });
}

/** The token of the plan that this browser made last. */
export async function madePlanToken(): Promise<string | null> {
  const value = (await cookies()).get(name)?.value;
  return isTokenShaped(value) ? value : null;
}
