import "server-only";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Refusal } from "../refusal.ts";

/** A refusal that undoes what its transaction wrote before it. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refused: Refusal) {
    super(refused.code);
    this.refusal = refused;
  }
}

/** Runs work that refuses by throwing `Refused`: nothing of it stays then. */
export async function allOrNothing<T>(work: (tx: Transaction) => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await inTransaction(work));
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}
