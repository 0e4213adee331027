import "server-only";
import { headers } from "next/headers";
import { env } from "#lib/env.ts";
import { networkAddress } from "./network-address.ts";
import { peerHeader } from "./peer-header.ts";

/** Someone who has not proved who they are; attempts are counted by their address. */
export interface Visitor {
  readonly address: string;
}

export function visitorOf(request: Pick<Headers, "get">): Visitor {
  const [peer, forwardedFor] = [request.get(peerHeader), request.get("x-forwarded-for")];
  return { address: networkAddress(peer, forwardedFor, env().trustedProxies) };
}

export async function currentVisitor(): Promise<Visitor> {
  return visitorOf(await headers());
}
