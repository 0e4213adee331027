import type { NextRequest } from "next/server";
import { isTokenShaped } from "#lib/auth/tokens.ts";
import { stopReminders } from "#lib/notifications/server/unsubscribe.ts";
import { dropLinkToken, keepLinkToken, linkPages, pagesBehind } from "../../_parts/link-cookie.ts";

/** Where mailed links lead: swaps the token for a cookie and changes no data, as mail scanners follow links too. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  const wanted = (await params).page;
  const page = linkPages.find((known) => known === wanted);
  if (!page) return new Response(null, { status: 404 });
  const token = request.nextUrl.searchParams.get("token");
  // A link that is none must not open what an earlier one did.
  if (isTokenShaped(token)) await keepLinkToken(page, token);
  else await dropLinkToken(page);
  const behind = request.nextUrl.searchParams.get("to");
  const path = behind && pagesBehind[page]?.includes(behind) ? `/${page}/${behind}` : `/${page}`;
  const headers = { Location: path, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };
  return new Response(null, { status: 303, headers });
}

/**
 * The one press of a mail program (RFC 8058): no cookies, no page, the same address as the link. It ends reminders and
 * can do nothing else; the same answer for a link that opens nothing tells nobody which ones do.
 */
export async function POST(request: NextRequest, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  if ((await params).page !== "unsubscribe") return new Response(null, { status: 404 });
  const said = new URLSearchParams((await request.text()).slice(0, 1_000)).get("List-Unsubscribe");
  if (said !== "One-Click") return new Response(null, { status: 400 });
  await stopReminders(request.nextUrl.searchParams.get("token") ?? "");
  return new Response(null, { status: 200, headers: { "Cache-Control": "no-store" } });
}
