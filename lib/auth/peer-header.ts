import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Carries the socket's own address to the code that answers; a value sent by the client is always overwritten. */
export const peerHeader = "x-slotwell-peer";

/** Next tells no one the socket's address once a client sends its own X-Forwarded-For, so it is noted here first. */
export function notePeerAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[peerHeader] = request.socket.remoteAddress ?? "";
  });
}
