import { newGuest } from "#lib/auth/guest.ts";
import { currentActor } from "#lib/auth/session.ts";
import { releaseHold } from "#lib/scheduling/server/holds/release-hold.ts";
import { holdSecret } from "../hold-cookie.ts";

/**
 * Gives back the time that this browser keeps, when its tab is closed or leaves the booking. From other sites it does
 * nothing: they send neither of the cookies that prove whose hold it is.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const id = form?.get("hold");
  if (typeof id !== "string") return new Response(null, { status: 400 });
  await releaseHold((await currentActor()) ?? newGuest(), { id, secret: await holdSecret() });
  return new Response(null, { status: 204 });
}
