import pg from "pg";

/**
 * A pool whose connections outlive a refused statement. pg's own ends the connection after any error, and a new one
 * with its sign-in and empty plan cache costs more than a hundred refusals.
 */
export function steadyPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // Whoever waits for an answer learns of a lost connection by a rejection; unheard, the event would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  const query = async (text: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> => {
    const client = await pool.connect();
    try {
      const result = await client.query(text, values);
      client.release();
      return result;
    } catch (error) {
      client.release(isOnlyRefused(error) ? undefined : (error as Error));
      throw error;
    }
  };
  return Object.assign(pool, { query });
}

/** Of the server's own errors, class 57P comes with the end of the connection. */
function isOnlyRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !error.code?.startsWith("57P");
}
