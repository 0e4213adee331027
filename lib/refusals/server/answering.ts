import "server-only";
import { databaseFailure, isOverload, isRetryable } from "#lib/db/failure.ts";
import type { Result } from "#lib/result.ts";
import { type Refusal, type RefusalDetail, refusal } from "#lib/scheduling/refusal.ts";

/** What a person is told, by the name of the constraint or trigger that said no. */
export type ConstraintAnswers = Record<string, Refusal>;

/** Does the work; what the database refused becomes a refusal, and what is only overload BUSY. Other faults go on. */
export async function answering<T>(answers: ConstraintAnswers, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const refused = answerTo(error, answers);
    if (!refused) throw error;
    return { ok: false, refusal: refused };
  }
}

/** @returns null for a fault: what did not come from the database, and constraints that have no answer. */
export function answerTo(error: unknown, answers: ConstraintAnswers): Refusal | null {
  const failure = databaseFailure(error);
  if (!failure) return null;
  if (isRetryable(failure) || isOverload(failure)) return refusal("BUSY");
  // By name and not by position in the text, which is in the server's language.
  const [, answer] = Object.entries(answers).find(([name]) => failure.message.includes(name)) ?? [];
  return answer ? { ...answer, detail: { ...answer.detail, ...numbersIn(failure.detail) } } : null;
}

/** The numbers that our triggers put into DETAIL; PostgreSQL's own details may name people and stay out. */
function numbersIn(detail: string | undefined): RefusalDetail {
  if (!detail?.startsWith("{")) return {};
  const { startsAt, ...numbers } = JSON.parse(detail) as RefusalDetail;
  return startsAt === undefined ? numbers : { ...numbers, startsAt: Date.parse(String(startsAt)) };
}
