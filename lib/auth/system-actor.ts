import type { SystemActor } from "./actor.ts";

/** @param reason two or three words for the audit log, e.g. "demo seed" */
export function systemActor(reason: string): SystemActor {
  return Object.freeze({ kind: "system", reason }) as SystemActor;
}
