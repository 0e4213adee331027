import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { RefusalCode } from "#lib/scheduling/refusal.ts";
import { type EpochMs, type LocalDate, minutes } from "#lib/time.ts";

// The house as a child would keep it: lists, and counting anew whenever a number is asked for. Times are UTC, as
// London's are in winter. People, doctors and services are known by their index.

export interface ModelService {
  durationMinutes: number;
  bufferAfterMinutes: number;
  requiresConfirmation: boolean;
  /** More than one: a session that so many share. */
  seats: number;
  needsRoom: boolean;
}

export interface ModelSlot {
  startsAt: EpochMs;
  endsAt: EpochMs;
  capacity: number;
  isOpen: boolean;
}

export interface ModelAppointment {
  id: string;
  /** Null: a walk-in, a guest, or a browser that keeps a place. */
  patient: number | null;
  /** Whose browser keeps it, while it is held. */
  browser: number | null;
  hasRunOut: boolean;
  doctor: number;
  room: number | null;
  startsAt: EpochMs;
  endsAt: EpochMs;
  service: ModelService;
  status: AppointmentStatus;
  version: number;
}

export interface Wish {
  patient: number | null;
  service: ModelService;
  startsAt: EpochMs;
  /** What would leave its own place for it. */
  instead?: ModelAppointment[];
}

/** Who keeps a place: somebody with an account, a browser, or both. */
export interface Holder {
  patient: number | null;
  browser: number | null;
}

export type Mover = { role: "patient" | "doctor"; index: number } | { role: "staff" };

const occupying = ["held", "pending", "confirmed", "checked_in", "in_progress", "on_hold"];

/** Who may move what where, as the picture of the life cycle has it. */
const arrows: [from: AppointmentStatus, to: AppointmentStatus, by: string][] = [
  ["held", "expired", "patient staff"],
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

/** What may be otherwise once holds that have run out are taken back. */
const aboutPlaces: RefusalCode[] = ["SLOT_FULL", "DAY_FULL", "DOCTOR_BUSY", "SAME_PATIENT"];

export class Model {
  now: EpochMs;
  slots: ModelSlot[] = [];
  /** Capacity by day; a day that is not here has no row. */
  days = new Map<LocalDate, number | null>();
  appointments: ModelAppointment[] = [];
  /** Whether each is in use, by name. */
  rooms: boolean[];
  readonly doctors: number;
  readonly cancelNoticeHours: number;

  constructor(settings: { now: EpochMs; doctors: number; rooms: number; cancelNoticeHours: number }) {
    this.now = settings.now;
    this.doctors = settings.doctors;
    this.rooms = range(settings.rooms).map(() => true);
    this.cancelNoticeHours = settings.cancelNoticeHours;
  }

  bookedInSlot(slot: ModelSlot, instead?: ModelAppointment[]): number {
    return this.present(instead).filter((held) => held.startsAt < slot.endsAt && held.endsAt > slot.startsAt).length;
  }

  bookedOnDay(date: LocalDate, instead?: ModelAppointment[]): number {
    return this.present(instead).filter((held) => dateOf(held.startsAt) === date).length;
  }

  /** Everything that speaks against a booking with this doctor; a refusal must give one of these, an empty set means yes. */
  against(wish: Wish, doctor: number): Set<RefusalCode> {
    const { service, startsAt, instead } = wish;
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
    if (covered.some((slot) => this.bookedInSlot(slot, instead) >= slot.capacity)) codes.add("SLOT_FULL");
    const dayCapacity = this.days.get(date) ?? null;
    if (dayCapacity !== null && this.bookedOnDay(date, instead) >= dayCapacity) codes.add("DAY_FULL");
    if (this.meets(wish)) codes.add("SAME_PATIENT");
    const session = { service, doctor, startsAt };
    const others = this.present(instead).filter((other) => !sameSession(other, session));
    if (others.some((other) => other.doctor === doctor && meet(other, session))) codes.add("DOCTOR_BUSY");
    if (service.seats > 1 && this.participants(session, instead).length >= service.seats) codes.add("SLOT_FULL");
    if (this.roomFor(wish, doctor) === undefined) codes.add("DOCTOR_BUSY");
    return codes;
  }

  /** Whether the patient is somewhere else then. */
  meets({ patient, service, startsAt, instead }: Wish): boolean {
    const endsAt = startsAt + minutes(service.durationMinutes);
    const own = this.present(instead).filter((other) => patient !== null && other.patient === patient);
    return own.some((other) => other.startsAt < endsAt && other.endsAt > startsAt);
  }

  /** That of the session, else the first that is in use and free; null where none is needed, undefined where none is left. */
  roomFor({ service, startsAt, instead }: Wish, doctor: number): number | null | undefined {
    if (!service.needsRoom) return null;
    const session = { service, doctor, startsAt };
    const [mate] = this.participants(session, instead);
    if (mate) return mate.room;
    const taken = this.present(instead).filter((other) => meet(other, session));
    return range(this.rooms.length).find((room) => this.rooms[room] && !taken.some((other) => other.room === room));
  }

  /** Who gets a wish, with this doctor or with whoever is free (null). Holds that have run out do not stand in the way. */
  place(wish: Wish, asked: number | null): { doctor: number | null; against: Set<RefusalCode> } {
    const found = this.look(wish, asked);
    return found.doctor === null && this.clears(found.against) ? this.look(wish, asked) : found;
  }

  look(wish: Wish, asked: number | null): { doctor: number | null; against: Set<RefusalCode> } {
    const against = (asked === null ? range(this.doctors) : [asked]).map((doctor) => this.against(wish, doctor));
    const doctor = asked === null ? this.leastBusy(wish) : against[0]?.size === 0 ? asked : null;
    return { doctor, against: doctor === null ? new Set(against.flatMap((codes) => [...codes])) : new Set() };
  }

  /** Takes back what has run out where nothing but places speaks against a wish. */
  clears(against: Set<RefusalCode>): boolean {
    return [...against].every((code) => aboutPlaces.includes(code)) && this.expire() > 0;
  }

  /** Takes back every hold that has run out. */
  expire(): number {
    const due = this.appointments.filter((held) => held.status === "held" && held.hasRunOut);
    for (const hold of due) giveBack(hold);
    return due.length;
  }

  /** What somebody keeps, in the order in which it was made. */
  holdsOf(holder: Holder): ModelAppointment[] {
    return this.appointments.filter((held) => held.status === "held" && isOf(holder, held));
  }

  /** Of those who can, the one with the fewest appointments that day, then the first by name; null: nobody can. */
  leastBusy(wish: Wish): number | null {
    const load = (doctor: number) =>
      this.present(wish.instead).filter(
        (held) => held.doctor === doctor && dateOf(held.startsAt) === dateOf(wish.startsAt),
      ).length;
    const free = range(this.doctors).filter((doctor) => this.against(wish, doctor).size === 0);
    return free.sort((a, b) => load(a) - load(b) || a - b)[0] ?? null;
  }

  /** The first slot after an appointment that leaves a doctor in peace; null where the house pauses before it. */
  nextStart(after: ModelAppointment, doctor: number): EpochMs | null {
    const free = after.endsAt + (after.doctor === doctor ? minutes(after.service.bufferAfterMinutes) : 0);
    let reached = after.endsAt;
    for (const slot of this.slots.toSorted((a, b) => a.startsAt - b.startsAt)) {
      if (slot.startsAt < after.endsAt) continue;
      if (slot.startsAt > reached) return null;
      if (slot.startsAt >= free) return slot.startsAt;
      reached = slot.endsAt;
    }
    return null;
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
    const today = dateOf(this.now);
    const day = dateOf(appointment.startsAt);
    if (to === "checked_in" && day !== today) codes.add("ILLEGAL_TRANSITION");
    if (to === "no_show" && this.now < appointment.startsAt) codes.add("ILLEGAL_TRANSITION");
    const deadline = appointment.startsAt - minutes(60 * this.cancelNoticeHours);
    const isLate = to === "cancelled" && this.now > deadline;
    if (isLate) codes.add(by.role === "patient" ? "TOO_LATE_TO_CANCEL" : "VALIDATION");
    return codes;
  }

  /** What speaks against another time before any time is looked at. */
  againstReschedule(
    appointment: ModelAppointment,
    to: { startsAt: EpochMs; doctor: number | null },
    by: Mover,
    version: number | undefined,
  ): Set<RefusalCode> {
    const isConcerned = by.role === "staff" || appointment[by.role] === by.index;
    if (!isConcerned) return new Set(["NOT_FOUND"]);
    const codes = new Set<RefusalCode>();
    const { status, startsAt, doctor } = appointment;
    if (version !== undefined && version !== appointment.version) codes.add("VERSION_CONFLICT");
    if ((status !== "pending" && status !== "confirmed") || this.now >= startsAt) codes.add("ILLEGAL_TRANSITION");
    const deadline = startsAt - minutes(60 * this.cancelNoticeHours);
    if (by.role === "patient" && this.now > deadline) codes.add("TOO_LATE_TO_CANCEL");
    if (by.role === "doctor" && to.doctor !== doctor) codes.add("FORBIDDEN");
    if (to.startsAt === startsAt && (to.doctor === null || to.doctor === doctor)) codes.add("VALIDATION");
    return codes;
  }

  /** What speaks against another room. */
  againstRoom(appointment: ModelAppointment, room: number, by: Mover, version: number | undefined): Set<RefusalCode> {
    if (by.role !== "staff") return new Set(["NOT_FOUND"]);
    const codes = new Set<RefusalCode>();
    if (version !== undefined && version !== appointment.version) codes.add("VERSION_CONFLICT");
    if (!occupying.includes(appointment.status)) codes.add("ILLEGAL_TRANSITION");
    if (!appointment.service.needsRoom || !this.rooms[room]) codes.add("VALIDATION");
    const others = this.present([appointment]).filter((other) => !sameSession(other, appointment));
    if (others.some((other) => other.room === room && meet(other, appointment))) codes.add("DOCTOR_BUSY");
    return codes;
  }

  /** Everybody of a session; of any other appointment nobody. */
  participants(session: Session, instead?: ModelAppointment[]): ModelAppointment[] {
    return this.present(instead).filter((other) => sameSession(other, session));
  }

  private present(instead: ModelAppointment[] = []): ModelAppointment[] {
    return this.appointments.filter((held) => !instead.includes(held) && occupying.includes(held.status));
  }
}

type Session = Pick<ModelAppointment, "service" | "doctor" | "startsAt">;

function sameSession(a: Session, b: Session): boolean {
  return a.service.seats > 1 && a.service === b.service && a.doctor === b.doctor && a.startsAt === b.startsAt;
}

/** Whether two visits meet, with the time that the doctor and the room need after each. */
function meet(a: Session, b: Session): boolean {
  const freeAt = ({ service, startsAt }: Session) =>
    startsAt + minutes(service.durationMinutes + service.bufferAfterMinutes);
  return a.startsAt < freeAt(b) && b.startsAt < freeAt(a);
}

export function isOf({ patient, browser }: Holder, held: ModelAppointment): boolean {
  return (browser !== null && held.browser === browser) || (patient !== null && held.patient === patient);
}

export function giveBack(hold: ModelAppointment): void {
  hold.status = "expired";
  hold.version++;
}

export function dateOf(instant: EpochMs): LocalDate {
  return new Date(instant).toISOString().slice(0, 10);
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
