import "server-only";
import { db } from "#lib/db/client.ts";

/** The names of this installation's clinics in one text: no password is made of them alone. */
export async function clinicNames(): Promise<string> {
  const [row] = await db.$queryRaw<{ names: string }[]>`
    SELECT coalesce(string_agg(name, ' '), '') AS names FROM (SELECT name FROM clinic ORDER BY id LIMIT 20) AS clinics`;
  return row?.names ?? "";
}
