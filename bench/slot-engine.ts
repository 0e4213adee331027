import { isDeepStrictEqual } from "node:util";
import { type AvailabilityQuery, availability, type Offer } from "#lib/scheduling/availability.ts";
import type { DoctorCalendar } from "#lib/scheduling/booking-decision.ts";
import type { Slot } from "#lib/scheduling/capacity.ts";
import { type BusinessHours, workingBetween } from "#lib/scheduling/hours.ts";
import { generateSlots } from "#lib/scheduling/slot.ts";
import { addDays, type EpochMs, type Interval, minutes, parseInstant } from "#lib/time.ts";

export interface SlotEngineResult {
  name: string;
  /** Milliseconds, the median of many runs. */
  engineMs: number;
  floorMs: number;
  ratio: number;
}

const zone = "Europe/London";
const from = "2026-01-01";
const now = parseInstant("2026-01-01T11:00:00Z");

const scenarios = [
  { name: "1 doctor × 60 days × 30 min, 200 busy times", doctors: 1, days: 60, slotMinutes: 30, busyTimes: 200 },
  {
    name: "50 doctors × 60 days × 30 min, 200 busy times each",
    doctors: 50,
    days: 60,
    slotMinutes: 30,
    busyTimes: 200,
  },
  { name: "1 doctor × 365 days × 15 min, 5,000 busy times", doctors: 1, days: 365, slotMinutes: 15, busyTimes: 5_000 },
];
type Scenario = (typeof scenarios)[number];

/** Compares `availability` with the loop one would write by hand for it. Throws where their offers differ. */
export function benchSlotEngine(): SlotEngineResult[] {
  return scenarios.map((scenario) => {
    const query = buildQuery(scenario);
    const engine = () => availability(query);
    const floor = () => integerLoop(query);
    const offers = engine().flatMap((day) => day.offers);
    if (offers.length === 0 || !isDeepStrictEqual(offers, floor()))
      throw new Error(`Not the same offers: ${scenario.name}`);

    const [engineMs, floorMs] = medians(engine, floor);
    return { name: scenario.name, engineMs, floorMs, ratio: engineMs / floorMs };
  });
}

/**
 * The floor: one function of numbers and moving pointers, for doctors who share one timing. It lists the offers only;
 * the calendar, the horizon and the days' states, which the engine works out as well, it does without.
 */
function integerLoop({ slots, days, doctors, policy, now }: AvailabilityQuery): Offer[] {
  const dayLeft = new Map<string, number>();
  for (const { localDate, capacity, booked } of days)
    dayLeft.set(localDate, capacity === null ? 1e9 : capacity - booked);
  const timing = doctors[0]?.timing ?? { durationMinutes: 0, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
  const duration = timing.durationMinutes * 60_000;
  const before = timing.bufferBeforeMinutes * 60_000;
  const after = timing.bufferAfterMinutes * 60_000;
  const earliest = now + policy.minNoticeMinutes * 60_000;
  const starts: Offer[] = [];
  let localDate = "";
  let left = 0;

  for (let s = 0; s < slots.length; s++) {
    const slot = slots[s] as Slot;
    const start = slot.startsAt;
    if (start < earliest || start <= now) continue;
    if (slot.localDate !== localDate) {
      localDate = slot.localDate;
      left = dayLeft.get(localDate) ?? 1e9;
    }
    if (left <= 0) continue;
    const end = start + duration;
    let reached = start;
    let capacity = 0;
    let tightest = 1e9;
    for (let c = s; reached < end && c < slots.length; c++) {
      const covered = slots[c] as Slot;
      const places = covered.capacity - covered.booked;
      if (covered.startsAt !== reached || !covered.isOpen || places <= 0) break;
      if (places < tightest) {
        tightest = places;
        capacity = covered.capacity;
      }
      reached = covered.endsAt;
    }
    if (reached < end) continue;
    starts.push({
      startsAt: start,
      endsAt: end,
      capacity,
      remaining: Math.min(left, tightest),
      doctorIds: [],
    });
  }

  for (let d = 0; d < doctors.length; d++) {
    const { id, working, busy } = doctors[d] as DoctorCalendar;
    let w = 0;
    let b = 0;
    for (let s = 0; s < starts.length; s++) {
      const { startsAt, endsAt, doctorIds } = starts[s] as Offer;
      while (w < working.length && (working[w] as Interval).end < endsAt) w++;
      if (w === working.length) break;
      if ((working[w] as Interval).start > startsAt) continue;
      while (b < busy.length && (busy[b] as Interval).end <= startsAt - before) b++;
      if (b === busy.length || (busy[b] as Interval).start >= endsAt + after) doctorIds.push(id);
    }
  }
  return starts.filter((offer) => offer.doctorIds.length > 0);
}

/** A clinic of two shifts a day, Saturday short, Sunday closed, with made-up but repeatable bookings. */
function buildQuery({ doctors, days, slotMinutes, busyTimes }: Scenario): AvailabilityQuery {
  const random = repeatable(days * doctors);
  const usual = { isClosed: false, validFrom: null, validTo: null };
  const hours: BusinessHours[] = [0, 1, 2, 3, 4, 5].flatMap((dayOfWeek) => [
    { ...usual, dayOfWeek, openTime: "08:00", closeTime: "12:30" },
    ...(dayOfWeek < 5 ? [{ ...usual, dayOfWeek, openTime: "13:30", closeTime: "18:30" }] : []),
  ]);
  const to = addDays(from, days - 1);
  const slots: Slot[] = [];
  for (let first = 0; first < days; first += 90) {
    const last = addDays(from, Math.min(first + 90, days) - 1);
    for (const draft of generateSlots({
      from: addDays(from, first),
      to: last,
      hours,
      closures: [],
      zone,
      slotMinutes,
    })) {
      const booked = random() < 0.1 ? 5 : Math.floor(random() * 5);
      slots.push({ ...draft, capacity: 5, booked, isOpen: random() > 0.02 });
    }
  }
  const weekly = hours.map(({ dayOfWeek, openTime, closeTime }) => ({
    dayOfWeek,
    startTime: openTime,
    endTime: closeTime,
    validFrom: null,
    validTo: null,
  }));
  const localDates = [...new Set(slots.map((slot) => slot.localDate))];
  return {
    from,
    to,
    slots,
    days: localDates.map((localDate) => ({ localDate, capacity: 60, booked: Math.floor(random() * 63) })),
    doctors: Array.from({ length: doctors }, (_, n) => ({
      id: `doctor-${n}`,
      timing: { durationMinutes: slotMinutes * 2, bufferBeforeMinutes: 5, bufferAfterMinutes: 5 },
      working: workingBetween(from, to, weekly, [], [], zone),
      busy: someTimes(slots, busyTimes, random),
    })),
    policy: { timeZone: zone, horizonDays: days, minNoticeMinutes: 60, cancelNoticeHours: 24 },
    now,
    closures: [],
  };
}

/** `count` busy times of ten minutes, each within another slot. */
function someTimes(slots: readonly Slot[], count: number, random: () => number): Interval[] {
  const starts = new Set<EpochMs>();
  while (starts.size < count) starts.add((slots[Math.floor(random() * slots.length)] as Slot).startsAt);
  return [...starts].sort((a, b) => a - b).map((start) => ({ start, end: start + minutes(10) }));
}

function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Both take turns, so that a busy machine slows both. */
function medians(a: () => unknown, b: () => unknown): [number, number] {
  const [timesA, timesB]: [number[], number[]] = [[], []];
  const until = performance.now() + 1_500;
  for (let run = 0; run < 100 || performance.now() < until; run++) {
    const start = performance.now();
    a();
    const middle = performance.now();
    b();
    const end = performance.now();
    if (run < 50) continue;
    timesA.push(middle - start);
    timesB.push(end - middle);
  }
  return [median(timesA), median(timesB)];
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}
