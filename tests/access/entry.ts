import type { Actor } from "#lib/auth/actor.ts";
import type { RefusalCode } from "#lib/scheduling/refusal.ts";
import { type Caller, callers, type Ids } from "./scene.ts";

/** "nothing": null or an empty list, as if there were none. */
export type Outcome = "ok" | "nothing" | RefusalCode;

export interface Entry {
  /** The function's own name, by which the table is held against the code. */
  name: string;
  /** What is asked, where there is more than one entry. */
  asking?: string;
  call: (actor: Actor, ids: Ids) => Promise<unknown>;
  expected: Record<Caller, Outcome>;
}

export const everyone = (outcome: Outcome) =>
  Object.fromEntries(callers.map((caller) => [caller, outcome])) as Record<Caller, Outcome>;

export const staffOnly = { ...everyone("NOT_FOUND"), staff: "ok", admin: "ok" } as const;
export const adminOnly = { ...everyone("NOT_FOUND"), admin: "ok" } as const;
