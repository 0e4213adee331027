import type pg from "pg";

/** What comes by the clock, whatever anybody does: reminders and their links. Other links come with their mails. */
const but: Record<string, string> = {
  message: "WHERE kind NOT IN ('reminder', 'daily_sheet')",
  access_token: "WHERE purpose NOT IN ('unsubscribe', 'appointment')",
};

/** A digest of every table's rows, apart from what the application notes by itself: a sum, so that nothing is sorted. */
export async function stateOf(database: pg.Pool): Promise<Record<string, string>> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'
     AND tablename NOT IN ('rate_limit', 'audit_entry', 'audit_seal', 'change', 'worker', '_prisma_migrations') ORDER BY 1`,
  );
  const digests = rows.map(async ({ name }) => {
    const found = await database.query<{ digest: string }>(
      `SELECT concat_ws(' ', count(*), sum(hashtextextended(t::text, 0))) AS digest FROM ${name} t ${but[name] ?? ""}`,
    );
    return [name, found.rows[0]?.digest ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}
