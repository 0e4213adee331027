import {
  datesFrom,
  daysBetween,
  type EpochMs,
  type LocalDate,
  minutes,
  resolveWallTime,
  type TimeZone,
  wallInterval,
  wallMinutes,
  wallText,
} from "#lib/time.ts";
import { type BusinessHours, type Closure, shiftsOn } from "./hours.ts";

/** Source: requirement 002, slot generation. */
export const slotLimits = { maxDays: 90, minMinutes: 15, maxMinutes: 480 } as const;

/** A slot that the hours ask for and that is not stored yet. */
export interface SlotDraft {
  startsAt: EpochMs;
  endsAt: EpochMs;
  localDate: LocalDate;
}

export interface SlotPlan {
  from: LocalDate;
  /** Included. */
  to: LocalDate;
  hours: readonly BusinessHours[];
  closures: readonly Closure[];
  zone: TimeZone;
  /** Real time, also where the clocks change. */
  slotMinutes: number;
}

/**
 * The slots of a clinic from day to day, sorted, never overlapping, each within a shift. They begin on the wall clock,
 * every `slotMinutes` from each opening: a time that the clocks skip is not offered, one that comes twice is offered
 * twice, unless its predecessor still runs. Throws RangeError outside `slotLimits`.
 */
export function generateSlots(plan: SlotPlan): SlotDraft[] {
  assertWithinLimits(plan);
  const candidates = datesFrom(plan.from, plan.to)
    .flatMap((date) => candidatesOn(date, plan))
    .sort((a, b) => a.startsAt - b.startsAt);

  const slots: SlotDraft[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  for (const slot of candidates) {
    if (slot.startsAt < taken) continue;
    slots.push(slot);
    taken = slot.endsAt;
  }
  return slots;
}

function candidatesOn(date: LocalDate, { hours, closures, zone, slotMinutes }: SlotPlan): SlotDraft[] {
  const candidates: SlotDraft[] = [];
  for (const { openTime, closeTime } of shiftsOn(date, hours, closures)) {
    const closesAt = wallInterval(date, openTime, closeTime, zone)?.end ?? Number.NEGATIVE_INFINITY;
    for (let time = wallMinutes(openTime); time < wallMinutes(closeTime); time += slotMinutes) {
      for (const startsAt of resolveWallTime(date, wallText(time), zone)) {
        const endsAt = startsAt + minutes(slotMinutes);
        if (endsAt <= closesAt) candidates.push({ startsAt, endsAt, localDate: date });
      }
    }
  }
  return candidates;
}

function assertWithinLimits({ from, to, slotMinutes }: SlotPlan): void {
  const { maxDays, minMinutes, maxMinutes } = slotLimits;
  if (!Number.isInteger(slotMinutes) || slotMinutes < minMinutes || slotMinutes > maxMinutes) {
    throw new RangeError(`A slot takes ${minMinutes} to ${maxMinutes} whole minutes, not ${slotMinutes}`);
  }
  if (daysBetween(from, to) >= maxDays) throw new RangeError(`At most ${maxDays} days a run, not ${from} to ${to}`);
}
