import { addDays, type LocalDate, minutes, resolveWallTime, type WallTime } from "#lib/time.ts";
import type { StoredSlot } from "./capacity.ts";
import type { WeeklyHours } from "./hours.ts";
import { type HouseRules, offerKey } from "./house-rules.ts";
import type { HouseState } from "./impact.ts";
import { generateSlots } from "./slot.ts";
import type { TakenPlace } from "./stranding.ts";

// A clinic on paper, for the tests of what a change strands.

export const everyDay = [0, 1, 2, 3, 4, 5, 6];
export const noBuffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };

const nineToFive = { openTime: "09:00", closeTime: "17:00" };

export interface Built {
  rules: HouseRules;
  at: (time: WallTime, date?: LocalDate) => number;
}

/** A house with two doctors and half-hour slots on three days, two places in each. */
export function build(date: LocalDate, zone: string, open = nineToFive): Built {
  const hours = everyDay.map((dayOfWeek) => ({
    dayOfWeek,
    ...open,
    isClosed: false,
    validFrom: null,
    validTo: null,
  }));
  const to = addDays(date, 2);
  const drafts = generateSlots({ from: date, to, hours, closures: [], zone, slotMinutes: 30 });
  const slots = drafts.map(
    (draft): StoredSlot => ({ ...draft, id: `${draft.startsAt}`, capacity: 2, booked: 0, isOpen: true }),
  );
  const weekly = everyDay.map((dayOfWeek) => ({
    dayOfWeek,
    startTime: "00:00",
    endTime: "24:00",
    validFrom: null,
    validTo: null,
  }));
  const own = { weekly, windows: [], timeOff: [] };
  const rules: HouseRules = {
    zone,
    hours,
    closures: [],
    slots,
    days: [date, addDays(date, 1), to].map((localDate) => ({ localDate, capacity: null, booked: 0 })),
    doctors: new Map([
      ["ito", own],
      ["okafor", own],
    ]),
    services: new Map([["check", { durationMinutes: 30, ...noBuffers }]]),
    offers: new Map([
      [offerKey("ito", "check"), null],
      [offerKey("okafor", "check"), null],
    ]),
  };
  const instant = (time: WallTime, on: LocalDate = date) => resolveWallTime(on, time, zone)[0] as number;
  return { rules, at: instant };
}

export function place(id: string, startsAt: number, fields: Partial<TakenPlace> = {}): TakenPlace {
  const endsAt = startsAt + minutes(30);
  return {
    id,
    doctorId: "ito",
    serviceId: "check",
    status: "confirmed",
    startsAt,
    endsAt,
    occupied: { start: startsAt, end: endsAt },
    sessionKey: id,
    bookedAt: 0,
    ...fields,
  };
}

/** Nothing elsewhere, and all of it ahead unless said otherwise. */
export const stateOf = (taken: TakenPlace[], now = 0): HouseState => ({ taken, elsewhere: new Map(), now });

export function weekly(dayOfWeek: number, startTime: WallTime, endTime: WallTime): WeeklyHours {
  return { dayOfWeek, startTime, endTime, validFrom: null, validTo: null };
}
