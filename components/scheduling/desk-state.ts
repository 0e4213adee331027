import type { Refusal } from "#lib/scheduling/refusal.ts";
import type { TimeZone } from "#lib/time.ts";

export interface Refused {
  refused: Refusal;
  /** What was wished and the reason typed for it, so that it stays in its form. */
  wish: { to: string; reason: string };
  timeZone: TimeZone;
  /** Whom and when it was about, in a sentence; null for what the person may not know. */
  about: string | null;
}

export interface Done {
  done: string;
  /** It was looked at and nothing could be done. */
  isInVain?: boolean;
  /** A decision that can be taken back for so many seconds. */
  undo?: { id: string; version: number; seconds: number };
}

export type DeskOutcome = Done | Refused;

/** What came of one press on an appointment, shown in the place where it was pressed. */
export interface DeskAnswer {
  appointmentId: string;
  /** Where in its list the appointment stood, so that the answer can stand there when the row is gone. */
  position: number;
  outcome: DeskOutcome;
}

export interface DeskState {
  answer: DeskAnswer | null;
  /** Counts the answers, so that the same one twice is announced twice. */
  attempt: number;
}

export type DeskAction = (previous: DeskState, form: FormData) => Promise<DeskState>;

export const untouched: DeskState = { answer: null, attempt: 0 };
