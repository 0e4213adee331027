import type { EpochMs } from "#lib/time.ts";

/** Chance that falls the same way whenever it starts from the same seed. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number, both bounds included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of `items`, the likelier the greater its weight; undefined when there is none with a weight. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T | undefined;
  /** A UUIDv7 that says it was made at `at`. */
  uuid(at: EpochMs): string;
}

/** Mulberry32: small, and even enough for a demo. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function between(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1));
  }

  function weighted<T>(items: readonly T[], weight: (item: T) => number): T | undefined {
    let left = next() * items.reduce((total, item) => total + weight(item), 0);
    return items.find((item) => {
      left -= weight(item);
      return weight(item) > 0 && left < 0;
    });
  }

  function hex(digits: number): string {
    return Array.from({ length: digits }, () => between(0, 15).toString(16)).join("");
  }

  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError("Nothing to pick from");
      return items[between(0, items.length - 1)] as (typeof items)[number];
    },
    weighted,
    uuid: (at) => {
      const time = at.toString(16).padStart(12, "0");
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${"89ab"[between(0, 3)]}${hex(3)}-${hex(12)}`;
    },
  };
}
