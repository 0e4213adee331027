import { spawn } from "node:child_process";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isAlive } from "#bin/lock.ts";
import { type EmbeddedPostgres, startPostgres } from "#bin/postgres.ts";
import { inDatabase, scratchFolder } from "./scratch.ts";

async function start(folder: string, durable = false): Promise<EmbeddedPostgres> {
  const server = await startPostgres(folder, { durable });
  onTestFinished(() => server.close());
  return server;
}

const one = (server: EmbeddedPostgres) =>
  inDatabase(server.url("postgres"), async (client) => (await client.query("SELECT 1 AS one")).rows);

test("it starts on first use, remembers its port, asks for a password and is stopped by close", async () => {
  const folder = await scratchFolder();
  const first = await start(folder);
  expect(await one(first)).toEqual([{ one: 1 }]);
  await expect(
    inDatabase(first.url("postgres").replace(/:[^:@]+@/, ":wrong@"), (c) => c.query("SELECT 1")),
  ).rejects.toThrow("password authentication failed");
  expect((await stat(join(folder, "postgres.json"))).mode & 0o777).toBe(0o600);
  await first.close();
  expect(isAlive(first.pid)).toBe(false);

  const second = await start(folder);
  expect(second.url("postgres")).toBe(first.url("postgres"));
});

test("starts at once share one server", async () => {
  const folder = await scratchFolder();
  const [one, other] = await Promise.all([start(folder), start(folder)]);
  expect(one.pid).toBe(other.pid);
});

test("the server stays while another process uses it, and goes with the last", async () => {
  const folder = await scratchFolder();
  const server = await start(folder);
  const neighbour = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  onTestFinished(() => void neighbour.kill("SIGKILL"));
  await writeFile(join(folder, "postgres.users", String(neighbour.pid)), "");
  await server.close();
  expect(isAlive(server.pid)).toBe(true);

  neighbour.kill("SIGKILL");
  await new Promise((resolve) => neighbour.once("exit", resolve));
  await (await start(folder)).close();
  expect(isAlive(server.pid)).toBe(false);
});

test("after the server was killed, what was committed is there", async () => {
  const folder = await scratchFolder();
  const server = await start(folder, true);
  await inDatabase(server.url("postgres"), (client) => client.query("CREATE TABLE kept AS SELECT 7 AS seven"));
  process.kill(server.pid, "SIGKILL");
  while (isAlive(server.pid)) await new Promise(setImmediate);

  const again = await start(folder, true);
  const rows = await inDatabase(again.url("postgres"), async (client) => (await client.query("TABLE kept")).rows);
  expect(rows).toEqual([{ seven: 7 }]);
});

test("a leftover process id that belongs to another program by now is no server", async () => {
  const folder = await scratchFolder();
  await (await start(folder)).close();
  await writeFile(join(folder, "postgres", "postmaster.pid"), `${process.pid}\n${folder}\n0\n1\n\n127.0.0.1\n`);
  expect(await one(await start(folder))).toEqual([{ one: 1 }]);
});

test("a taken port is given up for a free one", async () => {
  const folder = await scratchFolder();
  const first = await start(folder);
  const file = join(folder, "postgres.json");
  await first.close();
  const other = await start(await scratchFolder());
  const taken = Number(new URL(other.url("postgres")).port);
  const memory = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...memory, port: taken }));
  expect(new URL((await start(folder)).url("postgres")).port).not.toBe(String(taken));
});

test("a lost password, a data folder that cannot be: said in a sentence", async () => {
  const folder = await scratchFolder();
  await (await start(folder)).close();
  await rm(join(folder, "postgres.json"));
  await expect(startPostgres(folder)).rejects.toThrow("Put it back from a backup, or remove");

  const file = join(folder, "file");
  await writeFile(file, "");
  await expect(startPostgres(join(file, "data"))).rejects.toThrow("name another one in SLOTWELL_DATA_DIR");
});
