import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, datesFrom, formatInstant, minutes, type TimeZone, type WallTime, wallText } from "#lib/time.ts";
import { type BusinessHours, type Closure, openingOn, shiftsOn } from "./hours.ts";
import { contains } from "./interval.ts";
import { generateSlots, type SlotPlan } from "./slot.ts";

const everyDay = (openTime: WallTime, closeTime: WallTime): BusinessHours[] =>
  [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
    dayOfWeek,
    openTime,
    closeTime,
    isClosed: false,
    validFrom: null,
    validTo: null,
  }));

function plan(zone: TimeZone, date: string, hours: BusinessHours[], slotMinutes: number): SlotPlan {
  return { from: date, to: date, hours, closures: [], zone, slotMinutes };
}

/** The starts of one day, as wall time and offset: `01:30+01:00`. */
function starts(slotPlan: SlotPlan): string[] {
  return generateSlots(slotPlan).map(({ startsAt }) => {
    const text = formatInstant(startsAt, slotPlan.zone);
    return text.slice(11, 16) + text.slice(19);
  });
}

describe("where the clocks change", () => {
  // Khartoum, Dhaka, Kwajalein and São Paulo no longer change like this: history has the rare hours.
  test.each<[string, TimeZone, string, [WallTime, WallTime], number, string[]]>([
    [
      "gap at 02:30",
      "America/New_York",
      "2026-03-08",
      ["01:00", "04:00"],
      30,
      ["01:00-05:00", "01:30-05:00", "03:00-04:00", "03:30-04:00"],
    ],
    [
      "an opening in that gap keeps its grid",
      "America/New_York",
      "2026-03-08",
      ["02:15", "04:00"],
      30,
      ["03:15-04:00"],
    ],
    ["a closing in that gap", "America/New_York", "2026-03-08", ["01:00", "02:30"], 30, ["01:00-05:00", "01:30-05:00"]],
    [
      "overlap at 02:30",
      "Africa/Casablanca",
      "2026-02-15",
      ["01:30", "03:30"],
      30,
      ["01:30+01:00", "02:00+01:00", "02:30+01:00", "02:00+00:00", "02:30+00:00", "03:00+00:00"],
    ],
    [
      "half an hour's gap",
      "Australia/Lord_Howe",
      "2026-10-04",
      ["01:30", "03:00"],
      15,
      ["01:30+10:30", "01:45+10:30", "02:30+11:00", "02:45+11:00"],
    ],
    [
      "half an hour's overlap",
      "Australia/Lord_Howe",
      "2026-04-05",
      ["01:00", "02:30"],
      30,
      ["01:00+11:00", "01:30+11:00", "01:30+10:30", "02:00+10:30"],
    ],
    [
      "a second time that begins before the first one's slot has ended",
      "Australia/Lord_Howe",
      "2026-04-05",
      ["00:45", "03:00"],
      45,
      ["00:45+11:00", "01:30+11:00", "02:15+10:30"],
    ],
    [
      "a slot of an hour over the gap",
      "Europe/London",
      "2026-03-29",
      ["00:30", "04:00"],
      60,
      ["00:30+00:00", "02:30+01:00"],
    ],
    [
      "gap from 12:00, until 13:00",
      "Africa/Khartoum",
      "2000-01-15",
      ["11:00", "14:00"],
      30,
      ["11:00+02:00", "11:30+02:00", "13:00+03:00", "13:30+03:00"],
    ],
    ["gap at 13:00: a whole day", "Pacific/Apia", "2011-12-30", ["12:00", "14:00"], 30, []],
    [
      "overlap at 13:00: a whole day",
      "Pacific/Kwajalein",
      "1969-09-30",
      ["12:30", "13:30"],
      30,
      ["12:30+11:00", "13:00+11:00", "12:30-12:00", "13:00-12:00"],
    ],
    ["gap at 23:30", "Asia/Dhaka", "2009-06-19", ["22:00", "24:00"], 30, ["22:00+06:00", "22:30+06:00"]],
    [
      "overlap at 23:30",
      "America/Sao_Paulo",
      "2019-02-16",
      ["22:30", "24:00"],
      30,
      ["22:30-02:00", "23:00-02:00", "23:30-02:00", "23:00-03:00", "23:30-03:00"],
    ],
    ["gap at midnight", "Asia/Beirut", "2026-03-29", ["00:00", "02:00"], 30, ["01:00+03:00", "01:30+03:00"]],
    [
      "gap at midnight, in history",
      "America/Sao_Paulo",
      "2018-11-04",
      ["00:00", "02:00"],
      30,
      ["01:00-02:00", "01:30-02:00"],
    ],
    ["until a midnight that comes twice", "America/Havana", "2026-10-31", ["22:30", "24:00"], 60, ["22:30-04:00"]],
    ["no change", "Asia/Kolkata", "2026-03-29", ["01:30", "03:00"], 30, ["01:30+05:30", "02:00+05:30", "02:30+05:30"]],
  ])("%s: %s %s", (_, zone, date, [open, close], slotMinutes, expected) => {
    expect(starts(plan(zone, date, everyDay(open, close), slotMinutes))).toEqual(expected);
  });
});

describe("hours and closures", () => {
  const twoShifts = [...everyDay("13:30", "15:00"), ...everyDay("08:30", "10:00")];
  const london = plan("Europe/London", "2028-02-28", twoShifts, 40);

  test("each shift has its own grid, and what does not fit before closing is left out", () => {
    expect(starts(london)).toEqual(["08:30+00:00", "09:10+00:00", "13:30+00:00", "14:10+00:00"]);
  });

  test("every day of the range, the leap day too, but not the closed one", () => {
    const closures: Closure[] = [
      { from: "2028-03-01", to: "2028-03-01", reason: "Painters", openTime: null, closeTime: null },
    ];
    const slots = generateSlots({ ...london, to: "2028-03-02", closures });
    expect([...new Set(slots.map((slot) => slot.localDate))]).toEqual(["2028-02-28", "2028-02-29", "2028-03-02"]);
  });

  test("special hours bring their own grid", () => {
    const closures: Closure[] = [
      { from: "2028-02-28", to: "2028-02-28", reason: "Fair", openTime: "10:15", closeTime: "11:45" },
    ];
    expect(starts({ ...london, closures })).toEqual(["10:15+00:00", "10:55+00:00"]);
  });

  test("no range, no slots", () => {
    expect(generateSlots({ ...london, to: "2028-02-27" })).toEqual([]);
  });

  test("limits: 15 to 480 whole minutes, 90 days", () => {
    for (const slotMinutes of [0, 14, 481, 22.5, Number.NaN]) {
      expect(() => generateSlots({ ...london, slotMinutes })).toThrow(RangeError);
    }
    for (const slotMinutes of [15, 480]) expect(() => generateSlots({ ...london, slotMinutes })).not.toThrow();
    expect(() => generateSlots({ ...london, to: addDays(london.from, 89) })).not.toThrow();
    expect(() => generateSlots({ ...london, to: addDays(london.from, 90) })).toThrow(RangeError);
  });
});

describe("any week, any of five zones, any days of five years", () => {
  const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"];
  const days = datesFrom("2024-01-01", "2028-12-31");
  const changes = Object.fromEntries(
    zones.map((zone) => [
      zone,
      days.filter((date) => Temporal.PlainDate.from(date).toZonedDateTime(zone).hoursInDay !== 24),
    ]),
  );

  /** Half of the plans meet a change of clocks, or the leap day. */
  const firstDay = (zone: TimeZone) =>
    fc.oneof(
      fc.constantFrom(...days),
      fc.constantFrom("2028-02-29", ...(changes[zone] ?? [])).map((date) => addDays(date, -2)),
    );

  const anyShift = fc
    .record({
      dayOfWeek: fc.integer({ min: 0, max: 6 }),
      a: fc.integer({ min: 0, max: 288 }),
      b: fc.integer({ min: 0, max: 288 }),
    })
    .filter(({ a, b }) => a < b)
    .map(({ dayOfWeek, a, b }) => ({
      dayOfWeek,
      openTime: wallText(a * 5),
      closeTime: wallText(b * 5),
      isClosed: false,
      validFrom: null,
      validTo: null,
    }));

  const anyPlan: fc.Arbitrary<SlotPlan> = fc
    .constantFrom(...zones)
    .chain((zone) =>
      fc.record({
        zone: fc.constant(zone),
        from: firstDay(zone),
        to: fc.constant(""),
        hours: fc.oneof(fc.array(anyShift, { maxLength: 14 }), fc.constant(everyDay("00:00", "24:00"))),
        closures: fc.constant([]),
        slotMinutes: fc.oneof(fc.constantFrom(15, 20, 30, 45, 60), fc.integer({ min: 15, max: 480 })),
      }),
    )
    .map((slotPlan) => ({ ...slotPlan, to: addDays(slotPlan.from, 4) }));

  test("sorted, never overlapping, of exactly slotMinutes, within the opening hours of their local date", () => {
    const property = fc.property(anyPlan, (slotPlan) => {
      const { from, to, hours, closures, zone, slotMinutes } = slotPlan;
      const openings = new Map(
        datesFrom(from, to).map((date) => [date, openingOn(date, hours, closures, zone).intervals]),
      );
      const slots = generateSlots(slotPlan);
      const wrong = slots.filter(({ startsAt, endsAt, localDate }, n) => {
        const starting = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(zone);
        const isRight =
          startsAt >= (slots[n - 1]?.endsAt ?? 0) &&
          endsAt - startsAt === minutes(slotMinutes) &&
          localDate === starting.toPlainDate().toString() &&
          openings.get(localDate)?.some((opening) => contains(opening, { start: startsAt, end: endsAt }));
        return !isRight;
      });
      expect(wrong).toEqual([]);
    });
    fc.assert(property, { numRuns: 200 });
  });

  test("on the wall's grid, and a time of the grid is missing only where the clocks, the closing or a slot forbid it", () => {
    const property = fc.property(anyPlan, (slotPlan) => {
      const { hours, zone, slotMinutes } = slotPlan;
      const slots = generateSlots(slotPlan);
      const missing: string[] = [];
      const begins = new Set(slots.map((slot) => slot.startsAt));
      const onGrid = new Set<number>();
      for (const date of datesFrom(slotPlan.from, slotPlan.to)) {
        const day = Temporal.PlainDate.from(date);
        for (const { openTime, closeTime } of shiftsOn(date, hours, [])) {
          const closing =
            closeTime === "24:00" ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(closeTime);
          let wall = day.toPlainDateTime(openTime);
          for (; Temporal.PlainDateTime.compare(wall, closing) < 0; wall = wall.add({ minutes: slotMinutes })) {
            for (const disambiguation of ["earlier", "later"] as const) {
              const start = wall.toZonedDateTime(zone, { disambiguation });
              if (!start.toPlainDateTime().equals(wall)) continue;
              onGrid.add(start.epochMilliseconds);
              const end = start.add({ minutes: slotMinutes });
              const fits =
                end.epochMilliseconds <= closing.toZonedDateTime(zone, { disambiguation: "earlier" }).epochMilliseconds;
              const clashes = slots.some(
                (slot) => slot.startsAt < end.epochMilliseconds && start.epochMilliseconds < slot.endsAt,
              );
              if (fits && !clashes) missing.push(start.toString());
            }
          }
        }
      }
      expect(missing).toEqual([]);
      expect(begins.isSubsetOf(onGrid)).toBe(true);
    });
    fc.assert(property, { numRuns: 150 });
  });

  test("repeatable: the same again, day by day or all at once", () => {
    const property = fc.property(anyPlan, (slotPlan) => {
      const slots = generateSlots(slotPlan);
      const byDay = datesFrom(slotPlan.from, slotPlan.to).flatMap((date) =>
        generateSlots({ ...slotPlan, from: date, to: date }),
      );
      expect(byDay).toEqual(slots);
    });
    fc.assert(property, { numRuns: 200 });
  });

  test("24 hours open, quarter by quarter: 96 slots, and 92, 100, 94, 98 where the clocks change", () => {
    for (const zone of zones) {
      const quarters = { ...plan(zone, "", everyDay("00:00", "24:00"), 15) };
      for (const date of ["2028-02-29", ...(changes[zone] ?? [])]) {
        const hours = Temporal.PlainDate.from(date).toZonedDateTime(zone).hoursInDay;
        expect(generateSlots({ ...quarters, from: date, to: date }), `${zone} ${date}`).toHaveLength(hours * 4);
      }
    }
  });
});
