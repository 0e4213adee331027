import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { nodeOptions, projectFolder } from "#bin/child.ts";
import { freePort } from "#bin/port.ts";
import { ownerUrl } from "../clone.ts";
import { scratchDatabase, scratchFolder } from "./scratch.ts";

/** Runs what `npm start` runs, with these settings. */
async function start(variables: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const settings = { ...variables, SLOTWELL_DATA_DIR: variables.SLOTWELL_DATA_DIR ?? (await scratchFolder()) };
  const kept = { PATH: process.env.PATH, HOME: process.env.HOME };
  const child = spawn(process.execPath, [...nodeOptions, "bin/start.ts"], {
    cwd: projectFolder,
    env: { NODE_ENV: "production", ...kept, ...settings },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said: said.trim() };
}

async function takePort(): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

test("a taken port is refused with who has it and what to type", async () => {
  const port = await takePort();
  const { code, said } = await start({ PORT: String(port) });
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`^Port ${port} is in use by process ${process.pid} .*: PORT=${port + 1} npm start$`));
});

test("a wrong setting is refused in one sentence", async () => {
  expect(await start({ PORT: "many" })).toEqual({ code: 1, said: "PORT must be a whole number from 1 to 65535." });
});

test("with a database of one's own there is no secret but the one that was set", async () => {
  const { code, said } = await start({ DATABASE_URL: ownerUrl, PORT: String(await freePort()) });
  expect({ code, said }).toEqual({
    code: 1,
    said: expect.stringContaining("SLOTWELL_SECRET is not set: make one with"),
  });
});

test("a data folder that cannot be used is refused with what to do", async () => {
  const { code, said } = await start({ SLOTWELL_DATA_DIR: "/dev/null/data", PORT: String(await freePort()) });
  expect(code).toBe(1);
  expect(said).toContain("The data folder /dev/null/data cannot be used");
});

test("a database URL without a password is refused with what to do, before anything is migrated", async () => {
  const url = new URL(await scratchDatabase());
  url.password = "";
  const { code, said } = await start({
    DATABASE_URL: url.href,
    SLOTWELL_SECRET: "only-for-tests-".repeat(3),
    PORT: String(await freePort()),
  });
  expect(code).toBe(1);
  expect(said).toMatch(/DATABASE_URL has no password.* set DATABASE_APP_URL to a URL with that role and password\.$/);
});
