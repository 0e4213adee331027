import "server-only";
import type { AnyActor } from "#lib/auth/actor.ts";
import type { Clock } from "#lib/clock.ts";
import { addDays, type EpochMs, type LocalDate, localDateOf } from "#lib/time.ts";
import { furthestDays, placeVisits, type VisitChoice, type VisitTarget } from "../../placement.ts";
import type { PlannedVisit } from "../../plan-view.ts";
import { refusal } from "../../refusal.ts";
import { Refused } from "../all-or-nothing.ts";
import { lockClinic } from "../slots/store-slots.ts";
import type { OpenPlan } from "./change-plan.ts";
import { loadPlanningHouse } from "./load-planning-house.ts";
import { bookerFor, localDateFrom, type PlanRow, targetsOf, termsOf, type VisitRow } from "./plan-records.ts";
import { draftedDates, storeDrafted, type WrittenVisit, writeVisits } from "./write-visits.ts";

export interface Missing {
  visits: readonly VisitRow[];
  /** A time that somebody chose by hand for one of them: on any day, whatever its target. */
  choice?: VisitChoice & { date: LocalDate };
}

/**
 * Finds visits of a plan that is there a place, each by itself: what finds one is booked, what does not keeps waiting
 * with its reason of today.
 */
export async function placeMissing(
  open: OpenPlan,
  actor: AnyActor,
  { visits, choice }: Missing,
  clock: Clock,
): Promise<WrittenVisit[]> {
  const { tx, plan, party, now } = open;
  if (visits.length === 0) return [];
  const zone = plan.clinic.timeZone;
  const today = localDateOf(now, zone);
  const asked = new Set(visits.map(({ sequence }) => sequence));
  const targets = targetsOf(plan)
    .filter(({ sequence }) => asked.has(sequence))
    .map((target) => (choice ? { ...target, date: choice.date, next: null } : target));
  const [from, to] = period(targets, today);
  const booker = bookerFor(plan, actor, party);
  const terms = termsOf(plan);
  // By hand a visit may stand on any day, also beside another.
  const taken = choice ? [] : takenDates(plan.visits, zone, now);
  const look = async () => {
    const loaded = await loadPlanningHouse(tx, { ...terms, from, to }, booker, clock);
    if (!loaded) throw new Refused(refusal("NOT_OFFERED"));
    const choices = choice ? [choice] : [];
    const wish = choice ? { ...terms, anotherDoctorAllowed: true } : terms;
    return { ...loaded, visits: placeVisits(loaded.house, { ...wish, targets, choices, taken }) };
  };
  let clinic = open.takesClinic ? await lockClinic(tx, plan.clinicId) : null;
  let found = await look();
  const drafted = () => draftedDates(found.house, found.visits);
  if (!clinic && drafted().length > 0) {
    clinic = await lockClinic(tx, plan.clinicId);
    found = await look();
  }
  if (clinic) await storeDrafted(tx, clinic, found.house, drafted());
  demandAsChosen(choice, found.visits);
  const written = await writeVisits(tx, { plan: terms, booker, clinic, ...found, targets }, clock);
  demandAsChosen(choice, written);
  const answered = choice ? written.map((visit) => byHand(plan, visit)) : written;
  await writeRows(open, answered);
  return answered;
}

/** A chosen time is had, also after a race, or refused with others. */
function demandAsChosen(choice: VisitChoice | undefined, [visit]: readonly PlannedVisit[]): void {
  if (choice && !isAsChosen(visit, choice)) {
    throw new Refused({ ...refusal("SLOT_FULL"), alternatives: alternativesOf(visit) });
  }
}

/** Against the day for which the visit was wanted, not the one that was chosen for it. */
function byHand(plan: PlanRow, visit: WrittenVisit): WrittenVisit {
  const target = targetsOf(plan).find(({ sequence }) => sequence === visit.sequence);
  if (!target || target.date === visit.targetDate) return visit;
  return { ...visit, targetDate: target.date, state: "moved", reason: { code: "chosen", detail: {} } };
}

function period(targets: readonly VisitTarget[], today: LocalDate): [LocalDate, LocalDate] {
  const dates = targets.map(({ date }) => date).sort();
  const first = dates[0] ?? today;
  const last = dates.at(-1) ?? today;
  return [first < today ? today : first, addDays(last < today ? today : last, furthestDays)];
}

function takenDates(visits: readonly VisitRow[], zone: string, now: EpochMs): LocalDate[] {
  return visits.flatMap(({ status, appointment }) => {
    const isThere = status === "scheduled" && appointment && appointment.startsAt.getTime() > now;
    return isThere ? [localDateOf(appointment.startsAt.getTime(), zone)] : [];
  });
}

function isAsChosen(visit: PlannedVisit | undefined, { startsAt, doctorId }: VisitChoice): boolean {
  return visit?.startsAt === startsAt && visit.doctorId === doctorId;
}

function alternativesOf(visit: PlannedVisit | undefined) {
  if (!visit || visit.startsAt === null || visit.endsAt === null || visit.doctorId === null) return [];
  const { startsAt, endsAt, doctorId, alternatives } = visit;
  return [{ startsAt, endsAt, doctorId }, ...alternatives].slice(0, 3);
}

async function writeRows({ tx, plan }: OpenPlan, written: readonly WrittenVisit[]): Promise<void> {
  const rows = written.map(({ sequence, appointmentId, reason }) => ({
    sequence,
    appointment_id: appointmentId,
    reason_code: reason?.code ?? null,
    reason_detail: reason?.detail ?? null,
  }));
  await tx.$executeRaw`
    UPDATE visit SET appointment_id = coalesce(row.appointment_id, visit.appointment_id),
      status = CASE WHEN row.appointment_id IS NULL THEN 'unplaced' ELSE 'scheduled' END::visit_status,
      reason_code = row.reason_code, reason_detail = row.reason_detail, tried_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (sequence int, appointment_id uuid,
      reason_code text, reason_detail jsonb)
    WHERE visit.subscription_id = ${plan.id}::uuid AND visit.sequence = row.sequence`;
}

/** Whether a visit's time to stand somewhere has not run out. */
export function isStillDue({ targetDate }: VisitRow, next: LocalDate | null, today: LocalDate): boolean {
  const last = next ? addDays(next, -1) : addDays(localDateFrom(targetDate), furthestDays);
  return last >= today;
}
