import type { NextRequest } from "next/server";
import { isTokenShaped } from "#lib/auth/tokens.ts";
import { dropLinkToken, keepLinkToken, linkPages } from "../../_parts/link-cookie.ts";

/** Where mailed links lead: swaps the token for a cookie and changes no data, as mail scanners follow links too. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  const wanted = (await params).page;
  const page = linkPages.find((known) => known === wanted);
  if (!page) return new Response(null, { status: 404 });
  const token = request.nextUrl.searchParams.get("token");
  // A link that is none must not open what an earlier one did.
  if (isTokenShaped(token)) await keepLinkToken(page, token);
  else await dropLinkToken(page);
  const headers = { Location: `/${page}`, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };
  return new Response(null, { status: 303, headers });
}
