/** How many statements `work` sends outside transactions. Takes nobody else's work at the same time. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const pool = (globalThis as { slotwellDatabase?: { pool: { query: (...args: never[]) => unknown } } })
    .slotwellDatabase?.pool;
  if (!pool) throw new Error("Nobody has connected yet");
  const original = pool.query;
  let count = 0;
  pool.query = (...args) => {
    count++;
    return original(...args);
  };
  try {
    await work();
  } finally {
    pool.query = original;
  }
  return count;
}
