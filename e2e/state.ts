import type pg from "pg";

/** What the application notes by itself. */
const apart = ["rate_limit", "audit_entry", "audit_seal", "change", "worker", "_prisma_migrations"];

/** What comes by the clock, whatever anybody does: reminders and their links. Other links come with their mails. */
const but: Record<string, string> = {
  message: "WHERE kind NOT IN ('reminder', 'daily_sheet')",
  access_token: "WHERE purpose NOT IN ('unsubscribe', 'appointment')",
};

/** How many rows each table has, and which transaction wrote the newest of them: any write changes it. */
export async function stateOf(database: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await database.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1",
    [apart],
  );
  const newest = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, concat_ws(' ', count(*), max(xmin::text::bigint)) AS newest FROM ${name} ${but[name] ?? ""}`,
  );
  const { rows } = await database.query<{ name: string; newest: string }>(newest.join(" UNION ALL "));
  return Object.fromEntries(rows.map((row) => [row.name, row.newest]));
}
