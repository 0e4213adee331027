import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "#lib/db/client.ts";

export const pulseEveryMs = 10_000;
const aliveForSeconds = 60;

const processWide = globalThis as typeof globalThis & { slotwellWorkerId?: string };
processWide.slotwellWorkerId ??= randomUUID();
const id = processWide.slotwellWorkerId;

/** Says that this process still does background work, and forgets those that have long been silent. */
export async function beat(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO worker (id) VALUES (${id}::uuid) ON CONFLICT (id) DO UPDATE SET seen_at = now()`;
  await db.$executeRaw`DELETE FROM worker WHERE seen_at < now() - interval '1 day'`;
}

/** Whether any process does: messages, reminders, holds and waiting lists wait for one. */
export async function workerIsAlive(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isAlive: boolean }[]>`
    SELECT EXISTS (SELECT FROM worker
      WHERE seen_at > now() - make_interval(secs => ${aliveForSeconds}::float8)) AS "isAlive"`;
  return row?.isAlive ?? false;
}
