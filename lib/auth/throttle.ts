import "server-only";
import { db } from "#lib/db/client.ts";
import { type Attempts, secondsToWait } from "./sliding-window.ts";

export interface Limit {
  /** Part of the bucket's name, so unique among limits. */
  name: string;
  max: number;
  windowMinutes: number;
}

/** Counts one attempt, in one statement. @returns null when it may go ahead, else the seconds to wait */
export async function takeTurn(limit: Limit, key: string): Promise<number | null> {
  const { max, windowMinutes } = limit;
  const bucket = bucketOf(limit, key);
  // Refused attempts count as one in all: whoever keeps trying waits no longer for it.
  const [attempts] = await db.$queryRaw<Attempts[]>`
    INSERT INTO rate_limit AS r (bucket, window_start, count)
    VALUES (${bucket}, date_bin(make_interval(mins => ${windowMinutes}::int), now(), 'epoch'), 1)
    ON CONFLICT (bucket, window_start) DO UPDATE SET count = least(r.count, ${max}::int) + 1
    RETURNING r.count AS current, extract(epoch FROM now() - r.window_start)::float8 AS elapsed,
      coalesce((SELECT p.count FROM rate_limit p WHERE p.bucket = r.bucket
        AND p.window_start = r.window_start - make_interval(mins => ${windowMinutes}::int)), 0) AS previous`;
  if (!attempts) throw new Error("The rate limit answered nothing.");
  return secondsToWait(attempts, max, windowMinutes * 60) || null;
}

/** Gives back an attempt that turned out to be legitimate. */
export async function giveBackTurn(limit: Limit, key: string): Promise<void> {
  await db.$executeRaw`
    UPDATE rate_limit SET count = count - 1
    WHERE bucket = ${bucketOf(limit, key)} AND count > 0
      AND window_start = date_bin(make_interval(mins => ${limit.windowMinutes}::int), now(), 'epoch')`;
}

/** Forgets all attempts of a key: whoever proved who they are starts afresh. */
export async function forgetTurns(limit: Limit, key: string): Promise<void> {
  await db.$executeRaw`DELETE FROM rate_limit WHERE bucket = ${bucketOf(limit, key)}`;
}

function bucketOf(limit: Limit, key: string): string {
  return `${limit.name}:${key.trim().toLowerCase().slice(0, 254)}`;
}
