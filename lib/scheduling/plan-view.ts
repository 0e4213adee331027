import type { EpochMs, LocalDate, TimeZone, WallTime } from "#lib/time.ts";
import type { AppointmentStatus } from "./lifecycle.ts";
import type { Alternative, RefusalDetail } from "./refusal.ts";
import type { ServiceMode } from "./view.ts";

export const planFrequencies = ["weekly", "biweekly", "monthly"] as const;
export type PlanFrequency = (typeof planFrequencies)[number];

export type PlanStatus = "active" | "paused" | "cancelled" | "completed";
export type PaymentStatus = "unpaid" | "paid" | "refunded";
export type VisitStatus = "scheduled" | "completed" | "cancelled" | "skipped" | "unplaced";

/** Why a visit stands elsewhere than it was wanted, or nowhere. A closed list. */
export const visitReasonCodes = [
  "closed",
  "outside_hours",
  "doctor_away",
  "doctor_busy",
  "day_full",
  "slot_full",
  "session_full",
  "room_taken",
  "no_slot_long_enough",
  "no_such_time",
  "too_soon",
  "own_appointment",
  "not_offered",
  /** Swapped by whoever asked for the plan. */
  "chosen",
  // What became of a visit that had its place.
  "paused",
  "declined",
  "missed",
] as const;
export type VisitReasonCode = (typeof visitReasonCodes)[number];

/** `detail` holds the numbers and names behind it: `reason` of a closure, `booked` and `capacity` of what is full. */
export interface VisitReason {
  code: VisitReasonCode;
  detail: RefusalDetail;
}

/** Which visit of which plan an appointment is. */
export interface PlanPlace {
  id: string;
  number: string;
  sequence: number;
  /** Visits of the whole plan. */
  count: number;
  frequency: PlanFrequency;
}

/** Where a visit of a plan comes to stand, before or as it is made. */
export interface PlannedVisit {
  /** From 1. */
  sequence: number;
  targetDate: LocalDate;
  state: "placed" | "moved" | "unplaced";
  startsAt: EpochMs | null;
  endsAt: EpochMs | null;
  doctorId: string | null;
  /** Of every visit that was moved or found no place. */
  reason: VisitReason | null;
  /** The next best, at most three, for swapping. */
  alternatives: Alternative[];
}

/** A plan before it is bought: exactly what would be made now. */
export interface PlanPreview {
  clinicId: string;
  timeZone: TimeZone;
  service: { id: string; name: string; mode: ServiceMode };
  /** Of everybody who offers the service, by id. */
  doctorNames: Record<string, string>;
  visits: PlannedVisit[];
  /** Visits, those without a place yet included. */
  count: number;
  /** Minor units. */
  pricePerVisit: number;
  total: number;
  currency: string;
  cancelNoticeHours: number;
  /** Whether doctors confirm the visits first. */
  requiresConfirmation: boolean;
}

export interface CreatedPlan {
  id: string;
  number: string;
  /** Opens the guest's portal; said once, at the first answer, and only to guests. */
  token: string | null;
  timeZone: TimeZone;
  visits: PlannedVisit[];
  /** Of everybody who offers the service, by id. */
  doctorNames: Record<string, string>;
  /** Minor units. */
  pricePerVisit: number;
  currency: string;
  /** Sequences of the visits that stand elsewhere than the preview had them: a race was lost. */
  changed: number[];
}

export interface PlanSummary {
  id: string;
  number: string;
  clinicId: string;
  timeZone: TimeZone;
  status: PlanStatus;
  paymentStatus: PaymentStatus;
  frequency: PlanFrequency;
  months: number;
  startDate: LocalDate;
  service: { id: string; slug: string; name: string; mode: ServiceMode };
  doctor: { id: string; name: string } | null;
  /** Of the patient's account, or as the guest left it. */
  person: { name: string; email: string | null; phone: string | null };
  nextVisitAt: EpochMs | null;
  /** Visits by status. */
  visitCounts: Record<VisitStatus, number>;
  count: number;
  pricePerVisit: number;
  total: number;
  currency: string;
  createdAt: EpochMs;
}

export interface VisitView {
  sequence: number;
  targetDate: LocalDate;
  status: VisitStatus;
  reason: VisitReason | null;
  /** The appointment that it is or was; null where it never had a place. */
  appointment: {
    id: string;
    version: number;
    status: AppointmentStatus;
    startsAt: EpochMs;
    endsAt: EpochMs;
    doctor: { id: string; name: string };
    /** The last instant at which the patient may cancel, skip or move it. */
    deadline: EpochMs;
    isLate: boolean;
  } | null;
  /** What the one who looks may do with it now. */
  actions: ("move" | "cancel" | "skip" | "place")[];
}

export interface PlanView extends PlanSummary {
  version: number;
  anotherDoctorAllowed: boolean;
  preferredTime: WallTime | null;
  cancelNoticeHours: number;
  contact: {
    name: string;
    email: string;
    phone: string | null;
    addressLine1: string | null;
    city: string | null;
    postcode: string | null;
    country: string | null;
  } | null;
  patientId: string | null;
  accountLinkedAt: EpochMs | null;
  visits: VisitView[];
  /** How many of them wait for a doctor's confirmation by the one who looks. */
  toConfirm: number;
  /** What the one who looks may do with it now. */
  actions: ("pause" | "resume" | "cancel")[];
}
