import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { type Quota, type QuotaPolicy, quotaKeeper } from "#lib/auth/quota.ts";
import { statements } from "#lib/db/statements.ts";
import { ownerSql } from "../database.ts";

/** Its window began in 1970 and ends in 2096, so that no test meets the end of one. */
const endless = { name: "test", windowSeconds: 4_000_000_000 };
const policy = (max: number): QuotaPolicy => ({ ...endless, max });

const allowedIn = (answers: Quota[]) => answers.filter(({ allowed }) => allowed).length;
const times = <T>(count: number, work: () => T): T[] => Array.from({ length: count }, work);

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test.each([1, 7, 20, 45, 120, 600])("three processes at once let %i through and not one more", async (max) => {
  const key = randomUUID();
  const processes = times(3, quotaKeeper);
  const answers = await Promise.all(processes.flatMap((take) => times(max + 20, () => take(policy(max), key))));
  expect(allowedIn(answers)).toBe(max);
  const after = await Promise.all(processes.map((take) => take(policy(max), key)));
  expect(after.map(({ allowed, remaining }) => ({ allowed, remaining }))).toEqual(
    times(3, () => ({ allowed: false, remaining: 0 })),
  );
});

test("a process that stopped asking keeps back a twentieth at most", async () => {
  const key = randomUUID();
  const [idle, busy] = [quotaKeeper(), quotaKeeper()];
  expect(await idle(policy(120), key)).toMatchObject({ allowed: true, limit: 120, remaining: 119 });
  const answers = await Promise.all(times(200, () => busy(policy(120), key)));
  expect(allowedIn(answers)).toBe(114);
  expect((await idle(policy(120), key)).allowed).toBe(true);
});

test("what is left goes down one by one, and other keys and policies have budgets of their own", async () => {
  const [take, key] = [quotaKeeper(), randomUUID()];
  const left: number[] = [];
  for (let n = 0; n < 50; n++) left.push((await take(policy(50), key)).remaining);
  expect(left).toEqual(times(50, () => 0).map((_, n) => 49 - n));
  expect((await take(policy(50), key)).allowed).toBe(false);
  expect((await take(policy(50), randomUUID())).allowed).toBe(true);
  expect((await take({ ...policy(50), name: "other" }, key)).allowed).toBe(true);
});

test("the database is asked once for each twentieth, and not at all once the budget is gone", async () => {
  const asked = vi.spyOn(statements, "$queryRaw");
  const [take, key] = [quotaKeeper(), randomUUID()];
  await Promise.all(times(600, () => take(policy(600), key)));
  expect(asked).toHaveBeenCalledTimes(20);
  await Promise.all(times(100, () => take(policy(600), key)));
  expect(asked).toHaveBeenCalledTimes(20);
});

test("the next window begins with the whole budget", async () => {
  const short = { name: "test", max: 3, windowSeconds: 1 };
  const processes = times(2, quotaKeeper);
  const startOfWindow = async () =>
    (
      await ownerSql<{ start: number }>("SELECT extract(epoch FROM date_bin('1 s', now(), 'epoch'))::float8 AS start")
    )[0]?.start ?? 0;
  const spendIn = async (key: string) => {
    const from = await startOfWindow();
    const answers = await Promise.all(processes.flatMap((take) => times(5, () => take(short, key))));
    return { key, from, until: await startOfWindow(), allowed: allowedIn(answers) };
  };
  // Whatever crossed the end of a window tells nothing.
  const first = await vi.waitUntil(async () => {
    const seen = await spendIn(randomUUID());
    return seen.from === seen.until && seen;
  });
  expect(first.allowed).toBe(3);
  const next = await vi.waitUntil(
    async () => {
      const seen = await spendIn(first.key);
      return seen.allowed > 0 && seen;
    },
    { timeout: 5_000, interval: 20 },
  );
  expect(next.until).toBeGreaterThan(first.until);
  expect(next.allowed).toBeLessThanOrEqual(next.from === next.until ? 3 : 6);
});

test("windows end by the database's clock, whatever this machine believes", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2001-01-01T00:00:30Z") });
  const minute = { name: "test", max: 10, windowSeconds: 60 };
  const { resetSeconds } = await quotaKeeper()(minute, randomUUID());
  const [row] = await ownerSql<{ left: number }>(
    "SELECT 60 - extract(epoch FROM now() - date_bin('1 min', now(), 'epoch'))::float8 AS left",
  );
  // Two looks at the clock: a minute may have turned between them.
  expect((resetSeconds - (row?.left ?? 0) + 60) % 60).toBeLessThan(3);
});
