import type { EpochMs, LocalDate, TimeZone, WallTime } from "#lib/time.ts";
import type { DayState, StoredSlot } from "./capacity.ts";
import type { AppointmentStatus } from "./lifecycle.ts";
import type { PlanPlace } from "./plan-view.ts";
import type { Answer, Question } from "./questions.ts";
import type { SessionSeat } from "./session.ts";
import type { StrandReason } from "./stranding.ts";

export type ServiceMode = "in_person" | "phone" | "video";

export interface ClinicView {
  id: string;
  slug: string;
  name: string;
  timeZone: TimeZone;
  /** ISO 4217. */
  currency: string;
  locale: string;
  addressLine1: string | null;
  addressLine2: string | null;
  city: string | null;
  postcode: string | null;
  country: string | null;
  phone: string | null;
  email: string | null;
  slotMinutes: number;
  slotCapacity: number;
  dayCapacity: number | null;
  horizonDays: number;
  minNoticeMinutes: number;
  cancelNoticeHours: number;
  /** From so many missed appointments within a year on, patients call to book; null: no limit. */
  noShowLimit: number | null;
  /** For how long an offer from the waiting list stands. */
  offerMinutes: number;
}

export interface ServiceView {
  id: string;
  slug: string;
  name: string;
  description: string | null;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Minor units of the clinic's currency. */
  priceAmount: number;
  mode: ServiceMode;
  requiresConfirmation: boolean;
  /** Seats of a session; 1: for one person. */
  groupSize: number;
  /** The kind of room or device that it needs; null: any will do. */
  resourceKind: string | null;
  /** Null: the clinic's. */
  cancelNoticeHours: number | null;
  /** Asked of whoever books it, in this order. */
  questions: Question[];
  isActive: boolean;
  /** Active doctors who offer it, by name. */
  doctorIds: string[];
  /** What it takes and costs with each of them, in the same order. */
  offeredBy: ServiceOffer[];
}

/** A room or device; of one kind, any will do for a service that needs it. */
export interface ResourceView {
  id: string;
  kind: string;
  name: string;
  isActive: boolean;
  /** Future appointments that take it. */
  upcoming: number;
}

/** A type and not an interface, so that it may stand in JSON. */
export type ServiceOffer = {
  doctorId: string;
  durationMinutes: number;
  /** Minor units. */
  priceAmount: number;
};

export interface DoctorView {
  id: string;
  slug: string;
  name: string;
  title: string | null;
  specialty: string | null;
  bio: string | null;
  /** The key by which `photo.ts` makes its address. */
  photo: string | null;
  serviceIds: string[];
}

export interface PublicationView {
  id: string;
  title: string;
  venue: string | null;
  year: number | null;
  doi: string | null;
}

export interface AppointmentView {
  id: string;
  clinicId: string;
  timeZone: TimeZone;
  status: AppointmentStatus;
  version: number;
  startsAt: EpochMs;
  endsAt: EpochMs;
  localDate: LocalDate;
  urgent: boolean;
  notes: string | null;
  /** Null for the patient, whatever there is. */
  internalNotes: string | null;
  /** In the order in which they were asked. */
  answers: Answer[];
  /** Shared with those that were booked back to back with it; null where it was booked alone. */
  bundleId: string | null;
  priceAmount: number;
  priceCurrency: string;
  cancelReason: string | null;
  createdAt: EpochMs;
  /** Where they meet by video; null until confirmed, and where they meet otherwise. */
  videoUrl: string | null;
  /** What the link is made of, whatever its status: for the team, and of visits by video alone. */
  videoSetting: { own: string | null; usual: string | null } | null;
  service: { id: string; slug: string; name: string; mode: ServiceMode };
  doctor: { id: string; slug: string; name: string; title: string | null };
  patient: { name: string; email: string | null; phone: string | null };
  /** Null where it is for one person. */
  session: SessionSeat | null;
  /** Null where it is no visit of a care plan. */
  plan: PlanPlace | null;
  resource: AssignedResource | null;
  /** Of the patient, for cancelling and moving. */
  cancelDeadline: EpochMs;
  /** The deadline has passed: doctor and staff must say why they cancel or move. */
  isLate: boolean;
  /** The transitions that the viewer may make now. */
  actions: AppointmentStatus[];
  /** The viewer may choose another time for it now. */
  canBeMoved: boolean;
}

/** Somebody the front desk may book for. */
export interface PatientView {
  id: string;
  name: string;
  email: string;
  /** Null too for somebody whom the clinic does not know yet. */
  phone: string | null;
}

/** What a patient missed at a clinic within a year. */
export interface MissedAppointments {
  /** Of the clinic; null: missing some has no consequence. */
  limit: number | null;
  /** Those that count. */
  missed: number;
  /** The latest first. */
  appointments: { id: string; version: number; startsAt: EpochMs; serviceName: string; isWaived: boolean }[];
}

/** What a command answers about the appointment it wrote. */
export interface WrittenAppointment {
  id: string;
  status: AppointmentStatus;
  version: number;
  startsAt: EpochMs;
  endsAt: EpochMs;
  doctorId: string;
}

/** A time that is kept for somebody who has not booked it yet. */
export interface HeldAppointment {
  id: string;
  clinicId: string;
  serviceId: string;
  doctorId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  expiresAt: EpochMs;
}

export interface HoldView extends HeldAppointment {
  /** Not run out; what has is still there until somebody needs the place. */
  isLive: boolean;
  /** It may last longer than it does now. */
  canExtend: boolean;
  /** When this was read, by the database's clock. */
  now: EpochMs;
}

/** A room or device that somebody has. */
export interface AssignedResource {
  id: string;
  name: string;
}

export interface BoardAppointment {
  id: string;
  status: AppointmentStatus;
  version: number;
  startsAt: EpochMs;
  endsAt: EpochMs;
  urgent: boolean;
  /** When its status last changed; null where that is not known. */
  since: EpochMs | null;
  service: { slug: string; name: string };
  doctor: { id: string; name: string };
  patient: { name: string };
  /** Null where it is for one person. */
  session: SessionSeat | null;
  resource: AssignedResource | null;
  /** Null where it is no visit of a care plan. */
  plan: PlanPlace | null;
  actions: AppointmentStatus[];
  /** What stands against it today, where it was worked out and there is something. */
  strand?: StrandReason;
}

export interface BoardSlot extends StoredSlot {
  /** An appointment stands in every slot it covers. */
  appointments: BoardAppointment[];
}

export interface DayBoard {
  localDate: LocalDate;
  timeZone: TimeZone;
  now: EpochMs;
  today: LocalDate;
  /** Differs whenever the board would; compare with a `DayCapacity`'s. */
  version: string;
  state: DayState;
  reason: string | null;
  /** The day's own capacity; null where only the slots limit. */
  dayCapacity: number | null;
  /** Places in open slots (or the day's own capacity where smaller), taken and in all. */
  capacity: number | null;
  booked: number;
  /** Occupying appointments of the day. */
  appointmentCount: number;
  slots: BoardSlot[];
}

/** One day of the clinic's calendar, seen from far. */
export interface CoverageDay {
  localDate: LocalDate;
  /** Stored slots, open or not. */
  slots: number;
  /** Places in open slots, or the day's own capacity where smaller. */
  capacity: number;
  booked: number;
  /** The clinic's hours ask for slots on that day. */
  isWorkingDay: boolean;
}

export interface SlotCoverage {
  today: LocalDate;
  /** The last day with slots; null where there are none from today on. */
  until: LocalDate | null;
  bookableUntil: LocalDate;
  /** From today on, without gaps, up to 120 days. */
  days: CoverageDay[];
}

/** A named week that takes the place of the usual one between two dates. */
export interface WeekTemplateView {
  id: string;
  name: string;
  validFrom: LocalDate;
  /** Included. */
  validTo: LocalDate;
  /** By day and opening; a day without any is closed. */
  hours: { dayOfWeek: number; openTime: WallTime; closeTime: WallTime }[];
}

/** An appointment in slots that the hours no longer ask for. A type and not an interface, so that it may stand in JSON. */
export type ConcernedAppointment = {
  id: string;
  startsAt: EpochMs;
  serviceName: string;
  doctorName: string;
  patientName: string;
};

/** How the slots of some days followed the hours. */
export interface SlotsRegenerated {
  created: number;
  dropped: number;
  /** Booked, outside the hours, and closed now to anybody new. */
  closed: number;
  /** Within the hours again. */
  reopened: number;
  /** Booked, though the hours no longer ask for them. */
  kept: number;
  /** Who is booked in those. */
  appointments: ConcernedAppointment[];
}

/** What an admin should look at. */
export interface ClinicAttention {
  /** Pending appointments that still lie ahead; `oldest`: since when the first of them waits. */
  requests: { count: number; urgent: number; oldest: EpochMs | null };
  servicesWithoutDoctor: { slug: string; name: string }[];
  doctorsWithoutHours: { slug: string; name: string }[];
  /** The first few slots with more booked than fits. */
  overFull: { localDate: LocalDate; startsAt: EpochMs; booked: number; capacity: number }[];
  /** Mails that were given up. */
  failedMessages: number;
  /** Mails that should have been gone for a quarter of an hour and still wait. */
  lateMessages: number;
  /** Safety checks that fail: nobody can book until none does. */
  missingGuards: string[];
}
