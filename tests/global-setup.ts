import { randomBytes } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { nodeOptions, runQuietly } from "#bin/child.ts";
import { isAlive } from "#bin/lock.ts";
import { startPostgres } from "#bin/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's URL of the migrated database that every test file clones. */
    templateUrl: string;
  }
}

/** One server for the run, with a migrated template; without durability, which its tests do not test. */
export default async function setup(project: TestProject) {
  await removeAbandoned();
  const folder = join(tmpdir(), `slotwell-tests-${process.pid}-${randomBytes(3).toString("hex")}`);
  const remove = () => rm(folder, { recursive: true, force: true });
  const server = await startPostgres(folder, { durable: false }).catch(async (error) => {
    await remove();
    throw error;
  });
  const stop = () => server.close().then(remove);
  try {
    const owner = new pg.Client(server.url("postgres"));
    await owner.connect();
    await owner.query("CREATE DATABASE template_slotwell TEMPLATE template0");
    await owner.end();
    const templateUrl = server.url("template_slotwell");
    const variables = { DATABASE_URL: templateUrl, DATABASE_APP_URL: "" };
    await runQuietly("Migrating the template database", [...nodeOptions, "bin/db.ts", "migrate"], variables);
    project.provide("templateUrl", templateUrl);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Servers of runs that were killed before they could tidy up. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const runner = Number(/^slotwell-tests-(\d+)-/.exec(name)?.[1]);
    if (!runner || isAlive(runner)) continue;
    const folder = join(tmpdir(), name);
    const pid = Number(
      (await readFile(join(folder, "postgres/postmaster.pid"), "utf8").catch(() => "")).split("\n")[0],
    );
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (command.includes(folder)) process.kill(pid, "SIGQUIT");
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}
