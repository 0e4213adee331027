import type { Endpoint } from "#lib/api/server/call.ts";
import { type Quota, type QuotaPolicy, takeQuota } from "#lib/auth/quota.ts";
import type { RequestIdentity } from "#lib/auth/request-actor.ts";
import type { Visitor } from "#lib/auth/visitor.ts";

const windowSeconds = 60;
const person: QuotaPolicy = { name: "person", max: 600, windowSeconds };
const address: QuotaPolicy = { name: "address", max: 300, windowSeconds };
const guessing: QuotaPolicy = { name: "guessing", max: 20, windowSeconds };

/** A person's calls are counted together, whatever they call with; everybody else's by their address. */
export async function takeQuotaOf(
  { limit }: Endpoint,
  identity: RequestIdentity,
  visitor: Visitor,
): Promise<Quota & { headers: [string, string][] }> {
  const isPerson = "actor" in identity && limit !== "guessing";
  const policy = limit === "guessing" ? guessing : isPerson ? person : address;
  const quota = await takeQuota(policy, isPerson ? identity.actor.userId : visitor.address);
  return { ...quota, headers: headersOf(policy, quota) };
}

/** As draft-ietf-httpapi-ratelimit-headers has them. */
function headersOf({ name, max }: QuotaPolicy, { remaining, resetSeconds }: Quota): [string, string][] {
  return [
    ["RateLimit-Policy", `"${name}";q=${max};w=${windowSeconds}`],
    ["RateLimit", `"${name}";r=${remaining};t=${resetSeconds}`],
  ];
}
