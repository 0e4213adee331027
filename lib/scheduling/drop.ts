import type { EpochMs, Interval } from "#lib/time.ts";
import { contains, overlaps } from "./interval.ts";

/** What a calendar on the screen knows of a day. */
export interface DropDay {
  /** Normal intervals. */
  working: readonly Interval[];
  /** By start. `left` is negative where more are booked than fit. */
  slots: readonly { startsAt: EpochMs; endsAt: EpochMs; isOpen: boolean; left: number }[];
  entries: readonly DropEntry[];
}

export interface DropEntry {
  id: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** With its buffers. */
  occupied: Interval;
}

export type DropProblem = "past" | "off_grid" | "closed" | "too_long" | "full" | "away" | "busy";

/**
 * Why an appointment would not fit into `visit`, as far as the screen tells, or null: an answer while somebody drags,
 * in the order of `booking-decision.ts`. What only the database knows (day's capacity, rooms, the patient's other
 * appointments) it says when the appointment is let go.
 */
export function judgeDrop(entry: DropEntry, visit: Interval, day: DropDay, now: EpochMs): DropProblem | null {
  if (visit.start <= now) return "past";
  const touched = day.slots.filter((slot) => slot.startsAt < visit.end && visit.start < slot.endsAt);
  if (touched[0]?.startsAt !== visit.start) return day.slots.length === 0 ? "closed" : "off_grid";
  let reached = visit.start;
  for (const slot of touched) {
    if (slot.startsAt > reached) break;
    if (!slot.isOpen) return "closed";
    reached = slot.endsAt;
  }
  if (reached < visit.end) return "too_long";
  const own = { start: entry.startsAt, end: entry.endsAt };
  const isFull = touched.some(
    (slot) => slot.left + Number(overlaps(own, { start: slot.startsAt, end: slot.endsAt })) <= 0,
  );
  if (isFull) return "full";
  if (!day.working.some((stretch) => contains(stretch, visit))) return "away";
  const occupied = {
    start: visit.start - (entry.startsAt - entry.occupied.start),
    end: visit.end + (entry.occupied.end - entry.endsAt),
  };
  return day.entries.some((other) => other.id !== entry.id && overlaps(other.occupied, occupied)) ? "busy" : null;
}
