import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, datesFrom, type EpochMs, minutes, parseInstant, type WallTime, wallText } from "#lib/time.ts";
import type { BusinessHours, Closure } from "./hours.ts";
import { overlaps } from "./interval.ts";
import {
  type ClinicHours,
  datesThatChange,
  type KnownSlot,
  openingOnDates,
  planRegeneration,
  type Regeneration,
} from "./regeneration.ts";
import { generateSlots } from "./slot.ts";

const zone = "Europe/London";
const day = "2026-11-23";
const at = (time: WallTime): EpochMs => parseInstant(`${day}T${time}Z`);

const everyDay = (openTime: WallTime, closeTime: WallTime): BusinessHours[] =>
  [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
    dayOfWeek,
    openTime,
    closeTime,
    isClosed: false,
    validFrom: null,
    validTo: null,
  }));

const slot = (time: WallTime, settings: Partial<KnownSlot> = {}): KnownSlot => ({
  id: time,
  startsAt: at(time),
  endsAt: at(time) + minutes(30),
  booked: 0,
  isOpen: true,
  ...settings,
});

interface Hours {
  now?: WallTime;
  /** What the hours were. */
  before?: [WallTime, WallTime];
}

function plan(open: [WallTime, WallTime], stored: KnownSlot[], { now = "00:00", before }: Hours = {}): Regeneration {
  const hours = { hours: everyDay(...open), closures: [] };
  return planRegeneration({
    wanted: generateSlots({ from: day, to: day, ...hours, zone, slotMinutes: 30 }),
    stored,
    opening: openingOnDates([day], hours, zone),
    before: before ? openingOnDates([day], { hours: everyDay(...before), closures: [] }, zone) : null,
    now: at(now),
  });
}

const told = ({ create, drop, close, reopen, kept }: Regeneration) => ({
  create: create.map(({ startsAt }) => wallText((startsAt - at("00:00")) / minutes(1))),
  drop: drop.map(({ id }) => id),
  close: close.map(({ id }) => id),
  reopen: reopen.map(({ id }) => id),
  kept: kept.map(({ id }) => id),
});
const nothing = { create: [], drop: [], close: [], reopen: [], kept: [] };

describe("planRegeneration", () => {
  test.each<[string, Regeneration, Partial<typeof nothing> | Record<string, string[]>]>([
    ["all as it should be", plan(["09:00", "10:00"], [slot("09:00"), slot("09:30")]), {}],
    ["nothing there yet", plan(["09:00", "10:00"], []), { create: ["09:00", "09:30"] }],
    ["free and no longer asked for", plan(["09:00", "09:30"], [slot("09:00"), slot("09:30")]), { drop: ["09:30"] }],
    [
      "booked and outside the hours: kept and closed",
      plan(["09:00", "09:30"], [slot("09:00"), slot("09:30", { booked: 1 })]),
      { kept: ["09:30"], close: ["09:30"] },
    ],
    [
      "closed already: nothing more to do",
      plan(["09:00", "09:30"], [slot("09:00"), slot("09:30", { booked: 1, isOpen: false })]),
      { kept: ["09:30"] },
    ],
    [
      "booked on another grid, within the hours: kept, open, and in the way",
      plan(["09:15", "10:45"], [slot("09:00"), slot("09:30", { booked: 2 })]),
      { create: ["10:15"], drop: ["09:00"], kept: ["09:30"] },
    ],
    ["switched off by hand", plan(["09:00", "09:30"], [slot("09:00", { isOpen: false })]), {}],
    [
      "switched off by hand, whatever the hours were",
      plan(["09:00", "09:30"], [slot("09:00", { isOpen: false, booked: 1 })], { before: ["09:00", "17:00"] }),
      {},
    ],
    [
      "back within the hours",
      plan(["09:00", "09:30"], [slot("09:00", { isOpen: false, booked: 1 })], { before: ["12:00", "17:00"] }),
      { reopen: ["09:00"] },
    ],
    [
      "begun already, free or not",
      plan(["12:00", "12:30"], [slot("09:00"), slot("09:30", { booked: 1 }), slot("12:00")], { now: "09:45" }),
      {},
    ],
    ["nothing is made in the past", plan(["09:00", "11:00"], [], { now: "09:45" }), { create: ["10:00", "10:30"] }],
  ])("%s", (_, planned, expected) => {
    expect(told(planned)).toEqual({ ...nothing, ...expected });
  });
});

describe("any slots, any hours", () => {
  const shifts = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 })), { maxLength: 3 })
    .map((list) =>
      list.flatMap(([from, length]) => everyDay(wallText(from * 15), wallText(Math.min(96, from + length) * 15))),
    );
  const closures: fc.Arbitrary<Closure[]> = fc
    .array(fc.integer({ min: 0, max: 2 }), { maxLength: 1 })
    .map((days) =>
      days.map((n) => ({ from: addDays(day, n), to: addDays(day, n), reason: "", openTime: null, closeTime: null })),
    );
  const calendar: fc.Arbitrary<ClinicHours> = fc.record({ hours: shifts, closures });
  const dates = datesFrom(day, addDays(day, 2));
  const anyCase = fc.record({
    was: calendar,
    is: calendar,
    lengths: fc.tuple(fc.constantFrom(15, 20, 30, 45), fc.constantFrom(15, 20, 30, 45)),
    booked: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
    open: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
    now: fc.integer({ min: -60, max: 2 * 1440 }),
  });

  const drafts = (hours: ClinicHours, slotMinutes: number) =>
    generateSlots({ from: day, to: addDays(day, 2), ...hours, zone, slotMinutes });

  function carriedOut(stored: readonly KnownSlot[], { create, drop, close, reopen }: Regeneration): KnownSlot[] {
    const switched = new Map([
      ...close.map(({ id }) => [id, false] as const),
      ...reopen.map(({ id }) => [id, true] as const),
    ]);
    return [
      ...stored
        .filter((each) => !drop.includes(each))
        .map((each) => ({ ...each, isOpen: switched.get(each.id) ?? each.isOpen })),
      ...create.map(({ startsAt, endsAt }) => ({ id: `new ${startsAt}`, startsAt, endsAt, booked: 0, isOpen: true })),
    ].sort((a, b) => a.startsAt - b.startsAt);
  }

  test("booked slots stay where they are, slots never overlap, free ones are those asked for, and twice is once", () => {
    const property = fc.property(anyCase, ({ was, is, lengths, booked, open, now: minute }) => {
      const now = at("00:00") + minutes(minute);
      const stored = drafts(was, lengths[0]).map(({ startsAt, endsAt }, n) => ({
        id: String(startsAt),
        startsAt,
        endsAt,
        booked: booked[n % booked.length] ? 1 : 0,
        isOpen: open[n % open.length] ?? true,
      }));
      const wanted = drafts(is, lengths[1]);
      const opening = openingOnDates(dates, is, zone);
      const before = openingOnDates(dates, was, zone);
      const first = planRegeneration({ wanted, stored, opening, before, now });
      const after = carriedOut(stored, first);

      const times = (list: readonly KnownSlot[]) => list.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`);
      const kept = stored.filter((each) => each.booked > 0 || each.startsAt < now);
      expect(new Set(times(kept)).isSubsetOf(new Set(times(after)))).toBe(true);
      for (const [n, each] of after.entries()) {
        const next = after[n + 1];
        const apart = { start: each.startsAt, end: each.endsAt };
        expect(next && overlaps(apart, { start: next.startsAt, end: next.endsAt })).not.toBe(true);
      }
      const asked = new Set(wanted.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`));
      const free = after.filter((each) => each.booked === 0 && each.startsAt >= now);
      expect(times(free).every((text) => asked.has(text))).toBe(true);

      const again = planRegeneration({ wanted, stored: after, opening, before: opening, now });
      expect({ ...told(again), kept: [] }).toEqual(nothing);
      const anew = planRegeneration({ wanted, stored: after, opening, before: null, now });
      expect({ ...told(anew), kept: [] }).toEqual(nothing);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test("days change where their shifts do, however these are written down", () => {
    const property = fc.property(calendar, calendar, (was, is) => {
      const turned = { ...was, hours: was.hours.toReversed() };
      expect(datesThatChange(dates, was, turned)).toEqual([]);
      const changed = datesThatChange(dates, was, is);
      for (const date of dates.filter((each) => !changed.includes(each))) {
        expect(openingOnDates([date], is, zone)).toEqual(openingOnDates([date], was, zone));
      }
    });
    fc.assert(property, { numRuns: 100 });
  });
});
