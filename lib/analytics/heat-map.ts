import type { HeatCell, Occupancy } from "./schema.ts";

/** Slots that begin at one wall time of one weekday and are equally long, added up. */
export interface SlotGroup {
  /** 0 = Monday. */
  dayOfWeek: number;
  /** After midnight on the clinic's wall clock. */
  startMinute: number;
  /** Of each slot, as time elapses. */
  minutes: number;
  /** Places. */
  capacity: number;
  taken: number;
}

const minutesOfDay = 1_440;

/**
 * Places × minutes by weekday and hour. A slot that reaches into the next hour counts there with that part of it; one
 * that lies over a change of the clocks counts on from where it begins.
 */
export function heatMap(groups: readonly SlotGroup[]): HeatCell[] {
  const cells = new Map<string, HeatCell>();
  for (const group of groups) {
    const end = group.startMinute + group.minutes;
    for (let from = group.startMinute; from < end; from = nextHour(from)) {
      const length = Math.min(nextHour(from), end) - from;
      const dayOfWeek = (group.dayOfWeek + Math.floor(from / minutesOfDay)) % 7;
      const hour = Math.floor((from % minutesOfDay) / 60);
      const cell = cells.get(`${dayOfWeek} ${hour}`) ?? { dayOfWeek, hour, capacity: 0, taken: 0 };
      cell.capacity += group.capacity * length;
      cell.taken += group.taken * length;
      cells.set(`${dayOfWeek} ${hour}`, cell);
    }
  }
  return [...cells.values()].sort((a, b) => a.dayOfWeek - b.dayOfWeek || a.hour - b.hour);
}

export interface HeatTable {
  /** Every hour from the first with places to the last. */
  rows: { hour: number; cells: (Occupancy | null)[]; total: Occupancy }[];
  /** By weekday, Monday first; null where there never were places. */
  days: (Occupancy | null)[];
  total: Occupancy;
}

/** The map as a table with its sums. */
export function heatTable(cells: readonly HeatCell[]): HeatTable {
  const hours = cells.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const span = hours.length === 0 ? 0 : Math.max(...hours) - first + 1;
  const rows = Array.from({ length: span }, (_, n) => {
    const ofHour = cells.filter(({ hour }) => hour === first + n);
    const byDay = weekdays.map((day) => ofHour.find(({ dayOfWeek }) => dayOfWeek === day) ?? null);
    return { hour: first + n, cells: byDay, total: sumOf(ofHour) };
  });
  const days = weekdays.map((day) => {
    const ofDay = cells.filter(({ dayOfWeek }) => dayOfWeek === day);
    return ofDay.length > 0 ? sumOf(ofDay) : null;
  });
  return { rows, days, total: sumOf(cells) };
}

export function sumOf(parts: readonly Occupancy[]): Occupancy {
  return parts.reduce((sum, { capacity, taken }) => ({ capacity: sum.capacity + capacity, taken: sum.taken + taken }), {
    capacity: 0,
    taken: 0,
  });
}

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

function nextHour(minute: number): number {
  return (Math.floor(minute / 60) + 1) * 60;
}
