import { drawnHours } from "#components/scheduling/drawn-hours.ts";
import { type Day, remaining, type Slot } from "#lib/scheduling/capacity.ts";
import { contains } from "#lib/scheduling/interval.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import type { EpochMs, Interval } from "#lib/time.ts";

/** Another appointment of the doctor close to a request. */
export interface Neighbour {
  name: string;
  /** Between the two; 0 where they touch. */
  gapMinutes: number;
}

/** How a request would sit in the doctor's day and in the house. */
export interface RequestFit {
  /** The fullest of the slots it covers, this request included. */
  slot: { booked: number; capacity: number } | null;
  day: { booked: number; capacity: number | null } | null;
  withinHours: boolean;
  before: Neighbour | null;
  after: Neighbour | null;
  /** What the strip draws. */
  hours: Interval;
  working: Interval[];
  others: AppointmentView[];
}

export interface DoctorDay {
  working: Interval[];
  appointments: AppointmentView[];
}

export interface HouseDay extends Pick<Day, "booked" | "capacity"> {
  slots: readonly Slot[];
}

const nearMinutes = 45;

/** Sets a request among the other appointments of its day; further away than `nearMinutes` nobody is a neighbour. */
export function fitOf(request: AppointmentView, day: DoctorDay, house: HouseDay | undefined): RequestFit {
  const others = day.appointments.filter(({ id }) => id !== request.id);
  const visit = { start: request.startsAt, end: request.endsAt };
  const drawn = [visit, ...day.working, ...others.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }))];
  return {
    slot: fullestSlot(house?.slots ?? [], visit),
    day: house ? { booked: house.booked, capacity: house.capacity } : null,
    withinHours: day.working.some((stretch) => contains(stretch, visit)),
    before: nearest(others, ({ endsAt }) => visit.start - endsAt),
    after: nearest(others, ({ startsAt }) => startsAt - visit.end),
    hours: drawnHours(drawn, request.timeZone) ?? visit,
    working: day.working,
    others,
  };
}

function fullestSlot(slots: readonly Slot[], { start, end }: Interval): { booked: number; capacity: number } | null {
  const [fullest] = slots
    .filter((slot) => slot.startsAt < end && slot.endsAt > start)
    .sort((a, b) => remaining(a) - remaining(b) || b.booked - a.booked);
  return fullest ? { booked: fullest.booked, capacity: fullest.capacity } : null;
}

function nearest(others: AppointmentView[], gap: (other: AppointmentView) => EpochMs): Neighbour | null {
  const [closest] = others
    .map((other) => ({ name: other.patient.name, gapMinutes: gap(other) / 60_000 }))
    .filter(({ gapMinutes }) => gapMinutes >= 0 && gapMinutes <= nearMinutes)
    .sort((a, b) => a.gapMinutes - b.gapMinutes);
  return closest ?? null;
}
