import { type NextRequest, NextResponse } from "next/server";
import { requestedPathHeader } from "#lib/auth/return-path.ts";
import { contentSecurityPolicy } from "#lib/content-security-policy.ts";
import { env } from "#lib/env.ts";

/** Gives every page its own script nonce; nothing about who is asking is decided here. */
export function proxy(request: NextRequest) {
  const { mode, oidc } = env();
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy({
    nonce,
    allowEval: mode === "development",
    formTargets: oidc ? [new URL(oidc.issuer).origin] : [],
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set(requestedPathHeader, request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    {
      source: "/((?!api/(?!docs)|fhir/|feeds/|_next/|.*\\.(?:svg|ico|png|txt|ics)$).*)",
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
  ],
};
