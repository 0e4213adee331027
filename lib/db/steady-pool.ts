import pg from "pg";

/**
 * A pool whose connections outlive a refused statement. pg's own ends the connection after any error, and a new one
 * with its sign-in and empty plan cache costs more than a hundred refusals.
 */
export function steadyPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  const query = async (text: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> => {
    const client = await pool.connect();
    try {
      const result = await client.query(text, values);
      client.release();
      return result;
    } catch (error) {
      client.release(error instanceof pg.DatabaseError ? undefined : (error as Error));
      throw error;
    }
  };
  return Object.assign(pool, { query });
}
