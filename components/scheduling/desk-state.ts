import type { Refusal } from "#lib/scheduling/refusal.ts";
import type { TimeZone } from "#lib/time.ts";

/** What came of one press on an appointment, shown in the place where it was pressed. */
export interface DeskAnswer {
  appointmentId: string;
  /** Where in its list the appointment stood, so that the answer can stand there when the row is gone. */
  position: number;
  outcome: { done: string } | { refused: Refusal; timeZone: TimeZone };
}

export interface DeskState {
  answer: DeskAnswer | null;
  /** Counts the answers, so that the same one twice is announced twice. */
  attempt: number;
}

export type DeskAction = (previous: DeskState, form: FormData) => Promise<DeskState>;

export const untouched: DeskState = { answer: null, attempt: 0 };
