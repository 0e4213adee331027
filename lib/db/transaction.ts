import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "./client.ts";
import { databaseFailure, isRetryable } from "./failure.ts";
import type { Prisma } from "./generated/client.ts";
import { type Statements, statements } from "./statements.ts";

export type Transaction = Prisma.TransactionClient;

const attempts = 5;

/**
 * Runs `work` in one transaction, and again when the database asks for it (deadlock, serialization, lock timeout), at
 * most five times in all. `work` may therefore run more than once: it must have no effects outside the transaction.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const around = surrounding.getStore();
  if (around) return inSavepoint(around, () => work(around));
  return retrying(() => db.$transaction(work, { maxWait: 10_000, timeout: 15_000 }));
}

/** The same for work whose only write is a single statement, which is a transaction by itself. */
export async function inOneStatement<T>(work: (tx: Statements) => Promise<T>): Promise<T> {
  const around = surrounding.getStore();
  if (around) return inSavepoint(around, () => work(around));
  return retrying(() => work(statements));
}

const surrounding = new AsyncLocalStorage<Transaction>();

/**
 * Makes the transactions that `work` begins, one after the other, parts of one: what it is given commits with them or
 * not at all. For commands that know nothing of what stands around them.
 */
export async function inSurroundingTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction((tx) => surrounding.run(tx, () => work(tx)));
}

/** What the database refuses undoes this part alone; what it wants to see again concerns the whole. */
async function inSavepoint<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SAVEPOINT part`;
  try {
    const value = await work();
    await tx.$executeRaw`RELEASE SAVEPOINT part`;
    return value;
  } catch (error) {
    const failure = databaseFailure(error);
    if (failure && isRetryable(failure)) throw new Retry(error);
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT part`;
    throw error;
  }
}

/** Carries a failure past those who would take it for an answer, to the transaction that has to begin anew. */
class Retry extends Error {
  readonly failure: unknown;

  constructor(failure: unknown) {
    super("The surrounding transaction has to begin anew.");
    this.failure = failure;
  }
}

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (thrown) {
      const error = thrown instanceof Retry ? thrown.failure : thrown;
      const failure = databaseFailure(error);
      if (!failure || !isRetryable(failure) || attempt === attempts) throw error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}
