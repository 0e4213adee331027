import type { EpochMs, LocalDate } from "#lib/time.ts";
import type { Interval } from "./interval.ts";
import type { AppointmentStatus } from "./lifecycle.ts";
import type { RefusalDetail } from "./refusal.ts";

/** An appointment that takes its place. */
export interface TakenPlace {
  id: string;
  doctorId: string;
  serviceId: string;
  status: AppointmentStatus;
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** The visit with the buffers that it was booked with. */
  occupied: Interval;
  /** Those who share a session share this. */
  sessionKey: string;
  bookedAt: EpochMs;
}

/** Why an appointment no longer fits, the one that says most first. */
export const strandCodes = [
  "closed",
  "clinic_hours",
  "slot_closed",
  "no_slot",
  "doctor_away",
  "doctor_hours",
  "not_offered",
  "doctor_busy",
  "slot_full",
  "day_full",
] as const;

export type StrandCode = (typeof strandCodes)[number];

export interface StrandReason {
  code: StrandCode;
  /** The numbers behind it. Instants are `EpochMs`. */
  detail: RefusalDetail;
}

export interface Stranding {
  id: string;
  /** Never empty. */
  reasons: StrandReason[];
}

/** A stranded appointment as the front desk and its doctor see it. */
export interface StrandedAppointment {
  id: string;
  status: AppointmentStatus;
  version: number;
  startsAt: EpochMs;
  endsAt: EpochMs;
  localDate: LocalDate;
  service: { id: string; name: string };
  doctor: { id: string; name: string };
  patient: { name: string };
  /** Never empty; the one that says most first. */
  reasons: StrandReason[];
}

/** What became of a place that was offered in place of an appointment. */
export type ReplacementState = "open" | "accepted" | "declined" | "withdrawn" | "expired";

/** A place that is or was held so that an appointment may move there. */
export interface Replacement {
  id: string;
  replacesId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  doctor: { id: string; name: string };
  /** Until when it is kept. */
  expiresAt: EpochMs;
  state: ReplacementState;
}
