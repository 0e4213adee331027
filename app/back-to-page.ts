import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

/**
 * Ends an action that stands on every page. With JavaScript the page re-renders in place; a plain form post goes back,
 * so that reloading does not post again.
 */
export async function backToPage(): Promise<void> {
  const request = await headers();
  if (request.has("next-action")) return;
  redirect(pathOf(request.get("referer")));
}

function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return pathname.startsWith("//") ? "/" : pathname + search;
}
