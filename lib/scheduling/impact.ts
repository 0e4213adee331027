import { type EpochMs, minutes } from "#lib/time.ts";
import { HouseReplay } from "./house-replay.ts";
import type { HouseRules } from "./house-rules.ts";
import type { Interval } from "./interval.ts";
import type { StrandCode, Stranding, TakenPlace } from "./stranding.ts";

export interface HouseState {
  /** Everything that takes a place on the days in question, in any order. */
  taken: readonly TakenPlace[];
  /** What other appointments take of the doctors at other clinics, by the doctor's id. */
  elsewhere: ReadonlyMap<string, readonly Interval[]>;
  now: EpochMs;
}

/**
 * The appointments ahead that a change of the rules would strand: those that fit in some way before and do not after,
 * by start. Each is judged by the rules of booking as if it were made again, after those that were made before it; what
 * already stood against it before is not the change's doing.
 */
export function impact(state: HouseState, before: HouseRules, after: HouseRules): Stranding[] {
  const known = new Map(strandings(state, before).map(({ id, reasons }) => [id, reasons]));
  return strandings(state, after)
    .map(({ id, reasons }) => ({
      id,
      reasons: reasons.filter(({ code }) => !known.get(id)?.some((old) => isSameRule(old.code, code))),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}

/** The appointments ahead that do not fit the rules, by start. Holds take a place and are never told of. */
export function strandings(state: HouseState, rules: HouseRules): Stranding[] {
  const order = state.taken.toSorted(inOrderOfBooking);
  const nearby = placesNearby(state.taken);
  const house = new HouseReplay(rules);
  const found: (Stranding & { startsAt: EpochMs })[] = [];
  for (const place of order) {
    if (place.startsAt > state.now && place.status !== "held") {
      const others = nearby(place).filter((other) => other.sessionKey !== place.sessionKey);
      const busy = [...others.map(({ occupied }) => occupied), ...(state.elsewhere.get(place.doctorId) ?? [])];
      const reasons = house.judge(place, busy, state.now);
      if (reasons.length > 0) found.push({ id: place.id, reasons, startsAt: place.startsAt });
    }
    house.take(place);
  }
  return found.sort((a, b) => a.startsAt - b.startsAt).map(({ id, reasons }) => ({ id, reasons }));
}

/** Closed and open at other hours are two answers to one question, and so are a doctor's day off and other hours. */
const answers: readonly (readonly StrandCode[])[] = [
  ["closed", "clinic_hours"],
  ["slot_closed", "no_slot"],
  ["doctor_away", "doctor_hours"],
];

function isSameRule(a: StrandCode, b: StrandCode): boolean {
  return a === b || answers.some((codes) => codes.includes(a) && codes.includes(b));
}

/** Days on either side of an appointment on which another one may begin that still reaches it, buffers included. */
const reach = [-2, -1, 0, 1, 2];

/** Tells of any place what else its doctor has around it. */
function placesNearby(taken: readonly TakenPlace[]): (place: TakenPlace) => TakenPlace[] {
  const dayOf = ({ startsAt }: TakenPlace) => Math.floor(startsAt / minutes(1440));
  const byDay = Map.groupBy(taken, (place) => `${place.doctorId} ${dayOf(place)}`);
  return (place) => reach.flatMap((days) => byDay.get(`${place.doctorId} ${dayOf(place) + days}`) ?? []);
}

/** Who came first keeps the place; a hold may still go away, so it comes last. */
function inOrderOfBooking(a: TakenPlace, b: TakenPlace): number {
  const held = Number(a.status === "held") - Number(b.status === "held");
  return held || a.bookedAt - b.bookedAt || a.id.localeCompare(b.id);
}
