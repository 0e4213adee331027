import "server-only";
import type { Clock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs } from "#lib/time.ts";

export async function databaseNow(clock: Clock, tx: Transaction = db): Promise<EpochMs> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  if (!row) throw new Error("The database did not say what time it is");
  return clock(row.now.getTime());
}
