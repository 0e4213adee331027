import "server-only";
import { db } from "#lib/db/client.ts";
import { withoutTokens } from "#lib/notifications/server/without-tokens.ts";

const sealBatch = 1_000;

/** What has to happen now and then and may happen on any number of nodes at once. */
export async function tidy(): Promise<void> {
  await sealAudit();
  await db.$executeRaw`DELETE FROM change WHERE created_at < now() - interval '1 day'`;
  await db.$executeRaw`DELETE FROM rate_limit WHERE window_start < now() - interval '1 day'`;
  await db.$executeRaw`DELETE FROM idempotency_key WHERE created_at < now() - interval '1 day'`;
  // No cookie lives longer than two weeks.
  await db.$executeRaw`DELETE FROM session WHERE last_seen_at < now() - interval '15 days'`;
  // A token is kept in clear no longer than its mail may still be sent: one that opens an account lives for a day.
  await db.$executeRaw`
    UPDATE message SET payload = ${withoutTokens}
    WHERE created_at > now() - interval '7 days' AND payload::text ~ '"(token|unsubscribe)": "'
      AND queued_at < now() - CASE WHEN clinic_id IS NULL THEN interval '1 day' ELSE interval '3 days' END`;
}

async function sealAudit(): Promise<void> {
  for (let sealed = sealBatch; sealed === sealBatch; ) {
    const [row] = await db.$queryRaw<{ sealed: number }[]>`SELECT seal_audit(${sealBatch}::int) AS sealed`;
    sealed = row?.sealed ?? 0;
  }
}
