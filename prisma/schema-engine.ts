import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
} from "@prisma/driver-adapter-utils";
import { type MigrationList, SchemaEngine, type SchemasContainer } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { urlOfDatabase } from "#lib/db/url.ts";

export const migrationsFolder = join(import.meta.dirname, "migrations");
const schemaFile = join(import.meta.dirname, "schema.prisma");
export const noFilters = { externalTables: [], externalEnums: [] };

/** Prisma's adapter, except that a migration goes to PostgreSQL whole. */
class MigrationAdapter extends PrismaPg {
  readonly #url: string;

  constructor(pool: pg.Pool, url: string) {
    super(pool);
    this.#url = url;
  }

  override async connect() {
    return forMigrations(await super.connect());
  }

  override async connectToShadowDb() {
    const name = `slotwell_shadow_${crypto.randomUUID().replaceAll("-", "")}`;
    await this.#maintain(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const shadow = await new PrismaPg({ connectionString: urlOfDatabase(this.#url, name), max: 1 }).connect();
    const close = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await close();
      await this.#maintain(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    };
    return forMigrations(shadow);
  }

  async #maintain(sql: string) {
    const client = new pg.Client(this.#url);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}

type Adapter = SqlDriverAdapter & { underlyingDriver(): pg.Pool };

/** Mends what the stock adapter cannot do for the schema engine. */
function forMigrations<A extends Adapter>(adapter: A): A {
  const pool = adapter.underlyingDriver();
  // It cuts scripts at every ";", also inside function bodies. Whole, a script is one transaction besides.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error: pg.DatabaseError) => refuse(script, error));
  };
  // It refuses the catalog's type "char", which the engine asks for when it describes constraints and keys.
  let letters: number[] = [];
  const query = pool.query;
  pool.query = (async (...args: unknown[]) => {
    const result: pg.QueryResult = await Reflect.apply(query, pool, args);
    letters = takeCatalogChars(result);
    return result;
  }) as typeof query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    for (const column of letters) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** Hands PostgreSQL's own words on, with the line; without the code, for which the engine has words of its own. */
function refuse(script: string, error: pg.DatabaseError): never {
  const { severity = "ERROR", detail, column, hint } = error;
  const line = error.position ? ` (line ${script.slice(0, Number(error.position)).split("\n").length})` : "";
  const message = [`${error.message}${line}`, error.detail, error.hint, error.where].filter(Boolean).join(". ");
  throw new DriverAdapterError({ kind: "postgres", code: "N/A", severity, message, detail, column, hint });
}

const catalogCharOid = 18;
const textOid = 25;

/** Declares columns of type "char" as text and tells which they were. */
function takeCatalogChars(result: pg.QueryResult): number[] {
  const columns: number[] = [];
  for (const [index, field] of (result.fields ?? []).entries()) {
    if (field.dataTypeID !== catalogCharOid) continue;
    field.dataTypeID = textOid;
    columns.push(index);
  }
  return columns;
}

/** Runs `work` with Prisma's schema engine on one connection of the owner. */
export async function withEngine<T>(ownerUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, application_name: "slotwell-migrate" });
  pool.on("error", () => {});
  try {
    const engine = await SchemaEngine.new(
      { datamodels: (await schemas()).files.map(({ path, content }) => [path, content]) },
      () => {},
      bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(pool, ownerUrl)),
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

export async function schemas(): Promise<SchemasContainer> {
  return { files: [{ path: schemaFile, content: await readFile(schemaFile, "utf8") }] };
}

/** The migrations on disk, oldest first, as the engine wants them. */
export async function migrationList(folder = migrationsFolder): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lockfile = join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: await readFile(lockfile, "utf8").catch(() => null) },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(join(folder, path, "migration.sql"), "utf8") },
        },
      })),
    ),
  };
}
