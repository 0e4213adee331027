import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { EnvironmentError, env } from "#lib/env.ts";
import { applicationUrl } from "./application-role.ts";
import { PrismaClient } from "./generated/client.ts";
import { statementName } from "./statement-name.ts";
import { steadyPool } from "./steady-pool.ts";

// By SET and not as start-up parameters, which PgBouncer refuses.
const sessionSettings = `
  SET statement_timeout = '15s';
  SET lock_timeout = '5s';
  SET idle_in_transaction_session_timeout = '15s'`;

/** Connections of the application role, which owns nothing. */
function createPool(): pg.Pool {
  const { databaseUrl, databaseAppUrl, databasePoolSize } = env();
  if (!databaseUrl && !databaseAppUrl) {
    throw new EnvironmentError("DATABASE_URL is not set: start the app with `npm start`, or give it a PostgreSQL.");
  }
  const pool = steadyPool({
    connectionString: databaseAppUrl ?? applicationUrl(databaseUrl as string),
    max: databasePoolSize,
    application_name: "slotwell",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    onConnect: async (client) => {
      await client.query(sessionSettings);
    },
  });
  // A connection that dies while idle (a restarted database) is replaced by the pool and must not end the process.
  pool.on("error", () => {});
  return pool;
}

function createClient() {
  const pool = createPool();
  return {
    pool,
    db: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }) }),
  };
}

// Modules are evaluated anew on each hot reload and once per bundle, the process has only one set of connections.
const processWide = globalThis as typeof globalThis & { slotwellDatabase?: ReturnType<typeof createClient> };
processWide.slotwellDatabase ??= createClient();

export const { db, pool } = processWide.slotwellDatabase;

/** Ends every connection; for scripts and tests, which otherwise would not exit. */
export async function closeDatabase(): Promise<void> {
  await db.$disconnect();
  if (!processWide.slotwellDatabase?.pool.ended) await processWide.slotwellDatabase?.pool.end();
}
