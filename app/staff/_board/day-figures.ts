import { type AppointmentStatus, occupies } from "#lib/scheduling/lifecycle.ts";
import type { BoardAppointment, BoardSlot } from "#lib/scheduling/view.ts";

/** What the day's appointments come to, each counted once however many slots it covers. */
export interface DayFigures {
  /** Waiting for an answer. */
  requested: number;
  /** Confirmed and not here yet. */
  expected: number;
  /** In the house now. */
  here: number;
  done: number;
  missed: number;
}

const parts: Partial<Record<AppointmentStatus, keyof DayFigures>> = {
  held: "requested",
  pending: "requested",
  confirmed: "expected",
  checked_in: "here",
  in_progress: "here",
  on_hold: "here",
  completed: "done",
  no_show: "missed",
};

/** As what a status counts; null for what is off the board. */
export function figureOf(status: AppointmentStatus): keyof DayFigures | null {
  return parts[status] ?? null;
}

export function dayFigures(appointments: Iterable<{ status: AppointmentStatus }>): DayFigures {
  const figures: DayFigures = { requested: 0, expected: 0, here: 0, done: 0, missed: 0 };
  for (const { status } of appointments) {
    const part = figureOf(status);
    if (part) figures[part]++;
  }
  return figures;
}

/** The appointments of a board, each once, in time. */
export function appointmentsOf(slots: readonly BoardSlot[]): BoardAppointment[] {
  return [...new Map(slots.flatMap((slot) => slot.appointments.map((one) => [one.id, one] as const))).values()];
}

/** When the board has to be drawn anew although nobody changed anything: the next slot's turn, or the next day. */
export function nextTurn(slots: readonly BoardSlot[], dayEnd: number, now: number): number {
  const turns = slots.flatMap((slot) => [slot.startsAt, slot.endsAt]).filter((turn) => turn > now);
  return Math.min(dayEnd, ...turns);
}

/**
 * How many slots at the beginning of the running day are over and dealt with: ended, with nobody in them of whom is not
 * known what became. None where nothing would be left. Precondition: sorted by start.
 */
export function overCount(slots: readonly BoardSlot[], now: number, day: { start: number; end: number }): number {
  if (now < day.start || now >= day.end) return 0;
  const next = slots.findIndex((slot) => slot.endsAt > now || slot.appointments.some(({ status }) => occupies(status)));
  return Math.max(0, next);
}
