import ICAL from "ical.js";
import type { EpochMs } from "#lib/time.ts";

export interface ReadEvent {
  block: ICAL.Component;
  text: (name: string) => string | null;
  sequence: number;
  /** The zone its times are written in; undefined for UTC. */
  tzid: string | undefined;
  startsAt: EpochMs;
  endsAt: EpochMs;
}

/** As a calendar reads it: the instants by the file's own VTIMEZONE, not by what this machine knows of zones. */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = calendar.getAllSubcomponents("vtimezone").map((block) => new ICAL.Timezone(block));
  const events = calendar.getAllSubcomponents("vevent").map((block) => readEvent(block, zones));
  return { calendar, method: calendar.getFirstPropertyValue("method"), zones, events };
}

/** The only event of a calendar. */
export function readOnly(text: string): ReadEvent {
  const [first, ...more] = readCalendar(text).events;
  if (!first || more.length > 0) throw new Error("There is not exactly one event");
  return first;
}

function readEvent(block: ICAL.Component, zones: ICAL.Timezone[]): ReadEvent {
  const instant = (name: string): EpochMs => {
    const property = block.getFirstProperty(name);
    const tzid = property?.getFirstParameter("tzid");
    const time = property?.getFirstValue();
    const zone = tzid ? zones.find((one) => one.tzid === tzid) : ICAL.Timezone.utcTimezone;
    if (!(time instanceof ICAL.Time) || !zone) throw new Error(`${name} cannot be read`);
    time.zone = zone;
    return time.toUnixTime() * 1000;
  };
  return {
    block,
    text: (name) => {
      const value = block.getFirstPropertyValue(name);
      return value === null ? null : String(value);
    },
    sequence: Number(block.getFirstPropertyValue("sequence")),
    tzid: block.getFirstProperty("dtstart")?.getFirstParameter("tzid"),
    startsAt: instant("dtstart"),
    endsAt: instant("dtend"),
  };
}
