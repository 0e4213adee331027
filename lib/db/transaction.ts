import "server-only";
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
  return retrying(() => db.$transaction(work, { maxWait: 10_000, timeout: 15_000 }));
}

/** The same for work whose only write is a single statement, which is a transaction by itself. */
export async function inOneStatement<T>(work: (tx: Statements) => Promise<T>): Promise<T> {
  return retrying(() => work(statements));
}

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const failure = databaseFailure(error);
      if (!failure || !isRetryable(failure) || attempt === attempts) throw error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}
