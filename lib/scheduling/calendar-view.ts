import type { EpochMs, Interval, LocalDate, TimeZone } from "#lib/time.ts";
import type { DropDay } from "./drop.ts";
import type { SessionSeat } from "./session.ts";
import type { AppointmentView, ServiceMode } from "./view.ts";

/** One appointment in a doctor's calendar, or a time that somebody is just booking. */
export interface CalendarEntry
  extends Pick<
    AppointmentView,
    "id" | "version" | "status" | "startsAt" | "endsAt" | "urgent" | "isLate" | "canBeMoved"
  > {
  patientName: string;
  serviceName: string;
  mode: ServiceMode;
  /** With its buffers. */
  occupied: Interval;
  /** Null where it is for one person. */
  session: SessionSeat | null;
}

export interface CalendarDay extends DropDay {
  localDate: LocalDate;
  working: Interval[];
  off: (Interval & { reason: string | null })[];
  /** Why the practice is closed for all of the day; null where it is not. */
  closed: string | null;
  slots: { startsAt: EpochMs; endsAt: EpochMs; isOpen: boolean; left: number; share: number }[];
  entries: CalendarEntry[];
}

export interface DoctorCalendar {
  timeZone: TimeZone;
  now: EpochMs;
  today: LocalDate;
  days: CalendarDay[];
}
