import type { EpochMs, LocalDate, TimeZone } from "#lib/time.ts";
import type { DayState, Slot } from "./capacity.ts";
import type { AppointmentStatus } from "./lifecycle.ts";

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
  /** Null: the clinic's. */
  cancelNoticeHours: number | null;
  isActive: boolean;
  /** Active doctors who offer it, by name. */
  doctorIds: string[];
  /** What it takes and costs with each of them, in the same order. */
  offeredBy: ServiceOffer[];
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
  photo: string | null;
  serviceIds: string[];
}

export interface PublicationView {
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
  priceAmount: number;
  priceCurrency: string;
  cancelReason: string | null;
  createdAt: EpochMs;
  /** Null until confirmed. */
  videoUrl: string | null;
  service: { id: string; slug: string; name: string; mode: ServiceMode };
  doctor: { id: string; slug: string; name: string; title: string | null };
  patient: { name: string; email: string | null; phone: string | null };
  cancelDeadline: EpochMs;
  /** The transitions that the viewer may make now. */
  actions: AppointmentStatus[];
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

export interface BoardAppointment {
  id: string;
  status: AppointmentStatus;
  version: number;
  startsAt: EpochMs;
  endsAt: EpochMs;
  urgent: boolean;
  service: { name: string };
  doctor: { id: string; name: string };
  patient: { name: string };
  actions: AppointmentStatus[];
}

export interface BoardSlot extends Slot {
  /** An appointment stands in every slot it covers. */
  appointments: BoardAppointment[];
}

export interface DayBoard {
  localDate: LocalDate;
  timeZone: TimeZone;
  now: EpochMs;
  today: LocalDate;
  /** Differs whenever the board would; compare with `dayBoardVersion`. */
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
  /** Safety checks that fail: nobody can book until none does. */
  missingGuards: string[];
}
