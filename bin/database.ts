import { join } from "node:path";
import pg from "pg";
import { applicationUrl } from "#lib/db/application-role.ts";
import { urlOfDatabase } from "#lib/db/url.ts";
import type { Env } from "#lib/env.ts";
import { migrate } from "#prisma/migrate.ts";
import { withLock } from "./lock.ts";
import { startPostgres } from "./postgres.ts";
import { step } from "./progress.ts";

const embeddedName = "slotwell";

export interface Server {
  embedded: boolean;
  ownerUrl: string;
  close(): Promise<void>;
}

export interface Database extends Server {
  appUrl: string;
}

export type Seed = (urls: { ownerUrl: string; applicationUrl: string }) => Promise<void>;

/** DATABASE_URL's server, or the built-in one, which is started; its database may not exist yet. */
export async function openServer(env: Env): Promise<Server> {
  if (env.databaseUrl) return { embedded: false, ownerUrl: env.databaseUrl, close: async () => {} };
  const server = await startPostgres(env.dataDir, { report: step });
  return { embedded: true, ownerUrl: server.url(embeddedName), close: () => server.close() };
}

/**
 * The database a command works on, brought up to date.
 * @param seed fills a built-in database when it is made; without it, an empty one is made.
 */
export async function openDatabase(env: Env, seed?: Seed): Promise<Database> {
  const server = await openServer(env);
  const { embedded, ownerUrl } = server;
  try {
    if (embedded) {
      await withLock(join(env.dataDir, "database.lock"), async () => {
        if (!(await exists(ownerUrl))) await createEmbedded(ownerUrl, seed);
      });
    }
    // First, as it may be refused: nothing is migrated for an application that could not connect.
    const appUrl = env.databaseAppUrl ?? applicationUrl(ownerUrl);
    const { applied, newer } = await migrate(ownerUrl, { appUrl: env.databaseAppUrl });
    if (applied.length > 0) step(`Brought the database up to date: ${applied.join(", ")}`);
    if (newer.length > 0) step(`A newer Slotwell has used this database: this one does not know ${newer.join(", ")}`);
    return { ...server, appUrl };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function createEmbedded(ownerUrl: string, seed?: Seed): Promise<void> {
  await replaceEmbedded(ownerUrl, async (draftUrl) => {
    await migrate(draftUrl);
    if (!seed) return;
    step("Filling the demo clinic …");
    await seed({ ownerUrl: draftUrl, applicationUrl: applicationUrl(draftUrl) });
  });
}

/**
 * Makes the built-in database anew. It is filled under another name and takes its own when complete: what is cut
 * short begins anew, never half-filled.
 * @returns the name under which the database that was there before is kept, if there was one.
 */
export async function replaceEmbedded(
  ownerUrl: string,
  fill: (draftUrl: string) => Promise<void>,
): Promise<string | undefined> {
  const draft = `${embeddedName}_new`;
  await inMaintenance(ownerUrl, `DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await inMaintenance(ownerUrl, `CREATE DATABASE ${draft} TEMPLATE template0`);
  await fill(urlOfDatabase(ownerUrl, draft));
  const former = (await exists(ownerUrl)) ? `${embeddedName}_until_${Date.now()}` : undefined;
  if (former) await rename(ownerUrl, embeddedName, former);
  await rename(ownerUrl, draft, embeddedName);
  return former;
}

async function rename(ownerUrl: string, from: string, to: string): Promise<void> {
  await inMaintenance(ownerUrl, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${from}'`);
  await inMaintenance(ownerUrl, `ALTER DATABASE ${from} RENAME TO ${to}`);
}

/** Removes the built-in database with all that is in it. */
export async function dropEmbedded(server: Server): Promise<void> {
  await inMaintenance(server.ownerUrl, `DROP DATABASE IF EXISTS ${embeddedName} WITH (FORCE)`);
}

async function exists(ownerUrl: string): Promise<boolean> {
  const { rowCount } = await inMaintenance(ownerUrl, `SELECT FROM pg_database WHERE datname = '${embeddedName}'`);
  return rowCount === 1;
}

async function inMaintenance(ownerUrl: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(urlOfDatabase(ownerUrl, "postgres"));
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
