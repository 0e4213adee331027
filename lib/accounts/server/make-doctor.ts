import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import { slugOf } from "../slug.ts";

/** A doctor needs a page of their own; their profile is theirs to fill. Whoever has one keeps it. */
export async function makeDoctor(tx: Transaction, userId: string, name: string): Promise<void> {
  const slug = slugOf(name, "doctor");
  await tx.$executeRaw`
    INSERT INTO doctor (user_id, slug, name, updated_at)
    SELECT ${userId}::uuid,
      CASE WHEN EXISTS (SELECT FROM doctor WHERE slug = ${slug}) THEN ${slug} || '-' || left(md5(${userId}), 6) ELSE ${slug} END,
      ${name}, now()
    ON CONFLICT (user_id) DO NOTHING`;
}
