import { existsSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";
import { applicationUrl } from "#lib/db/application-role.ts";
import { migrate } from "#prisma/migrate.ts";
import { nodeOptions, runQuietly } from "./child.ts";
import { openServer, replaceEmbedded } from "./database.ts";
import { type Dump, openDump } from "./dump.ts";
import { commandEnvironment } from "./environment.ts";
import { step } from "./progress.ts";
import { run, SetupError } from "./setup-error.ts";
import { generateWhenStale } from "./stale.ts";

// npm run restore -- FILE: into the built-in server, where the present database is kept aside, or into an empty one.
await run(async () => {
  const [name] = process.argv.slice(2);
  const file = name && resolve(name);
  if (!file || !existsSync(file)) throw new SetupError("Name the backup's file: npm run restore -- FILE");
  const env = commandEnvironment();
  await generateWhenStale();
  const dump = await openDump(file);
  const server = await openServer(env);
  try {
    if (server.embedded) {
      const former = await replaceEmbedded(server.ownerUrl, (ownerUrl) => fill(dump, ownerUrl));
      if (former) step(`The database that was there is kept as ${former}`);
    } else {
      await refuseFilled(server.ownerUrl);
      await fill(dump, server.ownerUrl, env.databaseAppUrl);
    }
    step(`Restored what was backed up at ${dump.header.createdAt}`);
    return 0;
  } finally {
    await server.close();
  }
});

/** First the tables as they were, then the data, then whatever has changed in the tables since. */
async function fill(dump: Dump, ownerUrl: string, appUrl?: string): Promise<void> {
  await migrate(ownerUrl, { appUrl, upTo: dump.header.migrations });
  await withOwner(ownerUrl, (owner) => dump.load(owner));
  await migrate(ownerUrl, { appUrl });
  const variables = { DATABASE_APP_URL: appUrl ?? applicationUrl(ownerUrl), DATABASE_URL: "" };
  await runQuietly("Proving the restored data", [...nodeOptions, "bin/verify-process.ts"], variables);
}

async function refuseFilled(ownerUrl: string): Promise<void> {
  const { rowCount } = await withOwner(ownerUrl, (owner) =>
    owner.query("SELECT FROM pg_tables WHERE schemaname = 'public' LIMIT 1"),
  );
  if (rowCount)
    throw new SetupError("DATABASE_URL's database is not empty: make a new one (createdb) and restore into it.");
}

async function withOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
