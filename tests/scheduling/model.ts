import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { RefusalCode } from "#lib/scheduling/refusal.ts";
import { type EpochMs, type LocalDate, minutes } from "#lib/time.ts";

// The house as a child would keep it: lists, and counting anew whenever a number is asked for. Times are UTC, as
// London's are in winter. People, doctors and services are known by their index.

export interface ModelService {
  durationMinutes: number;
  bufferAfterMinutes: number;
  requiresConfirmation: boolean;
}

export interface ModelSlot {
  startsAt: EpochMs;
  endsAt: EpochMs;
  capacity: number;
  isOpen: boolean;
}

export interface ModelAppointment {
  id: string;
  patient: number;
  doctor: number;
  startsAt: EpochMs;
  endsAt: EpochMs;
  bufferAfter: number;
  status: AppointmentStatus;
  version: number;
}

export interface Wish {
  patient: number;
  service: ModelService;
  startsAt: EpochMs;
}

export type Mover = { role: "patient" | "doctor"; index: number } | { role: "staff" };

const occupying = ["held", "pending", "confirmed", "checked_in", "in_progress", "on_hold"];

/** Who may move what where, as the picture of the life cycle has it. */
const arrows: [from: AppointmentStatus, to: AppointmentStatus, by: string][] = [
  ["pending", "confirmed", "doctor staff"],
  ["pending", "rejected", "doctor staff"],
  ["pending", "cancelled", "patient staff"],
  ["confirmed", "cancelled", "patient doctor staff"],
  ["confirmed", "checked_in", "doctor staff"],
  ["confirmed", "no_show", "doctor staff"],
  ["checked_in", "in_progress", "doctor staff"],
  ["in_progress", "on_hold", "doctor staff"],
  ["on_hold", "in_progress", "doctor staff"],
  ["in_progress", "completed", "doctor staff"],
];

export class Model {
  now: EpochMs;
  slots: ModelSlot[] = [];
  /** Capacity by day; a day that is not here has no row. */
  days = new Map<LocalDate, number | null>();
  appointments: ModelAppointment[] = [];
  readonly doctors: number;
  readonly cancelNoticeHours: number;

  constructor(settings: { now: EpochMs; doctors: number; cancelNoticeHours: number }) {
    this.now = settings.now;
    this.doctors = settings.doctors;
    this.cancelNoticeHours = settings.cancelNoticeHours;
  }

  bookedInSlot(slot: ModelSlot): number {
    return this.present().filter((held) => held.startsAt < slot.endsAt && held.endsAt > slot.startsAt).length;
  }

  bookedOnDay(date: LocalDate): number {
    return this.present().filter((held) => dateOf(held.startsAt) === date).length;
  }

  /** Everything that speaks against a booking with this doctor; a refusal must give one of these, an empty set means yes. */
  against({ patient, service, startsAt }: Wish, doctor: number): Set<RefusalCode> {
    const codes = new Set<RefusalCode>();
    const date = dateOf(startsAt);
    const endsAt = startsAt + minutes(service.durationMinutes);
    const covered = this.slots.filter((slot) => slot.startsAt < endsAt && slot.endsAt > startsAt);

    if (startsAt <= this.now) codes.add("PAST");
    if (!this.slots.some((slot) => dateOf(slot.startsAt) === date)) codes.add("CLOSED");
    else if (!this.slots.some((slot) => slot.startsAt === startsAt)) codes.add("OUTSIDE_HOURS");
    const coveredMinutes = covered.reduce((sum, slot) => sum + slot.endsAt - slot.startsAt, 0);
    if (coveredMinutes < endsAt - startsAt) codes.add("OUTSIDE_HOURS");
    if (covered.some((slot) => !slot.isOpen)) codes.add("CLOSED");
    if (covered.some((slot) => this.bookedInSlot(slot) >= slot.capacity)) codes.add("SLOT_FULL");
    const dayCapacity = this.days.get(date) ?? null;
    if (dayCapacity !== null && this.bookedOnDay(date) >= dayCapacity) codes.add("DAY_FULL");
    for (const other of this.present()) {
      if (other.patient === patient && other.startsAt < endsAt && other.endsAt > startsAt) codes.add("SAME_PATIENT");
      const doctorFreeAt = endsAt + minutes(service.bufferAfterMinutes);
      const otherFreeAt = other.endsAt + minutes(other.bufferAfter);
      if (other.doctor === doctor && other.startsAt < doctorFreeAt && otherFreeAt > startsAt) codes.add("DOCTOR_BUSY");
    }
    return codes;
  }

  /** Of those who can, the one with the fewest appointments that day, then the first by name; null: nobody can. */
  leastBusy(wish: Wish): number | null {
    const load = (doctor: number) =>
      this.present().filter((held) => held.doctor === doctor && dateOf(held.startsAt) === dateOf(wish.startsAt)).length;
    const free = range(this.doctors).filter((doctor) => this.against(wish, doctor).size === 0);
    return free.sort((a, b) => load(a) - load(b) || a - b)[0] ?? null;
  }

  /** Everything that speaks against a move; "NOT_FOUND" where the appointment is none of the mover's business. */
  againstMove(
    appointment: ModelAppointment,
    to: AppointmentStatus,
    by: Mover,
    version: number | undefined,
  ): Set<RefusalCode> {
    const isConcerned = by.role === "staff" || appointment[by.role] === by.index;
    if (!isConcerned) return new Set(["NOT_FOUND"]);
    const codes = new Set<RefusalCode>();
    if (version !== undefined && version !== appointment.version) codes.add("VERSION_CONFLICT");
    const arrow = arrows.find(([from, target]) => from === appointment.status && target === to);
    if (!arrow?.[2].includes(by.role)) codes.add("ILLEGAL_TRANSITION");
    const deadline = appointment.startsAt - minutes(60 * this.cancelNoticeHours);
    if (by.role === "patient" && to === "cancelled" && this.now > deadline) codes.add("TOO_LATE_TO_CANCEL");
    return codes;
  }

  private present(): ModelAppointment[] {
    return this.appointments.filter((appointment) => occupying.includes(appointment.status));
  }
}

export function dateOf(instant: EpochMs): LocalDate {
  return new Date(instant).toISOString().slice(0, 10);
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
