import { availability } from "#lib/scheduling/availability.ts";
import { type DoctorCalendar, decideBooking, withBuffers } from "#lib/scheduling/booking-decision.ts";
import type { Day, Slot } from "#lib/scheduling/capacity.ts";
import { type Closure, workingBetween } from "#lib/scheduling/hours.ts";
import { type Interval, normalize } from "#lib/scheduling/interval.ts";
import { generateSlots } from "#lib/scheduling/slot.ts";
import { addDays, type EpochMs, type LocalDate } from "#lib/time.ts";
import { demoClinic, demoHours, demoPolicy } from "./clinic.ts";
import { type DemoDoctor, demoDoctors } from "./doctors.ts";
import type { DemoService } from "./services.ts";

/** Days for which there are slots: the week behind, and ahead what a run of the generator makes. */
const reach = { back: 7, ahead: 89 } as const;

/** One doctor's stretch of time for one service. */
export interface Visit {
  service: DemoService;
  doctor: DemoDoctor;
  startsAt: EpochMs;
  endsAt: EpochMs;
  localDate: LocalDate;
}

export interface DoctorAbsences {
  timeOff: ReadonlyMap<string, readonly Interval[]>;
  windows: ReadonlyMap<string, readonly Interval[]>;
}

/**
 * The practice in memory while the demo is planned. It asks the product's own rules and counts as the database will, so
 * that nothing is planned which could not have been booked.
 */
export interface House {
  slots: readonly Slot[];
  days: ReadonlyMap<LocalDate, Day>;
  /** Every start and doctor that somebody could have booked at `now`. */
  offers(service: DemoService, date: LocalDate, now: EpochMs): Visit[];
  /** Whether nothing speaks against it, the person's other visits included. */
  takes(visit: Visit, person: string, now: EpochMs): boolean;
  /** Precondition: `takes`. */
  book(visit: Visit, person: string): void;
  isVisiting(person: string, date: LocalDate): boolean;
}

export function openHouse(today: LocalDate, closures: readonly Closure[], { timeOff, windows }: DoctorAbsences): House {
  const [from, to] = [addDays(today, -reach.back), addDays(today, reach.ahead)];
  const slots = storedSlots(from, addDays(today, -1), closures).concat(storedSlots(today, to, closures));
  const slotsOn = Map.groupBy(slots, (slot) => slot.localDate);
  const days = new Map(
    Array.from(slotsOn.keys(), (localDate): [LocalDate, Day] => [
      localDate,
      { localDate, capacity: demoClinic.dayCapacity, booked: 0 },
    ]),
  );
  const working = new Map(
    demoDoctors.map(({ slug, hours }) => [
      slug,
      workingBetween(from, to, hours, windows.get(slug) ?? [], timeOff.get(slug) ?? [], demoClinic.timeZone),
    ]),
  );
  const busy = new Map<string, Interval[]>();
  const visits = new Map<string, Visit[]>();

  function calendarOf(doctor: DemoDoctor, service: DemoService): DoctorCalendar {
    return {
      id: doctor.slug,
      timing: timingOf(doctor, service),
      working: working.get(doctor.slug) ?? [],
      busy: busy.get(doctor.slug) ?? [],
    };
  }

  return {
    slots,
    days,
    isVisiting: (person, date) => (visits.get(person) ?? []).some((visit) => visit.localDate === date),

    offers(service, date, now) {
      const day = days.get(date);
      const offering = demoDoctors.filter((doctor) => doctor.services[service.slug]);
      const [page] = availability({
        from: date,
        to: date,
        slots: slotsOn.get(date) ?? [],
        days: day ? [day] : [],
        doctors: offering.map((doctor) => calendarOf(doctor, service)),
        policy: demoPolicy,
        now,
        closures,
      });
      return (page?.offers ?? []).flatMap(({ startsAt, endsAt, doctorIds }) =>
        offering
          .filter(({ slug }) => doctorIds.includes(slug))
          .map((doctor) => ({ service, doctor, startsAt, endsAt, localDate: date })),
      );
    },

    takes({ service, doctor, startsAt, localDate }, person, now) {
      const refused = decideBooking({
        startsAt,
        slots: slotsOn.get(localDate) ?? [],
        day: days.get(localDate) ?? null,
        doctor: calendarOf(doctor, service),
        policy: demoPolicy,
        now,
        patientBusy: (visits.get(person) ?? []).map((visit) => ({ start: visit.startsAt, end: visit.endsAt })),
      });
      return refused === null;
    },

    book(visit, person) {
      const { service, doctor, startsAt, endsAt, localDate } = visit;
      const taken = withBuffers({ start: startsAt, end: endsAt }, timingOf(doctor, service));
      busy.set(doctor.slug, normalize([...(busy.get(doctor.slug) ?? []), taken]));
      visits.set(person, [...(visits.get(person) ?? []), visit]);
      const day = days.get(localDate);
      if (day) day.booked += 1;
      for (const slot of slotsOn.get(localDate) ?? []) {
        if (slot.startsAt >= startsAt && slot.startsAt < endsAt) slot.booked += 1;
      }
    },
  };
}

function timingOf(doctor: DemoDoctor, service: DemoService) {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = { ...service, ...doctor.services[service.slug] };
  return { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes };
}

function storedSlots(from: LocalDate, to: LocalDate, closures: readonly Closure[]): Slot[] {
  const { timeZone: zone, slotMinutes, slotCapacity: capacity } = demoClinic;
  const drafts = generateSlots({ from, to, hours: demoHours, closures, zone, slotMinutes });
  return drafts.map((draft) => ({ ...draft, id: String(draft.startsAt), capacity, booked: 0, isOpen: true }));
}
