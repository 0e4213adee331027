import type { Refusal } from "#lib/scheduling/refusal.ts";
import type { TimeZone } from "#lib/time.ts";

/** What the front desk and doctors do with several appointments at once. */
export const bulkSteps = ["confirmed", "rejected", "completed", "no_show", "cancelled"] as const;
export type BulkStep = (typeof bulkSteps)[number];

/** One that could not be done: whom it was about in words, and why. */
export interface NotDone {
  id: string;
  words: string;
  refusal: Refusal;
  timeZone: TimeZone;
}

export interface BulkDone {
  id: string;
  words: string;
  /** As it is now. */
  version: number;
}

export interface BulkAnswered {
  /** What was pressed; "undo" for what took decisions back. */
  to: BulkStep | "undo";
  done: BulkDone[];
  notDone: NotDone[];
  /** For so many seconds what was decided can be taken back. */
  undoSeconds: number | null;
}

export interface BulkState {
  answer: BulkAnswered | "nobody" | null;
  /** As typed and for which step, so that a refusal does not cost it. */
  reason: { to: BulkStep; text: string } | null;
  /** Counts the answers, so that the same one twice is announced twice. */
  attempt: number;
}

export type BulkAction = (previous: BulkState, form: FormData) => Promise<BulkState>;

export const noBulk: BulkState = { answer: null, reason: null, attempt: 0 };
