import type { EpochMs } from "#lib/time.ts";

/** An appointment as it should be placed: another start, or another end. */
export interface Wish {
  id: string;
  startsAt?: EpochMs;
  endsAt?: EpochMs;
}

/** What takes the last change back. */
export interface WayBack extends Wish {
  version: number;
  /** As given for the change, where one was needed. */
  reason: string;
}

export type RearrangeAnswer =
  | { done: string; undo: WayBack | null }
  | {
      title: string;
      message: string;
      /** Near times that could be had, for the same appointment. */
      instead: EpochMs[];
      wish: Wish & { version: number; reason: string };
    };

export interface RearrangeState {
  answer: RearrangeAnswer | null;
  /** Counts the answers, so that the same one twice is announced twice. */
  attempt: number;
}

export const untouched: RearrangeState = { answer: null, attempt: 0 };

export type Rearrange = (previous: RearrangeState, form: FormData) => Promise<RearrangeState>;
