import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { endConnections, noteConnections } from "#lib/http/server/connections.ts";

test("a server that stops answers what it was asked, and waits for no connection that asks nothing", async () => {
  noteConnections();
  const streams: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url !== "/stream") return response.end();
    streams.push(response);
    response.write("first");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const ask = async (path: string) => {
    const [response] = (await once(get({ port, path, agent }), "response")) as [IncomingMessage];
    return response;
  };
  const stream = await ask("/stream");
  for await (const _ of await ask("/")) throw new Error("An empty answer has nothing.");
  const spare = connect(port, "127.0.0.1");
  await once(spare, "connect");

  const begun = performance.now();
  const closed = once(server, "close");
  server.close();
  endConnections();
  streams[0]?.end(", last");
  let text = "";
  for await (const chunk of stream) text += chunk;
  expect(text).toBe("first, last");
  await closed;
  // Node itself keeps the stream's connection for five more.
  expect(performance.now() - begun).toBeLessThan(2_000);
  agent.destroy();
});
