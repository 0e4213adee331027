import "server-only";
import type { SystemActor } from "#lib/auth/actor.ts";
import type { TimeZone } from "#lib/time.ts";
import { hasComeTrue } from "../../waitlist.ts";
import type { LoadedEntry } from "./load-waitlist.ts";
import { endWish, moveEntry, unlessOvertaken } from "./waitlist-end.ts";

/**
 * Ends what has ended by itself: offers that ran out, wishes whose last day is over, and wishes that came true because
 * the patient booked a time that fits. Whatever fits no wish of theirs leaves it waiting: it may be what they fall back
 * on.
 * @returns those who still wait or have an offer
 */
export async function settleWaitlist(
  actor: SystemActor,
  entries: readonly LoadedEntry[],
  zone: TimeZone,
): Promise<LoadedEntry[]> {
  const live: LoadedEntry[] = [];
  for (const entry of entries) {
    const end = endOf(entry, zone);
    if (end === null) live.push(entry);
    // Somebody who was faster has settled it: that will do as well.
    else
      await unlessOvertaken((tx) =>
        end === "accepted" ? moveEntry(tx, actor, entry, end) : endWish(tx, actor, entry, end),
      );
  }
  return live;
}

function endOf(entry: LoadedEntry, zone: TimeZone): "accepted" | "expired" | "withdrawn" | null {
  const { status, offer, isOverdue, isOver, booked } = entry;
  if (status === "offered" && offer && offer.status !== "held") {
    // Its hold was booked, or given back, by another way than the waiting list.
    return offer.status === "expired" ? "expired" : "accepted";
  }
  if (isOverdue || isOver) return "expired";
  return hasComeTrue(entry, booked, zone) ? "withdrawn" : null;
}
