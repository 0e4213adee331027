import type pg from "pg";
import { afterAll } from "vitest";
import { steadyPool } from "#lib/db/steady-pool.ts";
import { appUrl, ownerUrl } from "./clone.ts";

export { appUrl, ownerUrl };

/** Connections of the owner, who may do anything: for arranging, and for reading what the application may not. */
export const ownerPool = quietPool(ownerUrl);

/** Connections as the application has them, for proving by plain SQL what it cannot do. */
export const appPool = quietPool(appUrl);

/** Runs one statement as the owner. @returns the rows */
export async function ownerSql<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await ownerPool.query<Row>(sql, values)).rows;
}

afterAll(() => Promise.all([ownerPool.end(), appPool.end()]));

function quietPool(connectionString: string): pg.Pool {
  const pool = steadyPool({ connectionString, max: 32 });
  pool.on("error", () => {});
  return pool;
}
