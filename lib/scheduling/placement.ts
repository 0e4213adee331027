import {
  addDays,
  type EpochMs,
  type LocalDate,
  localDateOf,
  resolveWallTime,
  type TimeZone,
  type WallTime,
  wallMinutes,
  wallText,
} from "#lib/time.ts";
import type { PlannedVisit, VisitReason } from "./plan-view.ts";
import type { Opening, PlanningHouse } from "./planning-house.ts";
import type { Refusal } from "./refusal.ts";

/** How far from its target a visit may move. Source: requirement 004. */
export const furthestDays = 30;
const mostAlternatives = 3;

/** Where somebody wants a visit, or saw it in a preview. */
export interface VisitChoice {
  sequence: number;
  startsAt: EpochMs;
  doctorId: string;
}

/** A visit to find a place for. */
export interface VisitTarget {
  sequence: number;
  date: LocalDate;
  /** The next visit's target, which this one never reaches; null for the last. */
  next: LocalDate | null;
}

export interface PlacementWish {
  targets: readonly VisitTarget[];
  /** Null: any. */
  doctorId: string | null;
  /** Whether somebody else may stand in for that doctor. */
  anotherDoctorAllowed: boolean;
  /** Null: the first placed visit's. */
  time: WallTime | null;
  /** Honoured where they still can be. */
  choices: readonly VisitChoice[];
  /** Days on which other visits of the plan are. */
  taken?: readonly LocalDate[];
}

/** All targets of a plan as they follow one another. */
export function visitTargets(dates: readonly LocalDate[]): VisitTarget[] {
  return dates.map((date, at) => ({ sequence: at + 1, date, next: dates[at + 1] ?? null }));
}

/**
 * Finds each visit its place, in the order of the targets; the first that can be had wins: the target day at the wished
 * time with the wished doctor; that day at the nearest other time with the same doctor; that day at the wished time
 * with another doctor, then at the nearest time with one, where the plan allows it; then the next days in the same
 * order, up to thirty on, before the next target and on no day of another visit. Every visit that stands elsewhere than
 * it was wanted, or nowhere, has its reason. Source: the product's "Placement of a plan's visits".
 */
export function placeVisits(house: PlanningHouse, wish: PlacementWish): PlannedVisit[] {
  const taken = new Set(wish.taken);
  let time = wish.time === null ? null : wallMinutes(wish.time);
  let usual = wish.doctorId;
  return wish.targets.map((target) => {
    const search = { house, wish, target, time, usual, taken };
    const visit = placeVisit(search);
    if (visit.startsAt !== null) {
      const { timeZone } = house.facts.policy;
      taken.add(localDateOf(visit.startsAt, timeZone));
      time ??= openingOf(house, visit)?.wallMinutes ?? null;
      usual ??= visit.doctorId;
    }
    return visit;
  });
}

interface Search {
  house: PlanningHouse;
  wish: PlacementWish;
  target: VisitTarget;
  /** Minutes since midnight; null until the first visit has one. */
  time: number | null;
  /** Whom the patient sees, wished or come to so far. */
  usual: string | null;
  taken: ReadonlySet<LocalDate>;
}

function placeVisit(search: Search): PlannedVisit {
  const { target, house, taken } = search;
  const [first] = taken.has(target.date) ? [] : ranked(search, target.date);
  const chosen = choiceOf(search);
  const found = chosen ?? first ?? firstPossible(search);
  const base = { sequence: target.sequence, targetDate: target.date };
  if (!found) {
    const reason = whyNot(search);
    return { ...base, state: "unplaced", startsAt: null, endsAt: null, doctorId: null, reason, alternatives: [] };
  }
  const { startsAt, endsAt, doctorId } = found;
  const isWanted = localDateOf(startsAt, house.facts.policy.timeZone) === target.date && isAsWished(search, found);
  return {
    ...base,
    state: isWanted ? "placed" : "moved",
    startsAt,
    endsAt,
    doctorId,
    reason: isWanted ? null : first && isAsWished(search, first) ? { code: "chosen", detail: {} } : whyNot(search),
    alternatives: alternativesTo(search, found, !isWanted),
  };
}

/** Of a day the openings that will do, best first. */
function ranked({ house, wish, time, usual }: Search, date: LocalDate): Opening[] {
  const isOther = (opening: Opening) => Number(wish.doctorId !== null && opening.doctorId !== wish.doctorId);
  const distance = (opening: Opening) => (time === null ? 0 : Math.abs(opening.wallMinutes - time));
  const isNew = (opening: Opening) => Number(opening.doctorId !== usual);
  return house
    .openingsOn(date)
    .filter((opening) => wish.anotherDoctorAllowed || isOther(opening) === 0)
    .toSorted(
      (a, b) => isOther(a) - isOther(b) || distance(a) - distance(b) || a.startsAt - b.startsAt || isNew(a) - isNew(b),
    );
}

/** The target day and those after it to which the visit may move. */
function possibleDates({ target, taken }: Search): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let n = 0; n <= furthestDays; n++) {
    const date = addDays(target.date, n);
    if (n > 0 && target.next !== null && date >= target.next) break;
    if (!taken.has(date)) dates.push(date);
  }
  return dates;
}

function firstPossible(search: Search): Opening | undefined {
  for (const date of possibleDates(search)) {
    const [best] = ranked(search, date);
    if (best) return best;
  }
  return undefined;
}

/** What was chosen for the visit, where the plan allows it and it can still be had. */
function choiceOf(search: Search): Opening | undefined {
  const { wish, target, house } = search;
  const choice = wish.choices.find(({ sequence }) => sequence === target.sequence);
  if (!choice) return undefined;
  const date = localDateOf(choice.startsAt, house.facts.policy.timeZone);
  if (!possibleDates(search).includes(date)) return undefined;
  return ranked(search, date).find(
    ({ startsAt, doctorId }) => startsAt === choice.startsAt && doctorId === choice.doctorId,
  );
}

function isAsWished({ wish, time }: Search, opening: Opening): boolean {
  return (
    (wish.doctorId === null || opening.doctorId === wish.doctorId) && (time === null || opening.wallMinutes === time)
  );
}

/** One per start: the best of other times and doctors that day and, for a visit that moved, of the days after. */
function alternativesTo(search: Search, found: Opening, looksFurther: boolean) {
  const { timeZone } = search.house.facts.policy;
  const own = localDateOf(found.startsAt, timeZone);
  const dates = possibleDates(search).filter((date) => looksFurther || date === own);
  const alternatives: Opening[] = [];
  for (const date of dates) {
    for (const opening of ranked(search, date)) {
      const isSame = opening.startsAt === found.startsAt && opening.doctorId === found.doctorId;
      if (isSame || alternatives.some(({ startsAt }) => startsAt === opening.startsAt)) continue;
      alternatives.push(opening);
      if (alternatives.length === mostAlternatives) return alternatives.map(bare);
    }
  }
  return alternatives.map(bare);
}

function bare({ startsAt, endsAt, doctorId }: Opening) {
  return { startsAt, endsAt, doctorId };
}

function openingOf(house: PlanningHouse, { startsAt, doctorId }: PlannedVisit): Opening | undefined {
  const date = localDateOf(startsAt as EpochMs, house.facts.policy.timeZone);
  return house.openingsOn(date).find((opening) => opening.startsAt === startsAt && opening.doctorId === doctorId);
}

/** Why the target day could not be had at the wished time with the wished doctor. */
function whyNot({ house, wish, target, time, taken }: Search): VisitReason {
  const { facts } = house;
  if (target.date < localDateOf(facts.now, facts.policy.timeZone)) return { code: "too_soon", detail: {} };
  if (taken.has(target.date)) return { code: "own_appointment", detail: {} };
  const closure = house.closureOn(target.date);
  if (closure !== null) return { code: "closed", detail: { reason: closure } };
  const { slots } = house.slotsOn(target.date);
  if (slots.length === 0) return { code: "closed", detail: { reason: null } };
  const asked = facts.doctors.filter(({ id }) => wish.doctorId === null || id === wish.doctorId);
  const starts =
    time === null ? slots.map(({ startsAt }) => startsAt) : startsAtTime(target.date, time, facts.policy.timeZone);
  if (starts.length === 0) return { code: "no_such_time", detail: {} };
  let reason: VisitReason = { code: "not_offered", detail: {} };
  for (const startsAt of starts) {
    for (const doctor of asked) {
      const refused = house.refusalOf(doctor, startsAt);
      const next = refused && reasonOf(refused, doctor.id);
      if (next && telling.indexOf(next.code) > telling.indexOf(reason.code)) reason = next;
    }
  }
  return reason;
}

function startsAtTime(date: LocalDate, time: number, zone: TimeZone): EpochMs[] {
  return resolveWallTime(date, wallText(time), zone);
}

/** Of several reasons the last of these: it came closest to a place. */
const telling: VisitReason["code"][] = [
  "not_offered",
  "outside_hours",
  "no_slot_long_enough",
  "doctor_away",
  "too_soon",
  "doctor_busy",
  "session_full",
  "room_taken",
  "slot_full",
  "day_full",
  "own_appointment",
];

/** A refusal as a visit keeps it. */
export function reasonOf({ code, detail }: Refusal, doctorId: string): VisitReason {
  switch (code) {
    case "CLOSED":
      return { code: "outside_hours", detail: {} };
    case "OUTSIDE_HOURS":
      if (detail.reason === "doctor") return { code: "doctor_away", detail: { doctorId } };
      return { code: detail.reason === "too_long" ? "no_slot_long_enough" : "outside_hours", detail: {} };
    case "DAY_FULL":
      return { code: "day_full", detail };
    case "SLOT_FULL":
      return { code: detail.reason === "session" ? "session_full" : "slot_full", detail };
    case "DOCTOR_BUSY":
      if (detail.reason === "resource") return { code: "room_taken", detail: {} };
      return { code: "doctor_busy", detail: { doctorId } };
    case "SAME_PATIENT":
      return { code: "own_appointment", detail: {} };
    case "PAST":
    case "TOO_SHORT_NOTICE":
      return { code: "too_soon", detail: {} };
    default:
      return { code: "not_offered", detail: {} };
  }
}
