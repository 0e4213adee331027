import { subscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";

const servers = new Set<Server>();
let underWay = 0;
let isStopping = false;

/** From now on `endConnections` knows what is asked of whom. To be called once, before the first request. */
export function noteConnections(): void {
  subscribe("http.server.request.start", (message) => {
    const { server, response } = message as { server: Server; response: ServerResponse };
    servers.add(server);
    underWay++;
    response.once("close", () => {
      underWay--;
      if (isStopping) endConnections();
    });
  });
}

/**
 * For servers that stop: each waits for all its connections, and some would never end by themselves. Those on which a
 * stream ended stay open for the next request, and those that a browser opened in advance for a first one. What is being
 * answered is answered before.
 */
export function endConnections(): void {
  isStopping = true;
  for (const server of servers) {
    if (underWay === 0) server.closeAllConnections();
    else server.closeIdleConnections();
  }
}
