import { ownerSql } from "../database.ts";

/** How to put back what a test has taken away, in the order in which it went. */
export const mended: (() => Promise<unknown>)[] = [];

/** Puts everything back, the last first. Whatever broke the rules meanwhile has to be gone. */
export async function mendGuards(): Promise<void> {
  for (const mend of mended.splice(0).reverse()) await mend();
}

export async function dropConstraint(table: string, name: string): Promise<void> {
  const [constraint] = await ownerSql<{ definition: string }>(
    "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1",
    [name],
  );
  await ownerSql(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  mended.push(() => ownerSql(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${constraint?.definition}`));
}
