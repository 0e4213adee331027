import "server-only";
import { statements } from "#lib/db/statements.ts";

/** How many requests one key may make in each window; windows begin at whole multiples of their length. */
export interface QuotaPolicy {
  /** Part of the bucket's name, so unique among policies, and the policy's name in the answer's headers. */
  name: string;
  max: number;
  /** At most a day: after that the counts are dropped. */
  windowSeconds: number;
}

export interface Quota {
  allowed: boolean;
  limit: number;
  /** What is left in the window, apart from what other processes have taken and not used. */
  remaining: number;
  /** Until the next window begins, at least 1. */
  resetSeconds: number;
}

interface Lease {
  window: string;
  /** Requests that this process may let through without asking. */
  left: number;
  /** Of the window's budget, what no process had taken when this one last asked. */
  unleased: number;
  /** By this process's own steady clock, and never later than by the database's. */
  endsAt: number;
  asking: Promise<void> | null;
}

/** How many keys one process remembers; of those beyond it loses what they had left. */
const mostKeys = 20_000;

/**
 * Counts requests in the database, over all processes, without asking it for each: a process takes a twentieth of a
 * window's budget at a time and gives it out by itself, and once the budget is gone it asks no more until the window
 * has ended. In no window do all of them together let more through than the policy says; each other process may keep
 * back up to a twentieth that it does not use. What is left at a window's end is dropped.
 */
export function quotaKeeper(): (policy: QuotaPolicy, key: string) => Promise<Quota> {
  const leases = new Map<string, Lease>();

  return async (policy, key) => {
    const bucket = `quota-${policy.name}:${key.slice(0, 254)}`;
    const lease = leases.get(bucket) ?? { window: "", left: 0, unleased: 0, endsAt: 0, asking: null };
    leases.delete(bucket);
    leases.set(bucket, lease);
    if (leases.size > mostKeys) leases.delete(leases.keys().next().value as string);

    // Whoever comes while it is being asked waits for the same answer, and asks again if others were faster.
    while (performance.now() >= lease.endsAt || (lease.left === 0 && lease.unleased > 0)) {
      lease.asking ??= renew(lease, policy, bucket).finally(() => {
        lease.asking = null;
      });
      await lease.asking;
    }
    const allowed = lease.left > 0;
    if (allowed) lease.left--;
    const resetSeconds = Math.max(1, Math.ceil((lease.endsAt - performance.now()) / 1_000));
    return { allowed, limit: policy.max, remaining: lease.left + lease.unleased, resetSeconds };
  };
}

async function renew(lease: Lease, { max, windowSeconds }: QuotaPolicy, bucket: string): Promise<void> {
  const share = Math.max(1, Math.floor(max / 20));
  const sentAt = performance.now();
  const [row] = await statements.$queryRaw<{ window: string; taken: number; seconds: number }[]>`
    INSERT INTO rate_limit AS r (bucket, window_start, count)
    VALUES (${bucket}, date_bin(make_interval(secs => ${windowSeconds}::float8), now(), 'epoch'), ${share}::int)
    ON CONFLICT (bucket, window_start) DO UPDATE SET count = least(r.count, ${max}::int) + ${share}::int
    RETURNING r.window_start::text AS window, r.count AS taken,
      extract(epoch FROM r.window_start - now())::float8 + ${windowSeconds}::float8 AS seconds`;
  if (!row) throw new Error("The quota answered nothing.");
  // The share may reach beyond the budget's end: only what lies before it counts.
  const granted = Math.max(0, Math.min(share, max - (row.taken - share)));
  lease.left = (lease.window === row.window ? lease.left : 0) + granted;
  lease.unleased = Math.max(0, max - row.taken);
  lease.window = row.window;
  lease.endsAt = sentAt + row.seconds * 1_000;
}

// Modules are evaluated once per bundle, and each evaluation would keep leases of its own.
const processWide = globalThis as typeof globalThis & { slotwellQuota?: ReturnType<typeof quotaKeeper> };
processWide.slotwellQuota ??= quotaKeeper();

/** Counts one request of a key. @param key an identity or a network address; never longer than 254 characters */
export const takeQuota = processWide.slotwellQuota;
