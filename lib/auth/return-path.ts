/** Set by proxy.ts on every page request, so that a page knows its own address. */
export const requestedPathHeader = "x-requested-path";

/**
 * A path on this site to go to after signing in, or null. Anything that a browser could read as another host, or that
 * would lead straight back to signing in, is refused.
 */
export function safeReturnPath(path: unknown): string | null {
  if (typeof path !== "string" || !path.startsWith("/") || path.length > 2_000) return null;
  const url = URL.parse(path, "http://here.invalid");
  if (url?.origin !== "http://here.invalid") return null;
  // Again on what the parser made of it: "/.//host" comes out as "//host".
  if (url.pathname.startsWith("//") || /^\/(sign-in|sign-out|api)(\/|$)/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

/** The sign-in page's address, remembering where to go afterwards. */
export function signInPath(returnTo: string | null): string {
  const next = safeReturnPath(returnTo);
  return next && next !== "/" ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";
}
