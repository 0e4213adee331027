import { redirect } from "next/navigation";
import { homePath } from "#lib/auth/home-path.ts";
import { requireActor } from "#lib/auth/session.ts";

/** Where a provider's sign-in ends: on to the page of the person's role. */
export async function GET(): Promise<never> {
  redirect(homePath(await requireActor("/signed-in")));
}
