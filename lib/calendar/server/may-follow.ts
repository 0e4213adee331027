import "server-only";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import type { FeedKind } from "../feed.ts";

/** Everybody follows what they have; what they hold, whoever works as a doctor. */
export function mayFollow(actor: Actor, kind: FeedKind): boolean {
  return kind === "patient" || (actor.doctorId !== null && clinicsWithRole(actor, "doctor").length > 0);
}
