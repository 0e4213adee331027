import { vi } from "vitest";

type Connected = typeof globalThis & { slotwellDatabase?: { pool: { end(): Promise<void> } } };

/**
 * Runs with modules loaded anew, whose `db` connects to `url` with at most `poolSize` connections; imports of theirs
 * must happen inside. The test file's own modules keep their connections.
 */
export async function withClientOf<T>(url: string, work: () => Promise<T>, poolSize = 16): Promise<T> {
  const connected = globalThis as Connected;
  const own = connected.slotwellDatabase;
  const { DATABASE_APP_URL, DATABASE_POOL_SIZE } = process.env;
  Object.assign(process.env, { DATABASE_APP_URL: url, DATABASE_POOL_SIZE: String(poolSize) });
  delete connected.slotwellDatabase;
  vi.resetModules();
  try {
    return await work();
  } finally {
    await (globalThis as Connected).slotwellDatabase?.pool.end();
    connected.slotwellDatabase = own;
    process.env.DATABASE_APP_URL = DATABASE_APP_URL;
    if (DATABASE_POOL_SIZE === undefined) delete process.env.DATABASE_POOL_SIZE;
    else process.env.DATABASE_POOL_SIZE = DATABASE_POOL_SIZE;
    vi.resetModules();
  }
}
