import "server-only";
import type { Clock } from "#lib/clock.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, type EpochMs, type LocalDate, localDateOf, type WallTime } from "#lib/time.ts";
import type { Interval } from "../../interval.ts";
import { furthestDays, placeVisits, reasonOf, type VisitTarget } from "../../placement.ts";
import type { PlannedVisit, VisitReason } from "../../plan-view.ts";
import type { PlanningHouse } from "../../planning-house.ts";
import type { Alternative } from "../../refusal.ts";
import type { Calendar } from "../availability/load-calendar.ts";
import type { Booker } from "../booking/booking-party.ts";
import { insertTogether } from "../booking/insert-together.ts";
import { bookedStatus } from "../booking/place-booking.ts";
import { refusedByDatabase } from "../refused-by-database.ts";
import { type SlotClinic, storeSlots } from "../slots/store-slots.ts";
import { ClinicNeeded } from "./clinic-needed.ts";
import { loadPlanningHouse } from "./load-planning-house.ts";

/** What all visits of a plan have in common. */
export interface PlanTerms {
  clinicId: string;
  serviceId: string;
  doctorId: string | null;
  anotherDoctorAllowed: boolean;
  time: WallTime | null;
  pricePerVisit: number;
  currency: string;
}

export interface WrittenVisit extends PlannedVisit {
  appointmentId: string | null;
}

export interface VisitsToWrite {
  plan: PlanTerms;
  booker: Booker;
  house: PlanningHouse;
  calendar: Calendar;
  /** Where it is locked: more days may get their slots. */
  clinic: SlotClinic | null;
  /** Ascending. */
  visits: readonly PlannedVisit[];
  targets: readonly VisitTarget[];
}

/** The days of planned visits that have no slots yet. */
export function draftedDates(house: PlanningHouse, visits: readonly PlannedVisit[]): LocalDate[] {
  const dates = visits.flatMap((visit) => datesOf(visit, house));
  return [...new Set(dates)].filter((date) => house.isDrafted(date)).sort();
}

/** Visits end at the latest on the day after. */
function datesOf({ startsAt, endsAt }: PlannedVisit, { facts }: PlanningHouse): LocalDate[] {
  if (startsAt === null || endsAt === null) return [];
  return [startsAt, endsAt - 1].map((instant) => localDateOf(instant, facts.policy.timeZone));
}

/** Stores the slots of days that no job has come to yet, as it would. Precondition: `lockClinic`. */
export async function storeDrafted(
  tx: Transaction,
  clinic: SlotClinic,
  house: PlanningHouse,
  dates: readonly LocalDate[],
): Promise<void> {
  await storeSlots(
    tx,
    clinic,
    dates.flatMap((date) => house.slotsOn(date).slots),
  );
}

const attempts = 3;

/**
 * Books the visits, in ascending time so that plans never wait for one another in a circle: all at once, or one by one
 * where the database refuses some. One that it refuses is planned again alone; where nothing is left it stays without a
 * place. Lets the others be.
 * @throws ClinicNeeded where a visit has to go to a day without slots and the clinic is not locked
 */
export async function writeVisits(tx: Transaction, order: VisitsToWrite, clock: Clock): Promise<WrittenVisit[]> {
  const { house, visits } = order;
  const places = visits.flatMap((visit) => placeOf(visit) ?? []);
  const together = await book(tx, order, places, house);
  if (together.ok) {
    return visits.map((visit) => ({ ...visit, appointmentId: together.value.get(visit.startsAt ?? 0) ?? null }));
  }
  const written: WrittenVisit[] = [];
  for (const visit of visits) {
    const others = [...written, ...visits.slice(written.length + 1)];
    written.push(await writeVisit(tx, order, visit, others, clock));
  }
  return written;
}

async function writeVisit(
  tx: Transaction,
  order: VisitsToWrite,
  planned: PlannedVisit,
  others: readonly PlannedVisit[],
  clock: Clock,
): Promise<WrittenVisit> {
  let [visit, house]: [PlannedVisit, PlanningHouse] = [planned, order.house];
  const crossing: Interval[] = [];
  for (let attempt = 1; ; attempt++) {
    const place = placeOf(visit);
    if (!place) return { ...visit, appointmentId: null };
    const tried = await book(tx, order, [place], house);
    if (tried.ok) return { ...visit, appointmentId: tried.value.get(place.startsAt) ?? null };
    const { refusal } = tried;
    if (attempt === attempts) visit = withoutPlace(visit, reasonOf(refusal, place.doctorId));
    else {
      // Guests' own appointments are known to the database alone.
      if (refusal.code === "SAME_PATIENT") crossing.push({ start: place.startsAt, end: place.endsAt });
      [visit, house] = await planAgain(tx, order, { planned, others, crossing }, clock);
    }
  }
}

function placeOf({ startsAt, endsAt, doctorId }: PlannedVisit): Alternative | null {
  return startsAt === null || endsAt === null || doctorId === null ? null : { startsAt, endsAt, doctorId };
}

function withoutPlace(visit: PlannedVisit, reason: VisitReason): PlannedVisit {
  return { ...visit, state: "unplaced", startsAt: null, endsAt: null, doctorId: null, reason, alternatives: [] };
}

/** @returns the appointments' ids by their starts, or what the database had against one of them: none is booked then */
async function book(
  tx: Transaction,
  { plan, booker, calendar }: VisitsToWrite,
  places: readonly Alternative[],
  house: PlanningHouse,
): Promise<Result<Map<EpochMs, string>>> {
  const { clinicId, serviceId, pricePerVisit: priceAmount, currency: priceCurrency } = plan;
  const { patientId, contact, actor } = booker;
  const status = bookedStatus(calendar, booker);
  const drafts = places.map((place) => ({ ...place, resourceId: house.resourceFor(place.doctorId, place.startsAt) }));
  const shared = { clinicId, serviceId, patientId, contact, status, priceAmount, priceCurrency };
  await tx.$executeRaw`SAVEPOINT visits`;
  try {
    const ids = await insertTogether(tx, shared, drafts, actor);
    await tx.$executeRaw`RELEASE SAVEPOINT visits`;
    return ok(ids);
  } catch (error) {
    const refused = refusedByDatabase(error);
    if (!refused || refused.code === "BUSY") throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT visits`;
    return refuse(refused);
  }
}

interface LostVisit {
  planned: PlannedVisit;
  others: readonly PlannedVisit[];
  /** When the patient turned out to be elsewhere. */
  crossing: readonly Interval[];
}

async function planAgain(
  tx: Transaction,
  { plan, booker, house: before, clinic, targets }: VisitsToWrite,
  { planned: { sequence, targetDate }, others, crossing }: LostVisit,
  clock: Clock,
): Promise<[PlannedVisit, PlanningHouse]> {
  const target = targets.find((one) => one.sequence === sequence) as VisitTarget;
  const period = { ...plan, from: targetDate, to: target.next ?? addDays(targetDate, furthestDays) };
  const loaded = await loadPlanningHouse(tx, period, booker, clock);
  if (!loaded) throw new Error("A service that was just booked is there");
  const house = loaded.house.besides(crossing);
  const taken = others.flatMap((other) => datesOf(other, before).slice(0, 1));
  const [visit] = placeVisits(house, { ...plan, targets: [target], choices: [], taken });
  const drafted = draftedDates(house, visit ? [visit] : []);
  if (drafted.length > 0 && !clinic) throw new ClinicNeeded();
  if (clinic) await storeDrafted(tx, clinic, house, drafted);
  return [visit as PlannedVisit, house];
}
