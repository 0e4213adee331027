import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heatMap, heatTable, type SlotGroup, sumOf } from "./heat-map.ts";

const group = (startMinute: number, minutes: number, more: Partial<SlotGroup> = {}): SlotGroup => ({
  dayOfWeek: 0,
  startMinute,
  minutes,
  capacity: 5,
  taken: 2,
  ...more,
});

describe("a slot counts in the hours it lies in", () => {
  test.each([
    ["within one hour", group(540, 30), [{ dayOfWeek: 0, hour: 9, capacity: 150, taken: 60 }]],
    ["a whole hour", group(540, 60), [{ dayOfWeek: 0, hour: 9, capacity: 300, taken: 120 }]],
    [
      "over the hour",
      group(590, 20),
      [
        { dayOfWeek: 0, hour: 9, capacity: 50, taken: 20 },
        { dayOfWeek: 0, hour: 10, capacity: 50, taken: 20 },
      ],
    ],
    [
      "over midnight, from Sunday into Monday",
      group(1430, 20, { dayOfWeek: 6 }),
      [
        { dayOfWeek: 0, hour: 0, capacity: 50, taken: 20 },
        { dayOfWeek: 6, hour: 23, capacity: 50, taken: 20 },
      ],
    ],
  ])("%s", (_, slots, cells) => {
    expect(heatMap([slots])).toEqual(cells);
  });

  test("nothing is lost or counted twice, however long the slots", () => {
    const groups = fc.array(
      fc.record({
        dayOfWeek: fc.nat(6),
        startMinute: fc.nat(1439),
        minutes: fc.integer({ min: 15, max: 480 }),
        capacity: fc.nat(20),
        taken: fc.nat(20),
      }),
    );
    fc.assert(
      fc.property(groups, (slots) => {
        const whole = sumOf(heatMap(slots));
        expect(whole.capacity).toBe(slots.reduce((sum, s) => sum + s.capacity * s.minutes, 0));
        expect(whole.taken).toBe(slots.reduce((sum, s) => sum + s.taken * s.minutes, 0));
        expect(heatTable(heatMap(slots)).total).toEqual(whole);
      }),
    );
  });
});

test("the table has every hour between the first and the last, and sums that fit", () => {
  const table = heatTable(heatMap([group(540, 60), group(720, 60, { dayOfWeek: 2, taken: 5 })]));
  expect(table.rows.map(({ hour }) => hour)).toEqual([9, 10, 11, 12]);
  expect(table.rows[1]).toEqual({ hour: 10, cells: Array(7).fill(null), total: { capacity: 0, taken: 0 } });
  expect(table.days[0]).toEqual({ capacity: 300, taken: 120 });
  expect(table.days[1]).toBeNull();
  expect(table.total).toEqual({ capacity: 600, taken: 420 });
});

test("without slots there is no table", () => {
  expect(heatTable([])).toEqual({ rows: [], days: Array(7).fill(null), total: { capacity: 0, taken: 0 } });
});
