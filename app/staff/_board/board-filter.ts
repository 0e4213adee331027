import type { BoardAppointment, BoardSlot } from "#lib/scheduling/view.ts";
import type { LocalDate } from "#lib/time.ts";
import { type DayFigures, figureOf } from "./day-figures.ts";

export const figureNames = ["requested", "expected", "here", "done", "missed"] as const satisfies (keyof DayFigures)[];

/** What of a day is shown; all of it stands in the address. */
export interface BoardFilter {
  /** A doctor's id. */
  doctor: string | null;
  /** A service's slug. */
  service: string | null;
  state: keyof DayFigures | null;
}

export const everything: BoardFilter = { doctor: null, service: null, state: null };

/** Reads what can be read; what nobody could have chosen counts as not chosen. */
export function readFilter({ doctor, service, state }: Record<string, unknown>): BoardFilter {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  return {
    doctor: text(doctor),
    service: text(service),
    state: figureNames.find((known) => known === state) ?? null,
  };
}

/** The board of a day, or of whatever day it is where none is named. */
export function boardHref(localDate: LocalDate | null, filter: BoardFilter = everything): string {
  const path = localDate ? `/staff/${localDate}` : "/staff";
  const query = new URLSearchParams(filterFields(filter));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The filter as the fields of a form, without what is not chosen. */
export function filterFields(filter: BoardFilter): Record<string, string> {
  return Object.fromEntries(
    (["doctor", "service", "state"] as const).flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])),
  );
}

export function isShown({ doctor, service, status }: BoardAppointment, filter: BoardFilter): boolean {
  return (
    (filter.doctor === null || doctor.id === filter.doctor) &&
    (filter.service === null || service.slug === filter.service) &&
    (filter.state === null || figureOf(status) === filter.state)
  );
}

/** Whether only slots are shown in which somebody is found; of one doctor the whole day is, with its gaps. */
export function isList({ service, state }: BoardFilter): boolean {
  return service !== null || state !== null;
}

/** The slots in which somebody begins whom the filter shows. */
export function slotsOf(slots: readonly BoardSlot[], filter: BoardFilter): BoardSlot[] {
  return slots.filter(({ appointments, startsAt }) =>
    appointments.some((appointment) => appointment.startsAt >= startsAt && isShown(appointment, filter)),
  );
}
