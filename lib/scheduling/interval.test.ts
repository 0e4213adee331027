import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, type Interval, intersect, normalize, overlaps, subtract } from "./interval.ts";

const point = fc.integer({ min: 0, max: 40 });
const anyInterval = fc.record({ start: point, end: point });
const anyList = fc.array(anyInterval, { maxLength: 12 });
const normal = anyList.map(normalize);
const nonEmpty = anyInterval.filter(({ start, end }) => start < end);

/** The same set, point by point. */
function points(intervals: readonly Interval[]): Set<number> {
  const all = Array.from({ length: 41 }, (_, n) => n);
  return new Set(all.filter((n) => intervals.some(({ start, end }) => start <= n && n < end)));
}

function isNormal(intervals: readonly Interval[]): boolean {
  return intervals.every(({ start, end }, n) => start < end && (intervals[n - 1]?.end ?? -1) < start);
}

describe("against sets of points", () => {
  test("normalize keeps every point, and only those", () => {
    const property = fc.property(anyList, (list) => {
      expect(points(normalize(list))).toEqual(points(list));
    });
    fc.assert(property);
  });

  test("intersect", () => {
    const property = fc.property(normal, normal, (a, b) => {
      expect(points(intersect(a, b))).toEqual(points(a).intersection(points(b)));
    });
    fc.assert(property);
  });

  test("subtract", () => {
    const property = fc.property(normal, normal, (a, b) => {
      expect(points(subtract(a, b))).toEqual(points(a).difference(points(b)));
    });
    fc.assert(property);
  });

  test("overlaps and contains", () => {
    const property = fc.property(nonEmpty, nonEmpty, (a, b) => {
      expect(overlaps(a, b)).toBe(!points([a]).isDisjointFrom(points([b])));
      expect(contains(a, b)).toBe(points([b]).isSubsetOf(points([a])));
    });
    fc.assert(property);
  });
});

describe("laws", () => {
  test("every result is normal", () => {
    const property = fc.property(anyList, normal, normal, (list, a, b) => {
      expect([normalize(list), intersect(a, b), subtract(a, b)].every(isNormal)).toBe(true);
    });
    fc.assert(property);
  });

  test("normalize is idempotent, blind to order, and leaves its input alone", () => {
    const property = fc.property(anyList, (list) => {
      const before = structuredClone(list);
      const once = normalize(list);
      expect(normalize(once)).toEqual(once);
      expect(normalize(list.toReversed())).toEqual(once);
      expect(list).toEqual(before);
    });
    fc.assert(property);
  });

  test("intersect commutes; what is subtracted is gone; the parts make the whole", () => {
    const property = fc.property(normal, normal, (a, b) => {
      expect(intersect(a, b)).toEqual(intersect(b, a));
      expect(intersect(subtract(a, b), b)).toEqual([]);
      expect(normalize([...subtract(a, b), ...intersect(a, b)])).toEqual(a);
    });
    fc.assert(property);
  });
});

test("touching intervals merge, but do not overlap", () => {
  const [morning, afternoon] = [
    { start: 9, end: 12 },
    { start: 12, end: 17 },
  ] as const;
  expect(overlaps(morning, afternoon)).toBe(false);
  expect(normalize([afternoon, morning])).toEqual([{ start: 9, end: 17 }]);
  expect(subtract([{ start: 9, end: 17 }], [afternoon])).toEqual([morning]);
});
