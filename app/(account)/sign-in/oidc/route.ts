import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { identityChecks } from "#lib/accounts/server/identity-checks.ts";
import { nextAuthHandler, providerSignIn } from "#lib/auth/next-auth.ts";
import { safeReturnPath } from "#lib/auth/return-path.ts";
import { env } from "#lib/env.ts";

/** Begins signing in with the configured provider, from a plain link and without JavaScript. */
export async function GET(incoming: NextRequest): Promise<Response> {
  const { oidc, siteUrl } = env();
  if (!oidc) return new Response(null, { status: 404 });
  const { request, cookie } = providerSignIn(safeReturnPath(incoming.nextUrl.searchParams.get("next")) ?? "/signed-in");
  const secure = siteUrl.startsWith("https:");
  (await cookies()).set(cookie.name, cookie.value, { httpOnly: true, sameSite: "lax", path: "/", secure });
  return nextAuthHandler(identityChecks)(request, { params: Promise.resolve({ nextauth: ["signin", "oidc"] }) });
}
