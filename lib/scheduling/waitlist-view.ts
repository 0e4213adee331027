import type { EpochMs, LocalDate, TimeZone, WallTime } from "#lib/time.ts";
import type { WaitlistStatus } from "./waitlist.ts";

/** A wish as the one who has it sees it. */
export interface WaitlistEntryView {
  id: string;
  clinicId: string;
  timeZone: TimeZone;
  status: WaitlistStatus;
  service: { slug: string; name: string };
  /** Null: any. */
  doctor: { slug: string; name: string } | null;
  /** 0 = Monday; empty: any day. */
  daysOfWeek: number[];
  fromTime: WallTime | null;
  toTime: WallTime | null;
  /** Included. */
  untilDate: LocalDate;
  createdAt: EpochMs;
  /** What waits for an answer; null otherwise. */
  offer: WaitlistOffer | null;
  /** What the offer became, once it was accepted. */
  appointmentId: string | null;
}

export interface WaitlistOffer {
  startsAt: EpochMs;
  endsAt: EpochMs;
  doctor: string;
  /** Until then it is theirs alone. */
  expiresAt: EpochMs;
  /** The questions of the service, as stored; `questions.ts` reads them. */
  questions: unknown;
}

/** A wish as the front desk sees it. */
export interface WaitlistLine extends WaitlistEntryView {
  patient: { name: string; phone: string | null };
}
