import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minutes, parseInstant } from "#lib/time.ts";
import { availability } from "./availability.ts";
import { decideBooking, withBuffers } from "./booking-decision.ts";
import { type BundleItem, type BundlePart, bundleOffers, chainAt } from "./bundle.ts";
import type { Slot } from "./capacity.ts";
import { overlaps } from "./interval.ts";
import type { BookingPolicy } from "./policy.ts";

const policy: BookingPolicy = {
  timeZone: "Europe/London",
  horizonDays: 30,
  minNoticeMinutes: 0,
  cancelNoticeHours: 24,
};
const localDate = "2026-11-24";
const at = (time: string) => parseInstant(`${localDate}T${time}Z`);
const open = at("09:00");
const atTwenty = (n: number) => open + minutes(20 * n);

/** Slots of 20 minutes from nine on; a number is how much is booked, null a pause. */
function slotsOf(booked: readonly (number | null)[], capacity = 2): Slot[] {
  return booked.flatMap((count, n) =>
    count === null
      ? []
      : [
          {
            id: `${n}`,
            startsAt: atTwenty(n),
            endsAt: atTwenty(n + 1),
            localDate,
            capacity,
            booked: count,
            isOpen: true,
          },
        ],
  );
}

interface Draft {
  durationMinutes: number;
  bufferAfterMinutes?: number;
  doctorIds: readonly string[];
}

interface House {
  slots: readonly Slot[];
  day?: { capacity: number; booked: number };
  /** Which slots a doctor has other appointments in. */
  busy?: Readonly<Record<string, readonly number[]>>;
}

function itemsIn({ slots, day, busy = {} }: House, drafts: readonly Draft[]): BundleItem[] {
  return drafts.map(({ durationMinutes, bufferAfterMinutes = 0, doctorIds }) => ({
    slots,
    days: day ? [{ localDate, ...day }] : [],
    policy,
    now: at("06:00"),
    patientBusy: [],
    doctors: doctorIds.map((id) => ({
      id,
      timing: { durationMinutes, bufferBeforeMinutes: 0, bufferAfterMinutes },
      working: [{ start: at("00:00"), end: at("23:59") }],
      busy: (busy[id] ?? []).toSorted((a, b) => a - b).map((n) => ({ start: atTwenty(n), end: atTwenty(n + 1) })),
    })),
  }));
}

const empty: House = { slots: slotsOf(Array(12).fill(0)) };
const starts = ({ parts = [] }: { parts?: BundlePart[] | undefined }) => parts.map((part) => part.startsAt);

describe("a chain", () => {
  test("goes on with the first slot at or after each end", () => {
    const items = itemsIn(empty, [
      { durationMinutes: 10, doctorIds: ["a"] },
      { durationMinutes: 40, doctorIds: ["b"] },
      { durationMinutes: 30, doctorIds: ["a"] },
    ]);
    expect(starts(chainAt(items, at("09:20")))).toEqual([at("09:20"), at("09:40"), at("10:20")]);
  });

  test("waits for the doctor's buffer where nobody else can begin sooner", () => {
    const drafts = [
      { durationMinutes: 20, bufferAfterMinutes: 10, doctorIds: ["a"] },
      { durationMinutes: 20, doctorIds: ["a"] },
    ];
    expect(starts(chainAt(itemsIn(empty, drafts), at("09:00")))).toEqual([at("09:00"), at("09:40")]);
    const withAnother = [drafts[0] as Draft, { durationMinutes: 20, doctorIds: ["a", "b"] }];
    expect(chainAt(itemsIn(empty, withAnother), at("09:00")).parts?.[1]).toMatchObject({
      startsAt: at("09:20"),
      doctorId: "b",
    });
  });

  test("takes another doctor for an earlier part where only that lets it go on", () => {
    // Only "a" offers the second one, and after a buffer of their own would have somebody else.
    const house = { ...empty, busy: { a: [2] } };
    const items = itemsIn(house, [
      { durationMinutes: 20, bufferAfterMinutes: 20, doctorIds: ["a", "b"] },
      { durationMinutes: 20, doctorIds: ["a"] },
    ]);
    expect(chainAt(items, at("09:00")).parts?.map(({ doctorId }) => doctorId)).toEqual(["b", "a"]);
  });

  test("never lasts over a pause of the house, and says which service cannot follow", () => {
    const items = itemsIn({ slots: slotsOf([0, 0, null, null, 0, 0]) }, [
      { durationMinutes: 20, doctorIds: ["a"] },
      { durationMinutes: 20, doctorIds: ["a"] },
    ]);
    expect(chainAt(items, at("09:20"))).toEqual({
      refused: { at: 1, refusal: { code: "CLOSED", detail: { startsAt: at("09:40") } } },
    });
  });

  test("needs as many places in the day as it has parts", () => {
    const drafts = [1, 2, 3].map(() => ({ durationMinutes: 20, doctorIds: ["a"] }));
    const full = itemsIn({ ...empty, day: { capacity: 10, booked: 8 } }, drafts);
    expect(chainAt(full, at("09:00")).refused).toMatchObject({ at: 2, refusal: { code: "DAY_FULL" } });
    const roomy = itemsIn({ ...empty, day: { capacity: 10, booked: 7 } }, drafts);
    expect(chainAt(roomy, at("09:00")).parts).toHaveLength(3);
  });

  test("changes rooms rather than put one into use twice", () => {
    const rooms = ["1", "2"].map((id) => ({ id, name: `Room ${id}`, busy: [] }));
    const items = itemsIn(empty, [
      { durationMinutes: 20, bufferAfterMinutes: 20, doctorIds: ["a"] },
      { durationMinutes: 20, doctorIds: ["b"] },
    ]);
    const { parts } = chainAt(
      items.map((item) => ({ ...item, resources: rooms })),
      at("09:00"),
    );
    expect(parts?.map(({ resourceId }) => resourceId)).toEqual(["1", "2"]);
  });
});

describe("any house", () => {
  const anyHouse: fc.Arbitrary<House> = fc.record({
    slots: fc
      .array(fc.constantFrom(0, 0, 0, 0, 1, 1, 2, null), { minLength: 6, maxLength: 14 })
      .map((booked) => slotsOf(booked)),
    day: fc.record({ capacity: fc.constant(6), booked: fc.integer({ min: 0, max: 6 }) }),
    busy: fc.record({
      a: fc.uniqueArray(fc.integer({ min: 0, max: 13 }), { maxLength: 4 }),
      b: fc.uniqueArray(fc.integer({ min: 0, max: 13 }), { maxLength: 4 }),
    }),
  });
  const anyDrafts = fc.array(
    fc.record({
      durationMinutes: fc.constantFrom(10, 20, 30, 40),
      bufferAfterMinutes: fc.constantFrom(0, 0, 10, 20),
      doctorIds: fc.constantFrom(["a"], ["b"], ["a", "b"], ["a", "b", "c"]),
    }),
    { minLength: 2, maxLength: 4 },
  );
  const offered = (items: BundleItem[]) => {
    const [first] = items as [BundleItem];
    const days = availability({ ...first, from: localDate, to: localDate, closures: [] });
    return bundleOffers(items, days).flatMap((day) => day.offers);
  };

  /** The house with a part booked in it. */
  function booked(item: BundleItem, part: BundlePart): BundleItem {
    const isTouched = (slot: Slot) => slot.startsAt < part.endsAt && part.startsAt < slot.endsAt;
    return {
      ...item,
      slots: item.slots.map((slot) => (isTouched(slot) ? { ...slot, booked: slot.booked + 1 } : slot)),
      days: item.days.map((day) => ({ ...day, booked: day.booked + 1 })),
      patientBusy: [...item.patientBusy, { start: part.startsAt, end: part.endsAt }],
      doctors: item.doctors.map((doctor) =>
        doctor.id === part.doctorId ? { ...doctor, busy: [...doctor.busy, part.occupied] } : doctor,
      ),
    };
  }

  function decide(item: BundleItem, doctorId: string, startsAt: number) {
    const doctor = item.doctors.find(({ id }) => id === doctorId);
    if (!doctor) throw new Error(`${doctorId} does not offer this`);
    return decideBooking({ ...item, startsAt, day: item.days[0] ?? null, doctor });
  }

  test("accepts every part of every chain it offers, one after the other, and every part is an offer by itself", () => {
    let chains = 0;
    fc.assert(
      fc.property(anyHouse, anyDrafts, (house, drafts) => {
        const items = itemsIn(house, drafts);
        for (const { startsAt, endsAt, remaining } of offered(items)) {
          const { parts = [] } = chainAt(items, startsAt);
          chains++;
          expect(parts).toHaveLength(items.length);
          expect([parts[0]?.startsAt, parts.at(-1)?.endsAt]).toEqual([startsAt, endsAt]);
          expect(remaining).toBeGreaterThan(0);
          let state = items;
          for (const [n, part] of parts.entries()) {
            expect(decide(state[n] as BundleItem, part.doctorId, part.startsAt)).toBeNull();
            const alone = availability({ ...(items[n] as BundleItem), from: localDate, to: localDate, closures: [] });
            const offer = alone[0]?.offers.find(
              (each) => each.startsAt === part.startsAt && each.endsAt === part.endsAt,
            );
            expect(offer?.doctorIds).toContain(part.doctorId);
            state = state.map((item) => booked(item, part));
          }
          for (const [n, part] of parts.slice(1).entries()) {
            const one = parts[n] as BundlePart;
            expect(part.startsAt).toBeGreaterThanOrEqual(one.endsAt);
            expect(overlaps(one.occupied, part.occupied) && one.doctorId === part.doctorId).toBe(false);
          }
        }
      }),
      { numRuns: 800 },
    );
    expect(chains).toBeGreaterThan(500);
  });

  test("misses none: where two services without buffers fit back to back, it offers them", () => {
    fc.assert(
      fc.property(anyHouse, anyDrafts, (house, drafts) => {
        const items = itemsIn(
          house,
          drafts.slice(0, 2).map((draft) => ({ ...draft, bufferAfterMinutes: 0 })),
        );
        const [one, two] = items as [BundleItem, BundleItem];
        const found = offered(items).map(({ startsAt }) => startsAt);
        const possible = house.slots.filter(({ startsAt }) =>
          one.doctors.some((doctor) => {
            if (decide(one, doctor.id, startsAt)) return false;
            const { durationMinutes } = doctor.timing;
            const visit = { start: startsAt, end: startsAt + minutes(durationMinutes) };
            const part = { startsAt, endsAt: visit.end, doctorId: doctor.id, resourceId: null };
            const after = booked(two, { ...part, occupied: withBuffers(visit, doctor.timing) });
            const boundary = open + Math.ceil((visit.end - open) / minutes(20)) * minutes(20);
            return two.doctors.some(({ id }) => !decide(after, id, boundary));
          }),
        );
        expect(found).toEqual(possible.map(({ startsAt }) => startsAt));
      }),
      { numRuns: 500 },
    );
  });
});
