import type { Slot } from "#lib/scheduling/capacity.ts";
import { addDays, type EpochMs, type LocalDate, localDateOf, minutes, wallTimeOf } from "#lib/time.ts";
import { bookingMoment } from "./booking-moment.ts";
import { demoClinic } from "./clinic.ts";
import { type Fate, historyOf, type Step } from "./history.ts";
import type { House, Visit } from "./house.ts";
import { type DemoPerson, demoCaller, demoPatient, demoPatients } from "./people.ts";
import type { Random } from "./random.ts";
import { type DemoService, demoServices, serviceBySlug } from "./services.ts";
import { internalNotes, patientNotes } from "./texts.ts";

/** A patient, or somebody who has no account and called. */
export type Person = DemoPerson | { name: string; phone: string; email?: never };

export interface DemoAppointment {
  visit: Visit;
  person: Person;
  notes: string | null;
  internalNotes: string | null;
  urgent: boolean;
  /** Oldest first; the first is the booking. */
  history: readonly Step[];
}

export interface Wish {
  /** The first that has a time wins. */
  dates: readonly LocalDate[];
  service: string;
  doctor?: string;
  person?: Person;
  fate: Fate;
  notes?: string;
  urgent?: boolean;
}

interface Choice {
  visits: readonly Visit[];
  createdAt: EpochMs;
  fate: Fate;
  person: Person;
}

const doesNotHold: ReadonlySet<Fate> = new Set(["cancelled", "declined"]);

/** Takes bookings for the house and remembers them. */
export function bookings(house: House, now: EpochMs, random: Random) {
  const taken: DemoAppointment[] = [];
  const visitsOf = new Map<string, number>();
  /** Starts of slots that are as full as they shall be. */
  const settled = new Set<EpochMs>();
  const today = localDateOf(now, demoClinic.timeZone);
  const notesUsed = new Map<string, number>();
  let callers = 0;

  /** Throws where none of the dates has a time: the demo would miss what it is to show. */
  function book(wish: Wish): void {
    for (const date of wish.dates) {
      if (bookOn(date, wish)) return;
    }
    throw new Error(`No time for ${wish.service} between ${wish.dates[0]} and ${wish.dates.at(-1)}`);
  }

  function bookOn(date: LocalDate, wish: Wish): boolean {
    const service = serviceBySlug.get(wish.service);
    if (!service) throw new Error(`No service ${wish.service}`);
    const { fate } = wish;
    const person = wish.person ?? somebody(date, fate === "unanswered");
    if (house.isVisiting(person.name, date)) return false;
    const createdAt = bookingMoment(
      { date, today, now, age: wish.urgent ? "fresh" : fate === "unanswered" ? "recent" : "any" },
      random,
    );
    const visits = offersOn(service, date, createdAt).filter(
      ({ doctor }) => !wish.doctor || doctor.slug === wish.doctor,
    );
    return choose({ visits, createdAt, fate, person }, wish);
  }

  /** Books for one of the times, if there is any. */
  function choose(
    { visits, createdAt, fate, person }: Choice,
    extras: { notes?: string; urgent?: boolean } = {},
  ): boolean {
    const wanted = random.weighted(visits, popularity);
    if (!wanted || !house.takes(wanted, person.name, createdAt)) return false;
    const visit = doesNotHold.has(fate) ? wanted : house.book(wanted, person.name);
    visitsOf.set(person.name, (visitsOf.get(person.name) ?? 0) + 1);
    const isCaller = person.email === undefined;
    const writes = !isCaller && random.chance(fate === "unanswered" ? 0.8 : 0.4);
    taken.push({
      visit,
      person,
      notes: extras.notes ?? (writes ? nextNote(visit.service.slug) : null),
      internalNotes: random.chance(0.06) ? random.pick(internalNotes) : null,
      urgent: extras.urgent ?? false,
      history: historyOf({ visit, createdAt, fate, isCaller }, now, random),
    });
    return true;
  }

  /** Fills a slot until `goal` places are taken, or until no doctor is free who could take one more. */
  function crowd(slot: Slot, goal: number): void {
    const { localDate: date } = slot;
    const short = demoServices.filter((service) => service.durationMinutes <= demoClinic.slotMinutes);
    while (slot.booked < goal) {
      const createdAt = bookingMoment({ date, today, now, age: "any" }, random);
      const visits = short
        .flatMap((service) => house.offers(service, date, createdAt))
        .filter(({ startsAt }) => startsAt === slot.startsAt);
      if (!choose({ visits, createdAt, fate: "usual", person: somebody(date) })) break;
    }
    settled.add(slot.startsAt);
  }

  /** Books all sorts of visits until `goal` of them hold a place that day. */
  function fill(date: LocalDate, goal: number): void {
    for (let attempt = 0; attempt < 12 * goal && (house.days.get(date)?.booked ?? 0) < goal; attempt++) {
      const service = random.weighted(demoServices, ({ demand }) => demand) as DemoService;
      const isRecent = date > today && service.requiresConfirmation && random.chance(0.2);
      const createdAt = bookingMoment({ date, today, now, age: isRecent ? "recent" : "any" }, random);
      const visit = random.weighted(offersOn(service, date, createdAt), popularity);
      if (!visit) continue;
      choose({
        visits: [visit],
        createdAt,
        fate: isRecent ? "unanswered" : fateOf(visit),
        person: somebody(date, isRecent),
      });
    }
  }

  /** One after the other, so that no two neighbours in an inbox say the same. */
  function nextNote(service: string): string | null {
    const notes = patientNotes[service] ?? [];
    const used = notesUsed.get(service) ?? 0;
    notesUsed.set(service, used + 1);
    return notes[used % notes.length] ?? null;
  }

  function fateOf({ service, endsAt, startsAt }: Visit): Fate {
    const roll = random.next();
    if (roll < 0.09) return "cancelled";
    if (roll < 0.13 && service.requiresConfirmation) return "declined";
    const isOver = Math.max(endsAt, startsAt + minutes(20)) <= now;
    return isOver && roll > 0.92 ? "missed" : "usual";
  }

  function offersOn(service: DemoService, date: LocalDate, at: EpochMs): Visit[] {
    return house.offers(service, date, at).filter(({ startsAt, endsAt }) => {
      for (let start = startsAt; start < endsAt; start += minutes(demoClinic.slotMinutes)) {
        if (settled.has(start)) return false;
      }
      return true;
    });
  }

  /** Somebody who has no visit that day: mostly patients, rather those who came less, and some who called. */
  function somebody(date: LocalDate, withAccount = false): Person {
    if (!withAccount && random.chance(date < addDays(today, -7) ? 0.12 : 0.38)) return demoCaller(callers++);
    const free = demoPatients.filter((patient) => patient !== demoPatient && !house.isVisiting(patient.name, date));
    return random.weighted(free, ({ name }) => 1 / (1 + (visitsOf.get(name) ?? 0)) ** 2) ?? demoCaller(callers++);
  }

  return { book, crowd, fill, appointments: () => taken };
}

/** Late mornings are wanted most, the hour after lunch and the evening least. */
function popularity({ startsAt }: Visit): number {
  const time = wallTimeOf(startsAt, demoClinic.timeZone);
  if (time < "09:00") return 2;
  if (time < "11:20") return 6;
  if (time < "14:00") return 2;
  return time < "16:00" ? 3 : 1.5;
}
