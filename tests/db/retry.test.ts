import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { databaseFailure } from "#lib/db/failure.ts";
import { inOneStatement, inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result } from "#lib/result.ts";
import { orRefusal } from "#lib/scheduling/server/refused-by-database.ts";
import { ownerPool, ownerSql } from "../database.ts";
import { makeClinic } from "../factories.ts";

let [one, other] = ["", ""];

beforeEach(async () => {
  [one, other] = [(await makeClinic()).id, (await makeClinic()).id];
});

function rename(tx: Transaction, id: string, name: string): Promise<unknown> {
  return tx.clinic.update({ where: { id }, data: { name } });
}

/** Both parties wait until both have come this far; whoever comes again later passes. */
function meetingPoint(): () => Promise<void> {
  let arrived = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  return () => {
    if (++arrived === 2) resolve();
    return promise;
  };
}

describe("work is done again when the database asks for it", () => {
  test("40P01: two transactions that cross both succeed", async () => {
    const meet = meetingPoint();
    let runs = 0;
    const cross = (first: string, second: string) =>
      inTransaction(async (tx) => {
        runs++;
        await rename(tx, first, "first");
        await meet();
        await rename(tx, second, "second");
      });
    await Promise.all([cross(one, other), cross(other, one)]);
    expect(runs).toBeGreaterThan(2);
    expect(runs).toBeLessThanOrEqual(6);
  });

  test("40001: of two that read and then write the same row, the later reads anew", async () => {
    const meet = meetingPoint();
    let runs = 0;
    const append = (letter: string) =>
      inTransaction(async (tx) => {
        runs++;
        await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
        const { name } = await tx.clinic.findUniqueOrThrow({ where: { id: one } });
        await meet();
        await rename(tx, one, name + letter);
      });
    await Promise.all([append("A"), append("B")]);
    expect(runs).toBe(3);
    const { name } = await db.clinic.findUniqueOrThrow({ where: { id: one } });
    expect([..."AB"].every((letter) => name.includes(letter))).toBe(true);
  });

  test("55P03: who meets a lock waits, tries again, and gets through once it is gone", async () => {
    const holder = await ownerPool.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM clinic WHERE id = $1 FOR UPDATE", [one]);
    let runs = 0;
    const renamed = inTransaction(async (tx) => {
      if (++runs === 2) await holder.query("COMMIT");
      await tx.$executeRaw`SET LOCAL lock_timeout = '50ms'`;
      await rename(tx, one, "after all");
    });
    await renamed;
    holder.release();
    expect(runs).toBe(2);
    expect(await ownerSql("SELECT name FROM clinic WHERE id = $1", [one])).toEqual([{ name: "after all" }]);
  });

  test("a single statement too", async () => {
    let runs = 0;
    await inOneStatement(async (tx) => {
      if (++runs < 3) await tx.$queryRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`;
    });
    expect(runs).toBe(3);
  });
});

describe("but not for ever, and not for nothing", () => {
  async function attempts(code: string): Promise<{ runs: number; result: Result<unknown> }> {
    let runs = 0;
    const work = async (tx: Transaction) => {
      runs++;
      await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`);
      return ok(null);
    };
    return { result: await orRefusal(() => inTransaction(work)), runs };
  }

  test.each(["40001", "40P01", "55P03"])("%s: five attempts, then BUSY", async (code) => {
    expect(await attempts(code)).toEqual({ runs: 5, result: { ok: false, refusal: { code: "BUSY", detail: {} } } });
  });

  test.each(["57014", "53100", "53200", "53400", "57P03", "08006"])("%s: BUSY at once", async (code) => {
    expect(await attempts(code)).toEqual({ runs: 1, result: { ok: false, refusal: { code: "BUSY", detail: {} } } });
  });

  test("what the transaction's own code throws is not tried again", async () => {
    let runs = 0;
    const work = inTransaction(async () => {
      runs++;
      throw new TypeError("a bug");
    });
    await expect(work).rejects.toThrow("a bug");
    expect(runs).toBe(1);
  });

  test("the waits between attempts grow and are never the same twice", async () => {
    const random = vi.spyOn(Math, "random");
    const begun = performance.now();
    await attempts("40001");
    expect(random).toHaveBeenCalledTimes(4);
    const drawn = random.mock.results.map(({ value }) => value as number);
    const waited = drawn.map((share, n) => share * 20 * 2 ** (n + 1)).reduce((sum, ms) => sum + ms);
    expect(performance.now() - begun).toBeGreaterThan(waited - 10);
    expect(new Set(drawn).size).toBe(4);
  });
});

describe("a transaction happens whole or not at all", () => {
  test("nothing stays of one whose code throws, whatever it wrote before", async () => {
    const work = inTransaction(async (tx) => {
      await rename(tx, one, "half");
      await rename(tx, other, "half");
      throw new Error("in the middle");
    });
    await expect(work).rejects.toThrow("in the middle");
    expect(await ownerSql("SELECT 1 FROM clinic WHERE name = 'half'")).toEqual([]);
  });

  test("nor of one whose last statement is refused", async () => {
    const work = inTransaction(async (tx) => {
      await rename(tx, one, "half");
      await tx.clinic.update({ where: { id: other }, data: { horizonDays: 0 } });
    });
    expect(databaseFailure(await work.catch((error) => error))?.code).toBe("23514");
    expect(await ownerSql("SELECT 1 FROM clinic WHERE name = 'half'")).toEqual([]);
  });

  test("attempts that were given up leave nothing behind", async () => {
    let runs = 0;
    await inTransaction(async (tx) => {
      await makeNote(tx, `run ${++runs}`);
      if (runs < 3) await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40P01'; END $$`;
    });
    const notes = "SELECT action FROM audit_entry WHERE subject_type = 'retry'";
    expect(await ownerSql(notes)).toEqual([{ action: "run 3" }]);
  });

  test("57014: a statement that takes too long is ended, and its transaction with it", async () => {
    const work = orRefusal(() =>
      inTransaction(async (tx) => {
        await rename(tx, one, "half");
        await tx.$executeRaw`SET LOCAL statement_timeout = '50ms'`;
        await tx.$executeRaw`SELECT pg_sleep(10)`;
        return ok(null);
      }),
    );
    expect(await work).toEqual({ ok: false, refusal: { code: "BUSY", detail: {} } });
    expect(await ownerSql("SELECT 1 FROM clinic WHERE name = 'half'")).toEqual([]);
  });
});

function makeNote(tx: Transaction, action: string): Promise<unknown> {
  return tx.auditEntry.create({
    data: { actorRole: "test", action, subjectType: "retry", subjectId: "1" },
  });
}
