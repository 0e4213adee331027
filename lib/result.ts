import type { Refusal } from "#lib/scheduling/refusal.ts";

/** What a command or query answers: a value, or a refusal that says why not. Faults are exceptions instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
