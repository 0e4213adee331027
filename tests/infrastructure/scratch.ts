import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { onTestFinished } from "vitest";
import { urlOfDatabase } from "#lib/db/url.ts";
import { ownerUrl } from "../clone.ts";

/** A folder that goes when the test is over. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `slotwell-tests-${process.pid}-`));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty database, and the role the application would get for it; both go when the test is over. @returns the owner's URL */
export async function scratchDatabase(): Promise<string> {
  const name = `scratch_${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
  await maintain(`CREATE DATABASE ${name} TEMPLATE template0`);
  onTestFinished(async () => {
    await maintain(`DROP DATABASE ${name} WITH (FORCE)`);
    await maintain(`DROP ROLE IF EXISTS slotwell_${name}`);
  });
  return urlOfDatabase(ownerUrl, name);
}

/** Runs one statement on the server, outside any test's database. */
export async function maintain(sql: string): Promise<void> {
  await inDatabase(urlOfDatabase(ownerUrl, "postgres"), (client) => client.query(sql));
}

export async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
