import { isIPv4, isIPv6 } from "node:net";

/**
 * The address a request is counted under.
 * @param peer the other end of the socket
 * @param forwardedFor the X-Forwarded-For header, oldest first; anyone can write it, so it is believed only as far
 *   back as our own proxies wrote it
 * @param trustedProxies how many proxies of ours each added one address
 * @returns an IPv4 address, the /64 of an IPv6 one (one household, one key), or "unknown"
 */
export function networkAddress(peer: string | null, forwardedFor: string | null, trustedProxies: number): string {
  const chain = [...(forwardedFor?.split(",").map((hop) => hop.trim()) ?? [])].filter(Boolean);
  const claimed = trustedProxies > 0 ? chain[Math.max(0, chain.length - trustedProxies)] : undefined;
  return canonical(claimed ?? peer ?? "");
}

function canonical(address: string): string {
  const bare = address
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/%.*$/, "");
  if (isIPv4(bare)) return bare;
  const withoutPort = bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  if (isIPv4(withoutPort)) return withoutPort;
  return isIPv6(bare) ? `${prefix64(bare)}::/64` : "unknown";
}

function prefix64(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
