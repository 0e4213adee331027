import { expect, test } from "vitest";
import { type LogPosition, needsBound, readOn, startAt, withBound } from "./log-position.ts";

const from = (top: number): LogPosition => ({ top, passedOver: new Map() });
const passedOver = ({ passedOver }: LogPosition) => [...passedOver.keys()];

test("ids in a row are read once and leave nothing behind", () => {
  const position = readOn(from(10), [11, 12, 13], 100);
  expect(position).toEqual(from(13));
  expect(needsBound(position)).toBe(false);
  expect(readOn(position, [], 100)).toEqual(position);
});

test("an id passed over is asked for until it commits", () => {
  const gap = readOn(from(10), [11, 13], 100);
  expect(gap.top).toBe(13);
  expect(passedOver(gap)).toEqual([12]);
  expect(needsBound(gap)).toBe(true);
  const bound = withBound(gap, 107);
  expect(needsBound(bound)).toBe(false);
  expect(passedOver(readOn(bound, [14], 103))).toEqual([12]);
  expect(readOn(bound, [12, 14], 103)).toEqual(from(14));
});

test("an id passed over is given up once whoever could have written it has ended, and not before", () => {
  const bound = withBound(readOn(from(10), [12], 100), 107);
  expect(passedOver(readOn(bound, [], 106))).toEqual([11]);
  expect(passedOver(readOn(bound, [], 107))).toEqual([]);
  // One that was passed over since waits for its own bound.
  const later = readOn(bound, [15], 107);
  expect(passedOver(later)).toEqual([13, 14]);
  expect(needsBound(later)).toBe(true);
});

test("without a bound nothing is given up", () => {
  const gap = readOn(from(10), [12], 100);
  expect(passedOver(readOn(gap, [], 1_000_000))).toEqual([11]);
});

test("whoever begins looks again at the last stretch, but not below the first id", () => {
  expect(passedOver(startAt(3))).toEqual([1, 2, 3]);
  expect(passedOver(startAt(0))).toEqual([]);
  expect(passedOver(startAt(5_000))).toHaveLength(200);
  expect(readOn(startAt(3), [1, 3], 5)).toMatchObject({ top: 3 });
  expect(passedOver(readOn(startAt(3), [1, 3], 5))).toEqual([2]);
});

test("a jump of the sequence does not grow without end", () => {
  const position = readOn(from(10), [10_000_000], 100);
  expect(position.top).toBe(10_000_000);
  expect(position.passedOver.size).toBeLessThanOrEqual(1_000);
  expect(passedOver(position).at(-1)).toBe(9_999_999);
});

test("whatever the order of commits, every change is found and the gaps close", () => {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let round = 0; round < 20; round++) {
    // Transactions 1…n, each of which was given the id of its own number; some roll back.
    const count = 60;
    const endsAt = Array.from({ length: count }, (_, n) => n + 1 + Math.floor(random() * 15));
    const rollsBack = endsAt.map(() => random() < 0.2);
    const begunAt = (id: number) => id;
    let position = from(0);
    const found: number[] = [];
    for (let now = 1; now < count + 40; now += 1 + Math.floor(random() * 3)) {
      const ended = (id: number) => (endsAt[id - 1] as number) <= now;
      const visible = (id: number) => ended(id) && !rollsBack[id - 1];
      const running = endsAt.map((_, n) => n + 1).filter((id) => begunAt(id) <= now && !ended(id));
      const nextTransaction = Math.min(now, count) + 1;
      const rows = endsAt
        .map((_, n) => n + 1)
        .filter((id) => begunAt(id) <= now && visible(id) && (id > position.top || position.passedOver.has(id)));
      found.push(...rows);
      position = readOn(position, rows, running[0] ?? nextTransaction);
      if (needsBound(position)) position = withBound(position, nextTransaction);
    }
    const committed = endsAt.map((_, n) => n + 1).filter((id) => !rollsBack[id - 1]);
    expect(found.toSorted((a, b) => a - b)).toEqual(committed);
    expect(passedOver(position)).toEqual([]);
  }
});
