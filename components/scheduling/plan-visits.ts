import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { furthestDays } from "#lib/scheduling/placement.ts";
import type { PlanView, VisitReasonCode, VisitView } from "#lib/scheduling/plan-view.ts";
import { addDays, daysBetween, type EpochMs, type LocalDate, localDateOf, type TimeZone } from "#lib/time.ts";

/** How a visit stands, in one word: its appointment's state where it has its place, its own where it has not. */
export type VisitState = AppointmentStatus | "skipped" | "unplaced" | "paused";

/** A visit that has, or had, its place. */
export type PlacedVisit = VisitView & { appointment: NonNullable<VisitView["appointment"]> };

export function visitState({ status, reason, appointment }: VisitView): VisitState {
  if (status === "scheduled") return appointment?.status ?? "confirmed";
  if (status === "unplaced") return reason?.code === "paused" ? "paused" : "unplaced";
  if (status === "cancelled") return reason?.code === "missed" ? "no_show" : "cancelled";
  return status;
}

/** The visit that an address names. */
export function visitOf({ visits }: Pick<PlanView, "visits">, sequence: string): VisitView | undefined {
  return visits.find((visit) => String(visit.sequence) === sequence);
}

/** Whether it holds a place; what it was is of no use to a visit that waits for another one. */
export function hasPlace(visit: VisitView): visit is PlacedVisit {
  return visit.appointment !== null && visit.status !== "unplaced";
}

/** The day on which a visit stands, or was wanted where it has no place. */
export function visitDate(visit: VisitView, timeZone: TimeZone): LocalDate {
  return hasPlace(visit) ? localDateOf(visit.appointment.startsAt, timeZone) : visit.targetDate;
}

const afterwards: readonly VisitReasonCode[] = ["paused", "declined", "missed"];

/** Whether the planner put it elsewhere than it was wanted. */
export function wasMoved({ status, reason }: VisitView): boolean {
  return (status === "scheduled" || status === "completed") && reason !== null && !afterwards.includes(reason.code);
}

/** Still ahead, with its place kept. */
export function isAhead(visit: VisitView, now: EpochMs): visit is PlacedVisit {
  return visit.status === "scheduled" && hasPlace(visit) && visit.appointment.startsAt > now;
}

/** The first visit ahead. */
export function nextVisit(visits: readonly VisitView[], now: EpochMs): PlacedVisit | null {
  const ahead = visits.filter((visit) => isAhead(visit, now));
  return ahead.toSorted((a, b) => a.appointment.startsAt - b.appointment.startsAt)[0] ?? null;
}

/** Of the visits that a pause freed, those that resuming the plan looks for times for; the others' time is over. */
export function stillDue(visits: readonly VisitView[], today: LocalDate): { due: VisitView[]; over: VisitView[] } {
  const paused = visits.filter((visit) => visitState(visit) === "paused");
  const isDue = ({ sequence, targetDate }: VisitView) => {
    const next = visits.find((visit) => visit.sequence === sequence + 1)?.targetDate;
    return (next ? addDays(next, -1) : addDays(targetDate, furthestDays)) >= today;
  };
  return { due: paused.filter(isDue), over: paused.filter((visit) => !isDue(visit)) };
}

export interface PlanMonth {
  /** `YYYY-MM`. */
  month: string;
  visits: VisitView[];
}

/** The visits as a timetable, by the month in which they stand. */
export function monthsOf(visits: readonly VisitView[], timeZone: TimeZone): PlanMonth[] {
  const when = (visit: VisitView) => (hasPlace(visit) ? visit.appointment.startsAt : 0);
  const dated = visits
    .map((visit) => ({ visit, date: visitDate(visit, timeZone) }))
    .toSorted(
      (a, b) => compare(a.date, b.date) || when(a.visit) - when(b.visit) || a.visit.sequence - b.visit.sequence,
    );
  const byMonth = Map.groupBy(dated, ({ date }) => date.slice(0, 7));
  return [...byMonth].map(([month, entries]) => ({ month, visits: entries.map(({ visit }) => visit) }));
}

export interface PlanAxis {
  /** Beginnings of months, as a share of the whole, 0–1. */
  months: { month: string; at: number; width: number }[];
  /** Every visit in the order of its number. */
  marks: { sequence: number; state: VisitState; at: number }[];
}

/** The whole plan as one line, from the first day of its first month to the end of its last. */
export function planAxis({ visits, timeZone }: Pick<PlanView, "visits" | "timeZone">): PlanAxis {
  const dates = visits.map((visit) => visitDate(visit, timeZone)).toSorted();
  const [first, last] = [dates.at(0), dates.at(-1)];
  if (first === undefined || last === undefined) return { months: [], marks: [] };
  const starts: LocalDate[] = [`${first.slice(0, 7)}-01`];
  for (let start = nextMonth(starts[0] ?? first); start <= last; start = nextMonth(start)) starts.push(start);
  const [from, to] = [starts[0] ?? first, nextMonth(starts.at(-1) ?? last)];
  const share = (date: LocalDate) => daysBetween(from, date) / daysBetween(from, to);
  return {
    months: starts.map((start) => ({
      month: start.slice(0, 7),
      at: share(start),
      width: share(nextMonth(start)) - share(start),
    })),
    marks: visits.map((visit) => ({
      sequence: visit.sequence,
      state: visitState(visit),
      at: share(visitDate(visit, timeZone)),
    })),
  };
}

function nextMonth(start: LocalDate): LocalDate {
  return `${addDays(start, 31).slice(0, 7)}-01`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
