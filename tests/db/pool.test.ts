import { describe, expect, test } from "vitest";
import { steadyPool } from "#lib/db/steady-pool.ts";
import { appUrl, ownerSql } from "../database.ts";

async function withPool<T>(work: (pool: ReturnType<typeof steadyPool>) => Promise<T>, max = 1): Promise<T> {
  const pool = steadyPool({ connectionString: appUrl, max, application_name: "pool-test" });
  pool.on("error", () => {});
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

async function backendOf(pool: ReturnType<typeof steadyPool>): Promise<number> {
  const { rows } = await pool.query("SELECT pg_backend_pid() AS pid");
  return rows[0].pid;
}

const backends = () =>
  ownerSql(`SELECT pid FROM pg_stat_activity WHERE application_name = 'pool-test' AND datname = current_database()`);

describe("a pool's connection", () => {
  test.each([
    ["a refused statement", "SELECT 1 / 0", "22012"],
    ["a mistake in SQL", "SELEC 1", "42601"],
    ["a missing right", "DELETE FROM audit_entry", "42501"],
    ["a statement that took too long", "SET statement_timeout = 20; SELECT pg_sleep(5)", "57014"],
  ])("outlives %s", async (_, sql, code) => {
    await withPool(async (pool) => {
      const before = await backendOf(pool);
      await expect(pool.query(sql)).rejects.toMatchObject({ code });
      expect(await backendOf(pool)).toBe(before);
      expect(pool.totalCount).toBe(1);
    });
  });

  test("outlives refusals by the hundred at once: no backend comes or goes", async () => {
    await withPool(async (pool) => {
      const sleeps = Array.from({ length: 4 }, () => pool.query("SELECT pg_sleep(0.05)"));
      await Promise.all(sleeps);
      const before = await backends();
      expect(before).toHaveLength(4);
      const refused = Array.from({ length: 100 }, () => pool.query("SELECT 1 / 0"));
      for (const { status } of await Promise.allSettled(refused)) expect(status).toBe("rejected");
      expect(await backends()).toEqual(before);
    }, 4);
  });

  test("is replaced when it was killed while idle", async () => {
    await withPool(async (pool) => {
      const before = await backendOf(pool);
      await ownerSql("SELECT pg_terminate_backend($1)", [before]);
      await expect.poll(() => pool.totalCount).toBe(0);
      expect(await backendOf(pool)).not.toBe(before);
    });
  });

  test("is replaced when it was killed at work, whose caller is told", async () => {
    await withPool(async (pool) => {
      const before = await backendOf(pool);
      const told = expect(pool.query("SELECT pg_sleep(20)")).rejects.toMatchObject({ code: "57P01" });
      await expect
        .poll(() => ownerSql("SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND state = 'active'", [before]))
        .toHaveLength(1);
      await ownerSql("SELECT pg_terminate_backend($1)", [before]);
      await told;
      expect(await backendOf(pool)).not.toBe(before);
    });
  });

  test("is given back whether the statement succeeds or not", async () => {
    await withPool(async (pool) => {
      for (let n = 0; n < 5; n++) {
        await pool.query("SELECT 1");
        await pool.query("SELECT 1 / 0").catch(() => {});
      }
      expect([pool.totalCount, pool.idleCount, pool.waitingCount]).toEqual([1, 1, 0]);
    });
  });
});
