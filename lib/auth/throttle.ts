import "server-only";
import { db } from "#lib/db/client.ts";

export interface Limit {
  /** Part of the bucket's name, so unique among limits. */
  name: string;
  max: number;
  windowMinutes: number;
}

/** Counts one attempt. @returns null when it may go ahead, else the seconds until the next one may. */
export async function takeTurn(limit: Limit, key: string): Promise<number | null> {
  const [row] = await db.$queryRaw<{ count: number; wait: number }[]>`
    INSERT INTO rate_limit AS r (bucket, window_start, count)
    VALUES (${bucketOf(limit, key)}, date_bin(make_interval(mins => ${limit.windowMinutes}::int), now(), 'epoch'), 1)
    ON CONFLICT (bucket, window_start) DO UPDATE SET count = r.count + 1
    RETURNING r.count,
      ceil(extract(epoch FROM r.window_start + make_interval(mins => ${limit.windowMinutes}::int) - now()))::int AS wait`;
  if (!row) throw new Error("The rate limit answered nothing.");
  return row.count <= limit.max ? null : Math.max(1, row.wait);
}

/** Gives back an attempt that turned out to be legitimate. */
export async function giveBackTurn(limit: Limit, key: string): Promise<void> {
  await db.$executeRaw`
    UPDATE rate_limit SET count = count - 1 WHERE bucket = ${bucketOf(limit, key)} AND count > 0`;
}

/** Forgets all attempts of a key: whoever proved who they are starts afresh. */
export async function forgetTurns(limit: Limit, key: string): Promise<void> {
  await db.$executeRaw`DELETE FROM rate_limit WHERE bucket = ${bucketOf(limit, key)}`;
}

function bucketOf(limit: Limit, key: string): string {
  return `${limit.name}:${key.trim().toLowerCase().slice(0, 254)}`;
}
