import pg from "pg";
import type { Env } from "#lib/env.ts";
import { createMigration } from "#prisma/migrate.ts";
import { dropEmbedded, openDatabase, openServer } from "./database.ts";
import { commandEnvironment } from "./environment.ts";
import { step } from "./progress.ts";
import { seedDemo } from "./seed.ts";
import { run, SetupError } from "./setup-error.ts";
import { generateWhenStale } from "./stale.ts";

const commands: Record<string, (env: Env, word?: string) => Promise<void>> = {
  generate: async () => {},
  migrate: async (env) => {
    const database = await openDatabase(env, seedDemo);
    await database.close();
    step("The database is up to date");
  },
  new: createFromSchema,
  seed: fillEmpty,
  reset: beginAnew,
};

await run(async () => {
  const [name = "", word] = process.argv.slice(2);
  const command = commands[name];
  if (!command) throw new SetupError(`No database command "${name}"; there are ${Object.keys(commands).join(", ")}.`);
  await generateWhenStale();
  await command(commandEnvironment(), word);
  return 0;
});

async function createFromSchema(env: Env, name?: string): Promise<void> {
  if (!name) throw new SetupError("Give the migration a name: npm run db:new add_waiting_list");
  const server = await openServer(env);
  try {
    // It compares within a database of its own, so any database of the server will do.
    const url = new URL(server.ownerUrl);
    if (server.embedded) url.pathname = "/postgres";
    step(`Written: ${await createMigration(url.href, name)}`);
  } finally {
    await server.close();
  }
}

async function fillEmpty(env: Env): Promise<void> {
  refuseExternal(env, "Demo data never goes into a database of your own (DATABASE_URL is set).");
  const database = await openDatabase(env);
  const owner = new pg.Client(database.ownerUrl);
  try {
    await owner.connect();
    const { rowCount } = await owner.query("SELECT FROM clinic LIMIT 1");
    if (rowCount) throw new SetupError("The database holds a clinic already; `npm run db:reset` begins anew.");
    await seedDemo({ ownerUrl: database.ownerUrl, applicationUrl: database.appUrl });
    step("The database holds the demo clinic");
  } finally {
    await owner.end();
    await database.close();
  }
}

async function beginAnew(env: Env): Promise<void> {
  refuseExternal(
    env,
    "A database of your own is not emptied from here (DATABASE_URL is set); use dropdb and createdb.",
  );
  const server = await openServer(env);
  try {
    await dropEmbedded(server);
    const database = await openDatabase(env, seedDemo);
    await database.close();
    step("The database holds nothing but the demo clinic");
  } finally {
    await server.close();
  }
}

function refuseExternal(env: Env, sentence: string): void {
  if (env.databaseUrl) throw new SetupError(sentence);
}
