import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayBounds, type EpochMs, minutes, parseInstant, resolveWallTime } from "#lib/time.ts";
import { overlaps } from "./interval.ts";
import {
  distribute,
  fitsWish,
  hasComeTrue,
  inFairOrder,
  offerLength,
  type Place,
  placesOf,
  type WaitingEntry,
  type WaitlistWish,
} from "./waitlist.ts";

const zone = "Europe/London";
const anything: WaitlistWish = {
  serviceId: "gp",
  doctorId: null,
  daysOfWeek: [],
  fromTime: null,
  toTime: null,
  untilDate: "2026-12-31",
};

function place(startsAt: EpochMs, doctorId = "okafor", length = 30): Place {
  return { serviceId: "gp", doctorId, startsAt, endsAt: startsAt + minutes(length), seats: 1 };
}

describe("what fits a wish", () => {
  // Tuesday 24 November 2026, 10:00 in London.
  const visit = place(parseInstant("2026-11-24T10:00Z"));

  test.each<[string, Partial<WaitlistWish>, boolean]>([
    ["anything at all", {}, true],
    ["another service", { serviceId: "skin" }, false],
    ["that doctor", { doctorId: "okafor" }, true],
    ["another doctor", { doctorId: "raman" }, false],
    ["Tuesdays", { daysOfWeek: [1] }, true],
    ["Mondays and Wednesdays", { daysOfWeek: [0, 2] }, false],
    ["from that minute on", { fromTime: "10:00" }, true],
    ["later that day", { fromTime: "10:01" }, false],
    ["until it ends", { toTime: "10:30" }, true],
    ["until before it ends", { toTime: "10:29" }, false],
    ["exactly then", { daysOfWeek: [1], fromTime: "10:00", toTime: "10:30" }, true],
    ["until that day", { untilDate: "2026-11-24" }, true],
    ["until the day before", { untilDate: "2026-11-23" }, false],
  ])("%s: %j", (_, wish, expected) => {
    expect(fitsWish({ ...anything, ...wish }, visit, zone)).toBe(expected);
  });

  test("judges day and hour by the clinic's clock, not by UTC", () => {
    // Monday 23:30 in UTC is Tuesday 08:30 in Tokyo.
    const early = place(parseInstant("2026-11-23T23:30Z"));
    expect(fitsWish({ ...anything, daysOfWeek: [1], fromTime: "08:30", toTime: "09:00" }, early, "Asia/Tokyo")).toBe(
      true,
    );
    expect(fitsWish({ ...anything, daysOfWeek: [0] }, early, "Asia/Tokyo")).toBe(false);
  });

  describe("where the clocks change", () => {
    // 29 March 2026: 01:00 becomes 02:00. 25 October 2026: 02:00 becomes 01:00.
    test.each<[string, string, Partial<WaitlistWish>, boolean]>([
      ["an hour that does not exist", "2026-03-29T01:00Z", { fromTime: "01:00", toTime: "02:00" }, false],
      ["the first minute after it", "2026-03-29T01:00Z", { fromTime: "01:30", toTime: "02:30" }, true],
      ["the last half-hour before it", "2026-03-29T00:30Z", { fromTime: "00:30", toTime: "01:00" }, true],
      ["the afternoon of that day", "2026-03-29T12:00Z", { fromTime: "13:00", toTime: "13:30" }, true],
      ["an hour that comes twice, the first time", "2026-10-25T00:30Z", { fromTime: "01:30", toTime: "02:00" }, true],
      ["an hour that comes twice, the second time", "2026-10-25T01:30Z", { fromTime: "01:30", toTime: "02:00" }, true],
      ["before it comes", "2026-10-24T23:30Z", { fromTime: "01:00", toTime: "02:00" }, false],
      ["after both", "2026-10-25T02:00Z", { fromTime: "01:00", toTime: "02:00" }, false],
      ["late in the evening of that day", "2026-10-25T23:00Z", { fromTime: "23:00" }, true],
      ["into the next day", "2026-10-25T23:45Z", { fromTime: "23:00" }, true],
      ["into the next day, where it has to end", "2026-10-25T23:45Z", { fromTime: "23:00", toTime: "23:59" }, false],
    ])("%s", (_, startsAt, wish, expected) => {
      expect(fitsWish({ ...anything, ...wish }, place(parseInstant(startsAt)), zone)).toBe(expected);
    });
  });
});

describe("a wish has come true", () => {
  const entry = { ...anything, doctorId: "okafor", createdAt: 1_000 };
  const visit = place(parseInstant("2026-11-24T10:00Z"));
  test.each([
    ["by what fits and was booked since", { ...visit, bookedAt: 1_000 }, true],
    ["not by what was booked before", { ...visit, bookedAt: 999 }, false],
    ["not by what does not fit", { ...visit, doctorId: "raman", bookedAt: 1_000 }, false],
  ])("%s", (_, booked, expected) => {
    expect(hasComeTrue(entry, [booked], zone)).toBe(expected);
  });
});

describe("the places", () => {
  const now = parseInstant("2026-11-24T09:00Z");
  const offer = (startsAt: EpochMs, remaining = 5) => ({
    startsAt,
    endsAt: startsAt + minutes(30),
    capacity: 5,
    remaining,
    doctorIds: ["okafor", "raman"],
  });
  const days = [
    {
      localDate: "2026-11-24",
      state: "open" as const,
      reason: null,
      offers: [now + minutes(4), now + minutes(5)].map((at) => offer(at, 3)),
    },
  ];

  test("are every doctor of every offer that leaves the time to answer", () => {
    const found = placesOf("gp", days, { now, groupSize: 1 });
    expect(found.map(({ doctorId, startsAt, seats }) => [doctorId, startsAt - now, seats])).toEqual([
      ["okafor", minutes(5), 1],
      ["raman", minutes(5), 1],
    ]);
  });

  test("of a group session take several people", () => {
    expect(placesOf("gp", days, { now, groupSize: 8 }).map(({ seats }) => seats)).toEqual([3, 3]);
  });

  test("are kept for the clinic's minutes, and never beyond their beginning", () => {
    expect(offerLength(120, now + minutes(600), now)).toBe(120);
    expect(offerLength(120, now + minutes(45) + 30_000, now)).toBe(45);
  });
});

function entry(id: string, fields: Partial<WaitingEntry> = {}): WaitingEntry {
  return { ...anything, id, patientId: `patient of ${id}`, createdAt: 0, busy: [], refused: [], ...fields };
}

describe("who gets what", () => {
  const ten = parseInstant("2026-11-24T10:00Z");
  const eleven = ten + minutes(60);
  const given = (entries: WaitingEntry[], places: Place[]) =>
    distribute(entries, places, zone).map(
      (grant) => `${grant.entry.id} ${grant.place.doctorId} ${grant.place.startsAt}`,
    );

  test("the earliest created first; of two in the same millisecond the smaller id", () => {
    const entries = [entry("b", { createdAt: 2 }), entry("c", { createdAt: 1 }), entry("a", { createdAt: 2 })];
    expect(given(entries, [place(eleven), place(ten), place(eleven + minutes(30))])).toEqual([
      `c okafor ${ten}`,
      `a okafor ${eleven}`,
      `b okafor ${eleven + minutes(30)}`,
    ]);
  });

  test("one place goes to the first whom it fits", () => {
    const entries = [entry("a", { doctorId: "raman" }), entry("b"), entry("c")];
    expect(given(entries, [place(ten)])).toEqual([`b okafor ${ten}`]);
  });

  test("nobody is offered what they let go before, nor two things at once", () => {
    const busy = [{ start: ten, end: ten + minutes(10) }];
    expect(given([entry("a", { refused: [ten] }), entry("b", { busy })], [place(ten), place(eleven)])).toEqual([
      `a okafor ${eleven}`,
    ]);
    const same = { patientId: "one" };
    expect(given([entry("a", same), entry("b", same)], [place(ten, "okafor"), place(ten, "raman")])).toEqual([
      `a okafor ${ten}`,
    ]);
  });

  test("a doctor is not promised twice for times that overlap", () => {
    const entries = [entry("a"), entry("b")];
    expect(given(entries, [place(ten), place(ten + minutes(15))])).toEqual([`a okafor ${ten}`]);
  });

  test("a session takes as many as it has seats", () => {
    const session = { ...place(ten), seats: 2 };
    const entries = ["a", "b", "c"].map((id) => entry(id));
    expect(given(entries, [session])).toEqual([`a okafor ${ten}`, `b okafor ${ten}`]);
  });
});

describe("any list and any places", () => {
  const monday = "2026-10-19";
  const startsAt = fc
    .tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 47 }))
    .map(([day, half]) => dayBounds(addDays(monday, day), zone).start + minutes(30 * half));
  const somePlaces = fc.array(
    fc.record({
      serviceId: fc.constantFrom("gp", "skin"),
      doctorId: fc.constantFrom("okafor", "raman", "silva"),
      startsAt,
      length: fc.constantFrom(15, 30, 60),
      seats: fc.constantFrom(1, 1, 1, 3),
    }),
    { maxLength: 25 },
  );
  const hour = fc.option(
    fc.integer({ min: 0, max: 23 }).map((n) => `${String(n).padStart(2, "0")}:00`),
    { nil: null },
  );
  const someEntries = fc.array(
    fc.record({
      serviceId: fc.constantFrom("gp", "skin"),
      doctorId: fc.constantFrom(null, "okafor", "raman"),
      daysOfWeek: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
      fromTime: hour,
      toTime: hour,
      untilDate: fc.constantFrom("2026-10-22", "2026-10-25", "2026-11-10"),
      createdAt: fc.integer({ min: 0, max: 5 }),
      patientId: fc.constantFrom("p1", "p2", "p3", "p4", "p5", "p6"),
      refused: fc.array(startsAt, { maxLength: 2 }),
    }),
    { maxLength: 20 },
  );

  test("nobody gets two, no place goes to two, everything fits, and nobody envies who came after them", () => {
    fc.assert(
      fc.property(someEntries, somePlaces, (wishes, starts) => {
        const entries = wishes.map((wish, n): WaitingEntry => ({ ...wish, id: `e${n}`, busy: [] }));
        const places = starts.map(
          ({ length, ...rest }): Place => ({ ...rest, endsAt: rest.startsAt + minutes(length) }),
        );
        const grants = distribute(entries, places, zone);

        expect(new Set(grants.map((grant) => grant.entry)).size).toBe(grants.length);
        for (const { entry: getter, place: got } of grants) {
          expect(fitsWish(getter, got, zone)).toBe(true);
          expect(getter.refused).not.toContain(got.startsAt);
          expect(grants.filter((grant) => grant.place === got).length).toBeLessThanOrEqual(got.seats);
        }
        for (const [n, a] of grants.entries()) {
          for (const b of grants.slice(n + 1)) {
            if (!overlaps(toInterval(a.place), toInterval(b.place))) continue;
            expect(a.entry.patientId).not.toBe(b.entry.patientId);
            if (a.place !== b.place) expect(a.place.doctorId).not.toBe(b.place.doctorId);
          }
        }

        const inOrder = [...entries].sort(inFairOrder);
        for (const [n, first] of inOrder.entries()) {
          const own = grants.find((grant) => grant.entry === first)?.place;
          const ownOthers = grants.filter(({ entry: other }) => other !== first && other.patientId === first.patientId);
          for (const later of inOrder.slice(n + 1)) {
            const theirs = grants.find((grant) => grant.entry === later)?.place;
            if (!theirs || !fitsWish(first, theirs, zone) || first.refused.includes(theirs.startsAt)) continue;
            // They may be elsewhere at that time, by what they were given for another wish.
            if (ownOthers.some(({ place: other }) => overlaps(toInterval(other), toInterval(theirs)))) continue;
            expect(own?.startsAt).toBeLessThanOrEqual(theirs.startsAt);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a half-hour is offered exactly when its wall clock lies within the wish", () => {
    fc.assert(
      fc.property(startsAt, hour, hour, (start, fromTime, toTime) => {
        const visit = place(start, "okafor", 30);
        const wish = { ...anything, fromTime, toTime };
        const wall = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
        const from = wall.hour * 60 + wall.minute;
        const hourOf = (time: string) => Number(time.slice(0, 2)) * 60;
        // The repeated hour counts as one long one: only days without a change are compared minute by minute.
        fc.pre(wall.hoursInDay === 24);
        const expected =
          (fromTime === null || from >= hourOf(fromTime)) &&
          (toTime === null || from + 30 <= hourOf(toTime)) &&
          (fromTime === null || toTime === null || fromTime < toTime);
        expect(fitsWish(wish, visit, zone)).toBe(expected && (fromTime ?? "") < (toTime ?? "24:00"));
      }),
    );
  });

  test("the wall clock is the zone's wherever it is", () => {
    for (const where of ["Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham"]) {
      const [at] = resolveWallTime("2026-11-24", "13:00", where);
      expect(
        fitsWish({ ...anything, daysOfWeek: [1], fromTime: "13:00", toTime: "13:30" }, place(at ?? 0), where),
      ).toBe(true);
    }
  });
});

function toInterval({ startsAt, endsAt }: Place) {
  return { start: startsAt, end: endsAt };
}
