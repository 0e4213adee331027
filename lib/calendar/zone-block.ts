import { tzlib_get_ical_block, tzlib_get_offset } from "timezones-ical-library";
import {
  type EpochMs,
  type LocalDate,
  localDateOf,
  offsetMinutesAt,
  resolveWallTime,
  type TimeZone,
  wallTimeOf,
} from "#lib/time.ts";

export interface ZoneBlock {
  /** How the block calls the zone: `Etc/UTC` where it is asked for `UTC`. */
  id: string;
  /** From BEGIN:VTIMEZONE to END:VTIMEZONE. */
  block: string;
}

// The library reads its tables anew at every question, and a feed asks thousands.
const blocks = new Map<TimeZone, ZoneBlock | null>();
const offsets = new Map<string, number | null>();

/** A zone's VTIMEZONE with the rules that hold today; null for a zone that nobody has written one for. */
export function zoneBlock(zone: TimeZone): ZoneBlock | null {
  const known = blocks.get(zone);
  if (known !== undefined) return known;
  const [block, parameter] = tzlib_get_ical_block(zone);
  const found = block && parameter ? { id: parameter.replace(/^TZID=/, ""), block } : null;
  blocks.set(zone, found);
  return found;
}

/**
 * Whether the wall clock with the zone's block says exactly this instant: not in the hour that comes twice, and not
 * where the block's rules miss a change that the clocks make.
 */
export function isToldByWallClock(instant: EpochMs, zone: TimeZone): boolean {
  const [date, time] = [localDateOf(instant, zone), wallTimeOf(instant, zone)];
  const instants = resolveWallTime(date, time, zone);
  if (instants.length !== 1 || instants[0] !== instant) return false;
  const ofDay = dayOffset(zone, date) ?? offsetMinutes(tzlib_get_offset(zone, date, time));
  return ofDay === offsetMinutesAt(instant, zone);
}

/** What the block's rules say for a whole day, in minutes; null for one on which they change it. */
function dayOffset(zone: TimeZone, date: LocalDate): number | null {
  const key = `${zone} ${date}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const [first, last] = ["00:00", "23:59"].map((time) => tzlib_get_offset(zone, date, time));
  const found = first && first === last ? offsetMinutes(first) : null;
  offsets.set(key, found);
  return found;
}

/** @param text such as `+1030` */
function offsetMinutes(text: string): number {
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3, 5));
  return text.startsWith("-") ? -minutes : minutes;
}
