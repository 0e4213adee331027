import type { Refusal } from "#lib/scheduling/refusal.ts";
import type { TimeZone } from "#lib/time.ts";

/** What the front desk and doctors do with several appointments at once. */
export const bulkSteps = ["confirmed", "completed", "no_show", "cancelled"] as const;
export type BulkStep = (typeof bulkSteps)[number];

/** One that could not be done: whom it was about in words, and why. */
export interface NotDone {
  id: string;
  words: string;
  refusal: Refusal;
  timeZone: TimeZone;
}

export interface BulkState {
  answer: { to: BulkStep; done: { id: string; words: string }[]; notDone: NotDone[] } | "nobody" | null;
  /** As typed, so that a refusal does not cost it. */
  reason: string;
  /** Counts the answers, so that the same one twice is announced twice. */
  attempt: number;
}

export type BulkAction = (previous: BulkState, form: FormData) => Promise<BulkState>;

export const noBulk: BulkState = { answer: null, reason: "", attempt: 0 };
