import type { EpochMs, LocalDate } from "#lib/time.ts";

/** A week of times for an appointment, as the dialog asks for them. */
export interface MoveChoices {
  from: LocalDate;
  to: LocalDate;
  today: LocalDate;
  /** The last day to which it can be moved. */
  last: LocalDate;
  /** Whom it can be given to; empty where it stays with its doctor. */
  doctors: { id: string; name: string }[];
  days: { localDate: LocalDate; starts: EpochMs[] }[];
}
