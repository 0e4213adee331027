import { NextResponse } from "next/server";
import { exportAccount } from "#lib/accounts/server/export-account.ts";
import { currentActor } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";

/** A copy of what is kept about whoever asks. By a post, since each copy is noted and counted. */
export async function POST(): Promise<Response> {
  const { siteUrl } = env();
  const actor = await currentActor();
  if (!actor) return NextResponse.redirect(`${siteUrl}/sign-in?next=/account`, 303);
  const everything = await exportAccount(actor);
  if (!everything.ok) return NextResponse.redirect(`${siteUrl}/account?done=wait#data`, 303);
  return new Response(JSON.stringify(everything.value, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="slotwell-my-data.json"',
      "cache-control": "no-store",
    },
  });
}
