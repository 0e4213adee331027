import { addDays, type EpochMs, type LocalDate, localDateOf, minutes, wallMinutes, wallTimeOf } from "#lib/time.ts";
import { availability } from "./availability.ts";
import { chooseResource, type DoctorCalendar, decideBooking, type ServiceNeeds } from "./booking-decision.ts";
import type { Day, Slot } from "./capacity.ts";
import { closureReason } from "./hours.ts";
import { type Interval, overlaps } from "./interval.ts";
import type { BookingPolicy } from "./policy.ts";
import type { Refusal } from "./refusal.ts";
import type { ClinicHours } from "./regeneration.ts";
import { generateSlots } from "./slot.ts";

/** Everything that decides about a plan's visits, for the whole of its time. */
export interface PlanFacts extends ServiceNeeds {
  /** Stored ones, sorted. */
  slots: readonly Slot[];
  /** Stored ones. A day that has one is as it is stored, slots or none. */
  days: readonly Day[];
  /** The last day that slots were made for without a gap; days after it are as the hours say. */
  slotsUntil: LocalDate | null;
  hours: ClinicHours;
  slotMinutes: number;
  slotCapacity: number;
  dayCapacity: number | null;
  /** Those who offer the service, by name. */
  doctors: readonly DoctorCalendar[];
  /** Of the patient, besides the plan. */
  patientBusy: readonly Interval[];
  /** Its horizon reaches as far as the plan does. */
  policy: BookingPolicy;
  now: EpochMs;
}

/** A time that one doctor could take. */
export interface Opening {
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** Minutes since midnight on the clinic's clock. */
  wallMinutes: number;
  doctorId: string;
}

interface DaySlots {
  slots: readonly Slot[];
  day: Day | null;
  isDrafted: boolean;
}

/** The clinic as a plan finds it, a day at a time and each day once: those beyond the stored slots as they would be. */
export class PlanningHouse {
  readonly facts: PlanFacts;
  readonly #stored: Map<LocalDate, Slot[]>;
  readonly #days: Map<LocalDate, Day>;
  readonly #slots = new Map<LocalDate, DaySlots>();
  readonly #openings = new Map<LocalDate, Opening[]>();

  constructor(facts: PlanFacts) {
    this.facts = facts;
    this.#stored = Map.groupBy(facts.slots, (slot) => slot.localDate);
    this.#days = new Map(facts.days.map((day) => [day.localDate, day]));
  }

  /** The same for somebody who is elsewhere at some more times. */
  besides(busy: readonly Interval[]): PlanningHouse {
    return new PlanningHouse({ ...this.facts, patientBusy: [...this.facts.patientBusy, ...busy] });
  }

  /** What could be booked on a day, in time and then by the doctors' names; nothing that crosses the patient's own. */
  openingsOn(date: LocalDate): readonly Opening[] {
    const known = this.#openings.get(date);
    if (known) return known;
    const { doctors, policy, now, groupSize, resources, patientBusy, hours } = this.facts;
    const { slots, day } = this.slotsOn(date);
    const [found] = availability({
      from: date,
      to: date,
      slots: [...slots, ...this.slotsOn(addDays(date, 1)).slots],
      days: day ? [day] : [],
      doctors,
      policy,
      now,
      closures: hours.closures,
      groupSize,
      resources,
    });
    const offers = found?.offers ?? [];
    const openings = offers
      .filter(({ startsAt, endsAt }) => !patientBusy.some((own) => overlaps(own, { start: startsAt, end: endsAt })))
      .flatMap(({ startsAt, endsAt, doctorIds }) => {
        const ofDay = wallMinutes(wallTimeOf(startsAt, policy.timeZone));
        return doctorIds.map((doctorId) => ({ startsAt, endsAt, wallMinutes: ofDay, doctorId }));
      });
    this.#openings.set(date, openings);
    return openings;
  }

  /** Why a doctor cannot take a start, or null where they can. */
  refusalOf(doctor: DoctorCalendar, startsAt: EpochMs): Refusal | null {
    return decideBooking(this.#request(doctor, startsAt));
  }

  /** The room or device that a start takes; null where it needs none. Precondition: it was not refused. */
  resourceFor(doctorId: string, startsAt: EpochMs): string | null {
    const doctor = this.facts.doctors.find(({ id }) => id === doctorId);
    return doctor ? chooseResource(this.#request(doctor, startsAt)) : null;
  }

  closureOn(date: LocalDate): string | null {
    return closureReason(date, this.facts.hours.closures);
  }

  /** Whether the day's slots would still have to be stored. */
  isDrafted(date: LocalDate): boolean {
    return this.slotsOn(date).isDrafted;
  }

  slotsOn(date: LocalDate): DaySlots {
    const known = this.#slots.get(date) ?? this.#makeDay(date);
    this.#slots.set(date, known);
    return known;
  }

  #makeDay(date: LocalDate): DaySlots {
    const { slotsUntil, now, policy } = this.facts;
    const day = this.#days.get(date) ?? null;
    const slots = this.#stored.get(date) ?? [];
    const isPast = date < localDateOf(now, policy.timeZone);
    if (day || slots.length > 0 || isPast || (slotsUntil !== null && date <= slotsUntil)) {
      return { slots, day, isDrafted: false };
    }
    const { hours, slotMinutes, slotCapacity, dayCapacity } = this.facts;
    const drafts = generateSlots({ from: date, to: date, ...hours, zone: policy.timeZone, slotMinutes });
    return {
      slots: drafts.map((draft) => ({ ...draft, id: "", capacity: slotCapacity, booked: 0, isOpen: true })),
      day: { localDate: date, capacity: dayCapacity, booked: 0 },
      isDrafted: drafts.length > 0,
    };
  }

  #request(doctor: DoctorCalendar, startsAt: EpochMs) {
    const { policy, now, patientBusy, groupSize, resources } = this.facts;
    const date = localDateOf(startsAt, policy.timeZone);
    const { slots, day } = this.slotsOn(date);
    const reachesOver = startsAt + minutes(doctor.timing.durationMinutes) > (slots.at(-1)?.endsAt ?? startsAt);
    const all = reachesOver ? [...slots, ...this.slotsOn(addDays(date, 1)).slots] : slots;
    return { startsAt, doctor, slots: all, day, policy, now, patientBusy, groupSize, resources };
  }
}
