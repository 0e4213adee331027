import {
  addDays,
  dayBounds,
  type EpochMs,
  type LocalDate,
  minutes,
  resolveWallTime,
  type WallTime,
} from "#lib/time.ts";
import type { DoctorCalendar } from "./booking-decision.ts";
import type { Closure } from "./hours.ts";
import { type Interval, normalize } from "./interval.ts";
import { everyDay, noBuffers } from "./paper-house.ts";
import { type PlacementWish, visitTargets } from "./placement.ts";
import { type PlanFacts, PlanningHouse } from "./planning-house.ts";

// A clinic on paper that is open from nine to twelve every day, for the tests of where a plan's visits come to stand.

export const zone = "Europe/London";
/** A Monday. */
export const start: LocalDate = "2031-03-03";

export function on(date: LocalDate, time: WallTime): EpochMs {
  return resolveWallTime(date, time, zone)[0] as EpochMs;
}

export function halfHour(date: LocalDate, time: WallTime): Interval {
  return { start: on(date, time), end: on(date, time) + minutes(30) };
}

export function wholeDay(date: LocalDate): Interval {
  return dayBounds(date, zone);
}

export function closed(date: LocalDate, reason = "Closed"): Closure {
  return { from: date, to: date, reason, openTime: null, closeTime: null };
}

/** Somebody who works all day, every day. */
export function doctor(
  id: string,
  { busy = [], away = [] }: { busy?: Interval[]; away?: LocalDate[] } = {},
): DoctorCalendar {
  const days = Array.from({ length: 420 }, (_, n) => addDays(start, n)).filter((date) => !away.includes(date));
  const working = normalize(days.map(wholeDay));
  return { id, timing: { durationMinutes: 30, ...noBuffers }, working, busy: normalize(busy) };
}

export function house(facts: Partial<PlanFacts> & { closures?: Closure[] } = {}): PlanningHouse {
  const { closures = [], ...rest } = facts;
  const open = { openTime: "09:00", closeTime: "12:00", isClosed: false, validFrom: null, validTo: null };
  return new PlanningHouse({
    slots: [],
    days: [],
    slotsUntil: null,
    hours: { hours: everyDay.map((dayOfWeek) => ({ dayOfWeek, ...open })), closures },
    slotMinutes: 30,
    slotCapacity: 5,
    dayCapacity: null,
    doctors: [doctor("ito"), doctor("okafor")],
    patientBusy: [],
    groupSize: 1,
    resources: null,
    policy: { timeZone: zone, horizonDays: 450, minNoticeMinutes: 0, cancelNoticeHours: 24 },
    now: on(start, "06:00"),
    ...rest,
  });
}

/** Weekly at ten with Dr Ito and nobody else, unless said otherwise. */
export function wish(dates: readonly LocalDate[], differing: Partial<PlacementWish> = {}): PlacementWish {
  return {
    targets: visitTargets(dates),
    doctorId: "ito",
    anotherDoctorAllowed: false,
    time: "10:00",
    choices: [],
    ...differing,
  };
}
