import "server-only";
import type { Clock } from "#lib/clock.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { addDays, type LocalDate, localDateOf, type WallTime } from "#lib/time.ts";
import { placeVisits, type VisitTarget } from "../../placement.ts";
import type { PlannedVisit, VisitReason } from "../../plan-view.ts";
import type { PlanningHouse } from "../../planning-house.ts";
import type { Calendar } from "../availability/load-calendar.ts";
import type { Booker } from "../booking/booking-party.ts";
import { bookedStatus } from "../booking/place-booking.ts";
import { insertAppointment } from "../booking/write-appointment.ts";
import { refusedByDatabase } from "../refused-by-database.ts";
import { type lockClinic, storeSlots } from "../slots/store-slots.ts";
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
  /** It stands elsewhere than was planned a moment before: somebody else was faster. */
  isReplanned: boolean;
}

export interface VisitsToWrite {
  plan: PlanTerms;
  booker: Booker;
  house: PlanningHouse;
  calendar: Calendar;
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
  clinic: NonNullable<Awaited<ReturnType<typeof lockClinic>>>,
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
 * Books the visits, in ascending time so that plans never wait for one another in a circle. One that the database
 * refuses is planned again alone, on days that have slots; where nothing is left it stays without a place. Lets the
 * others be.
 */
export async function writeVisits(tx: Transaction, order: VisitsToWrite, clock: Clock): Promise<WrittenVisit[]> {
  const written: WrittenVisit[] = [];
  for (const visit of order.visits) {
    const others = [...written, ...order.visits.slice(written.length + 1)];
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
  for (let attempt = 1; visit.startsAt !== null; attempt++) {
    const appointmentId = await tryVisit(tx, order, visit, house);
    if (appointmentId) return { ...visit, appointmentId, isReplanned: visit !== planned };
    if (attempt === attempts) {
      const reason: VisitReason = visit.reason ?? { code: "slot_full", detail: {} };
      visit = { ...visit, state: "unplaced", startsAt: null, endsAt: null, doctorId: null, reason, alternatives: [] };
    } else [visit, house] = await planAgain(tx, order, planned, others, clock);
  }
  return { ...visit, appointmentId: null, isReplanned: visit !== planned };
}

/** @returns the appointment's id, or null where the database had something against it */
async function tryVisit(
  tx: Transaction,
  { plan, booker, calendar }: VisitsToWrite,
  { startsAt, endsAt, doctorId }: PlannedVisit,
  house: PlanningHouse,
): Promise<string | null> {
  const doctor = house.facts.doctors.find(({ id }) => id === doctorId);
  if (!doctor || startsAt === null || endsAt === null) return null;
  await tx.$executeRaw`SAVEPOINT visit`;
  try {
    const { id } = await insertAppointment(
      tx,
      {
        clinicId: plan.clinicId,
        serviceId: plan.serviceId,
        doctorId: doctor.id,
        patientId: booker.patientId,
        contact: booker.contact,
        startsAt,
        endsAt,
        status: bookedStatus(calendar, booker),
        resourceId: house.resourceFor(doctor, startsAt),
        notes: null,
        answers: [],
        urgent: false,
        priceAmount: plan.pricePerVisit,
        priceCurrency: plan.currency,
      },
      { actor: booker.actor, action: "appointment.booked", messages: [] },
    );
    await tx.$executeRaw`RELEASE SAVEPOINT visit`;
    return id;
  } catch (error) {
    const refused = refusedByDatabase(error);
    if (!refused || refused.code === "BUSY") throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT visit`;
    return null;
  }
}

async function planAgain(
  tx: Transaction,
  { plan, booker, house: before, targets }: VisitsToWrite,
  { sequence, targetDate }: PlannedVisit,
  others: readonly PlannedVisit[],
  clock: Clock,
): Promise<[PlannedVisit, PlanningHouse]> {
  const target = targets.find((one) => one.sequence === sequence) as VisitTarget;
  const period = { ...plan, from: targetDate, to: target.next ?? addDays(targetDate, 30) };
  const loaded = await loadPlanningHouse(tx, period, booker, clock);
  if (!loaded) throw new Error("A service that was just booked is there");
  // The clinic's own lock comes before those of days, so no new days now.
  const house = loaded.house.onStoredDays();
  const taken = others.flatMap((other) => datesOf(other, before).slice(0, 1));
  const [visit] = placeVisits(house, { ...plan, targets: [target], choices: [], taken });
  return [visit as PlannedVisit, house];
}
