import type { ClientBase } from "pg";

/**
 * Inserts rows in their order with one statement. Every row has the same keys, which are columns; what they leave out
 * gets the database's default.
 */
export async function insertRows(client: ClientBase, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(", ");
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** An instant as the database reads it. */
export function instant(at: number): string {
  return new Date(at).toISOString();
}
