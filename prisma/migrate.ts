import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DiffTarget, MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { ensureApplicationRole, refuseOwnerWithoutRights } from "./application-role.ts";
import { MigrationError } from "./migration-error.ts";
import { migrationList, migrationsFolder, noFilters, schemas, withEngine } from "./schema-engine.ts";

const oldestVersion = 150_000;
const patienceSeconds = 120;
/** Any number will do, as long as every Slotwell takes the same; Prisma's own lock is 72707369. */
const lockKey = 5_107_831;

export interface MigrateOptions {
  folder?: string;
  /** The application's URL, where it is not computed from the owner's. */
  appUrl?: string;
  /** Only these migrations, for taking in data that is older than this version. */
  upTo?: string[];
}

/**
 * Brings a database up to the newest migration and sees to the role the application connects with.
 * Nodes that start at once wait for each other.
 * @returns the names of the migrations applied now and remarks for whoever started it.
 * @throws MigrationError in words, when the database cannot be brought up to date.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}) {
  const owner = await connect(ownerUrl);
  try {
    await waitForTurn(owner);
    await refuseOldServer(owner);
    await refuseOwnerWithoutRights(owner, options.appUrl);
    const list = await migrationList(options.folder);
    if (options.upTo) keepOnly(list, options.upTo);
    const outcome = await withEngine(ownerUrl, (engine) => apply(engine, list));
    await ensureApplicationRole(owner, ownerUrl, options.appUrl);
    return outcome;
  } finally {
    await owner.end();
  }
}

function keepOnly(list: MigrationList, names: string[]): void {
  const known = new Set(list.migrationDirectories.map(({ path }) => path));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new MigrationError(
      `The data comes from a newer Slotwell, which has ${unknown.join(", ")}: update this one first.`,
    );
  }
  list.migrationDirectories = list.migrationDirectories.filter(({ path }) => names.includes(path));
}

async function connect(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "slotwell-migrate",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host, pathname, username } = new URL(ownerUrl);
    const target = `the database "${decodeURIComponent(pathname.slice(1))}" at ${host} as "${username}"`;
    const reason = error instanceof AggregateError ? error.errors.map(String).join(", ") : (error as Error).message;
    throw new MigrationError(`Cannot connect to ${target}: ${reason}. Check DATABASE_URL and that PostgreSQL runs.`);
  }
}

async function waitForTurn(owner: pg.Client): Promise<void> {
  await owner.query(`SET lock_timeout = '${patienceSeconds}s'`);
  try {
    await owner.query("SELECT pg_advisory_lock($1)", [lockKey]);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== "55P03") throw error;
    throw new MigrationError(
      `Another node has been migrating this database for ${patienceSeconds} seconds; start again when it is done.`,
    );
  }
}

async function refuseOldServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ number: string; name: string }>(
    "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name",
  );
  const server = rows[0];
  if (server && Number(server.number) >= oldestVersion) return;
  throw new MigrationError(`PostgreSQL ${server?.name} is too old: Slotwell needs version 15 or newer.`);
}

async function apply(engine: SchemaEngine, migrationsList: MigrationList) {
  const diagnose = () =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: noFilters });
  const { failedMigrationNames } = await diagnose();
  // A migration is one transaction: what was cut short by a crash has left nothing and can be applied again.
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
  const { editedMigrationNames, history } = await diagnose();
  if (editedMigrationNames.length > 0) {
    throw new MigrationError(
      `Changed after it was applied to this database: ${editedMigrationNames.join(", ")}. ` +
        "Restore the file as it was, or, if the data may go, run `npm run db:reset`.",
    );
  }
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
    return { applied: appliedMigrationNames, newer: unknownMigrations(history) };
  } catch (error) {
    throw new MigrationError(failure(error as Error));
  }
}

/** PostgreSQL's sentence out of the engine's report. */
function failure({ message }: Error): string {
  const name = /migration_name="([^"]+)"/.exec(message)?.[1] ?? "?";
  const reason = /Error querying the database: ([\s\S]*?)\n +0: /.exec(message)?.[1] ?? message;
  return `The migration ${name} failed and left nothing behind: ${reason}`;
}

type History = Awaited<ReturnType<SchemaEngine["diagnoseMigrationHistory"]>>["history"];

/** Migrations in the database that this version does not have: a newer Slotwell ran here. */
function unknownMigrations(history: History): string[] {
  return history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [];
}

/** SQL that would turn what the migrations build into what schema.prisma says; null when they agree. */
export async function schemaDrift(ownerUrl: string): Promise<string | null> {
  const from: DiffTarget = { tag: "migrations", ...(await migrationList()) };
  const to: DiffTarget = { tag: "schemaDatamodel", ...(await schemas()) };
  const { exitCode, stdout } = await withEngine(ownerUrl, (engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters: noFilters }),
  );
  return exitCode === 0 ? null : stdout;
}

/**
 * Writes prisma/migrations/<time>_<name>/migration.sql with what schema.prisma has and the migrations do not.
 * @returns the file's path; the SQL is empty when there is no difference, for statements written by hand.
 */
export async function createMigration(ownerUrl: string, name: string): Promise<string> {
  // By comparing, as the engine's own createMigration makes no shadow database through an adapter.
  const sql = await schemaDrift(ownerUrl);
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${time}_${name.toLowerCase().replace(/[^a-z0-9]+/g, "_")}`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, "migration.sql");
  await writeFile(file, sql ?? "");
  return file;
}
