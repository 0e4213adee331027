/**
 * Where a request with a browser's cookie was made: on a page of this site, by hand (address bar, bookmark), on some
 * other site, or by something that does not say, as no browser of today does with a post.
 */
export type RequestSource = "own" | "typed" | "foreign" | "untold";

/**
 * By Origin, or in its absence by Sec-Fetch-Site; no page can write either of them. The hosts are compared as Next does
 * before a server action, so that both ways in are open from the same addresses.
 * @param siteUrl where people reach the site, without a trailing slash
 */
export function requestSource(headers: Pick<Headers, "get">, siteUrl: string): RequestSource {
  const origin = headers.get("origin");
  if (origin !== null) return isOwn(origin, headers, siteUrl) ? "own" : "foreign";
  const site = headers.get("sec-fetch-site");
  if (site === null) return "untold";
  if (site === "none") return "typed";
  return site === "same-origin" ? "own" : "foreign";
}

/** A link that was followed: whoever is asking sees the answer, and the page with the link does not. */
export function isNavigation(headers: Pick<Headers, "get">): boolean {
  return headers.get("sec-fetch-mode") === "navigate" && headers.get("sec-fetch-dest") === "document";
}

function isOwn(origin: string, headers: Pick<Headers, "get">, siteUrl: string): boolean {
  const from = URL.parse(origin);
  if (!from || !/^https?:$/.test(from.protocol)) return false;
  if (from.origin === URL.parse(siteUrl)?.origin) return true;
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");
  return from.host === host?.toLowerCase();
}
