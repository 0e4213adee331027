import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerHeader, noteAnswers, setStatus } from "#lib/http/server/answers.ts";

const seen: string[] = [];
let server: Server;
let address: string;

beforeAll(async () => {
  noteAnswers();
  server = createServer((request, response) => {
    const id = String(request.headers[answerHeader]);
    seen.push(id);
    if (request.url === "/late") response.flushHeaders();
    setStatus(id, 404);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

test("whoever renders sets the status of the answer to this request", async () => {
  expect((await fetch(address)).status).toBe(404);
});

test("an answer that has begun keeps its status", async () => {
  expect((await fetch(`${address}/late`)).status).toBe(200);
});

test("a client cannot name an answer", async () => {
  await fetch(address, { headers: { [answerHeader]: "chosen" } });
  expect(seen).not.toContain("chosen");
});

test("an answer that is over, or none, is left alone", async () => {
  await fetch(address);
  expect(() => setStatus(seen.at(-1) ?? "", 404)).not.toThrow();
  expect(() => setStatus(null, 404)).not.toThrow();
});
