import { availability } from "#lib/scheduling/availability.ts";
import {
  chooseResource,
  type DoctorCalendar,
  decideBooking,
  type ResourceCalendar,
  type Session,
  withBuffers,
} from "#lib/scheduling/booking-decision.ts";
import type { Day, Slot } from "#lib/scheduling/capacity.ts";
import { type Closure, workingBetween } from "#lib/scheduling/hours.ts";
import { type Interval, normalize } from "#lib/scheduling/interval.ts";
import type { ClinicHours } from "#lib/scheduling/regeneration.ts";
import { generateSlots } from "#lib/scheduling/slot.ts";
import { addDays, type EpochMs, type LocalDate } from "#lib/time.ts";
import { demoClinic, demoPolicy, demoWeeks } from "./clinic.ts";
import { type DemoDoctor, demoDoctors } from "./doctors.ts";
import { type DemoService, demoResources } from "./services.ts";

/** Days for which there are slots: five weeks behind, and ahead what a run of the generator makes. */
export const reach = { back: 35, ahead: 89 } as const;

/** One doctor's stretch of time for one service. */
export interface Visit {
  service: DemoService;
  doctor: DemoDoctor;
  startsAt: EpochMs;
  endsAt: EpochMs;
  localDate: LocalDate;
  /** By name; null before it is booked, and where none is needed. */
  room: string | null;
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
  /** Precondition: `takes`. @returns the visit with its room */
  book(visit: Visit, person: string): Visit;
  isVisiting(person: string, date: LocalDate): boolean;
}

export function openHouse(today: LocalDate, closures: readonly Closure[], { timeOff, windows }: DoctorAbsences): House {
  const [from, to] = [addDays(today, -reach.back), addDays(today, reach.ahead)];
  const open = { hours: demoWeeks(today), closures };
  const slots = storedSlots(from, addDays(today, -1), open).concat(storedSlots(today, to, open));
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
  const sessions = new Map<DemoDoctor, (Session & { service: DemoService })[]>();
  const roomBusy = new Map<string, Interval[]>();

  function calendarOf(doctor: DemoDoctor, service: DemoService): DoctorCalendar {
    return {
      id: doctor.slug,
      timing: timingOf(doctor, service),
      working: working.get(doctor.slug) ?? [],
      busy: normalize([
        ...(busy.get(doctor.slug) ?? []),
        ...sessionsOf(doctor, (other) => other !== service).map(({ occupied }) => occupied),
      ]),
      sessions: sessionsOf(doctor, (other) => other === service),
    };
  }

  function sessionsOf(doctor: DemoDoctor, which: (service: DemoService) => boolean): Session[] {
    const own = (sessions.get(doctor) ?? []).filter((session) => which(session.service));
    return own.sort((a, b) => a.startsAt - b.startsAt);
  }

  function roomsFor({ resourceKind }: DemoService): ResourceCalendar[] | null {
    if (resourceKind === null) return null;
    return demoResources
      .filter(({ kind }) => kind === resourceKind)
      .map(({ name }) => ({ id: name, name, busy: roomBusy.get(name) ?? [] }));
  }

  /** What the rules are asked about a visit. */
  function requestFor({ service, doctor, startsAt, localDate }: Visit, person: string, now: EpochMs) {
    return {
      startsAt,
      slots: slotsOn.get(localDate) ?? [],
      day: days.get(localDate) ?? null,
      doctor: calendarOf(doctor, service),
      policy: demoPolicy,
      now,
      patientBusy: (visits.get(person) ?? []).map((visit) => ({ start: visit.startsAt, end: visit.endsAt })),
      groupSize: service.groupSize,
      resources: roomsFor(service),
    };
  }

  function takeDoctor({ service, doctor, startsAt }: Visit, occupied: Interval, room: string | null): void {
    if (service.groupSize === 1) {
      busy.set(doctor.slug, normalize([...(busy.get(doctor.slug) ?? []), occupied]));
      return;
    }
    const own = sessions.get(doctor) ?? [];
    const session = own.find((each) => each.service === service && each.startsAt === startsAt);
    if (session) session.booked += 1;
    else own.push({ service, startsAt, occupied, seats: service.groupSize, booked: 1, resourceId: room });
    sessions.set(doctor, own);
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
        groupSize: service.groupSize,
        resources: roomsFor(service),
      });
      return (page?.offers ?? []).flatMap(({ startsAt, endsAt, doctorIds }) =>
        offering
          .filter(({ slug }) => doctorIds.includes(slug))
          .map((doctor) => ({ service, doctor, startsAt, endsAt, localDate: date, room: null })),
      );
    },

    takes: (visit, person, now) => decideBooking(requestFor(visit, person, now)) === null,

    book(visit, person) {
      const { service, doctor, startsAt, endsAt, localDate } = visit;
      const taken = withBuffers({ start: startsAt, end: endsAt }, timingOf(doctor, service));
      const room = chooseResource(requestFor(visit, person, startsAt - 1));
      takeDoctor(visit, taken, room);
      if (room) roomBusy.set(room, normalize([...(roomBusy.get(room) ?? []), taken]));
      visits.set(person, [...(visits.get(person) ?? []), visit]);
      const day = days.get(localDate);
      if (day) day.booked += 1;
      for (const slot of slotsOn.get(localDate) ?? []) {
        if (slot.startsAt >= startsAt && slot.startsAt < endsAt) slot.booked += 1;
      }
      return { ...visit, room };
    },
  };
}

function timingOf(doctor: DemoDoctor, service: DemoService) {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = { ...service, ...doctor.services[service.slug] };
  return { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes };
}

function storedSlots(from: LocalDate, to: LocalDate, open: ClinicHours): Slot[] {
  const { timeZone: zone, slotMinutes, slotCapacity: capacity } = demoClinic;
  const drafts = generateSlots({ from, to, ...open, zone, slotMinutes });
  return drafts.map((draft) => ({ ...draft, id: String(draft.startsAt), capacity, booked: 0, isOpen: true }));
}
