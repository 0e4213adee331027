import { addDays, dayOfWeek, type EpochMs, type LocalDate, minutes, wallInterval } from "#lib/time.ts";
import { demoClinic } from "./clinic.ts";
import type { Random } from "./random.ts";

interface Occasion {
  /** Of the visit. */
  date: LocalDate;
  today: LocalDate;
  now: EpochMs;
  /** Recent: within the last three days, so that nobody has answered yet. Fresh: within the last hours. */
  age: "any" | "recent" | "fresh";
}

/** When somebody booked: in waking hours, before the day of the visit and before today, more often days than weeks ahead. */
export function bookingMoment({ date, today, now, age }: Occasion, random: Random): EpochMs {
  if (age === "fresh" || (age === "recent" && random.chance(0.4))) return now - minutes(random.between(12, 300));
  const daysBefore = age === "recent" ? random.between(1, 3) : 1 + Math.floor(random.next() ** 2 * 13);
  const day = addDays(date < today ? date : today, -daysBefore);
  const waking = wallInterval(dayOfWeek(day) === 6 ? addDays(day, -1) : day, "07:40", "20:40", demoClinic.timeZone);
  if (!waking) throw new Error(`No waking hours on ${day}`);
  return waking.start + Math.floor(random.next() * (waking.end - waking.start));
}
