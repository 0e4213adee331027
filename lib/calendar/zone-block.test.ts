import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type EpochMs, localDateOf, minutes, offsetMinutesAt, type TimeZone, wallTimeOf } from "#lib/time.ts";
import { isToldByWallClock, type ZoneBlock, zoneBlock } from "./zone-block.ts";

const week = minutes(7 * 24 * 60);

/** One instant of every week of two years, and many of each week in which the clocks change. */
function* instants(zone: TimeZone): Generator<EpochMs> {
  for (let instant = Date.UTC(2026, 9, 1, 3); instant < Date.UTC(2028, 9, 1); instant += week) {
    yield instant;
    if (offsetMinutesAt(instant, zone) === offsetMinutesAt(instant + week, zone)) continue;
    for (let near = instant; near < instant + week; near += minutes(90)) yield near;
  }
}

/** The same for zones whose blocks say the same and whose clocks show the same. */
function likeness(zone: TimeZone, { id, block }: ZoneBlock): string {
  const rules = block.replaceAll(id, "").replace(/^(X-|TZNAME|LAST-MODIFIED|TZURL).*\r?\n/gm, "");
  return `${rules} ${Array.from(instants(zone), (instant) => offsetMinutesAt(instant, zone))}`;
}

test("no zone that a clinic can be in is told wrong: where its block and the clocks differ, that is known", () => {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const found = zoneBlock(zone);
    if (!found || seen.has(likeness(zone, found))) continue;
    seen.add(likeness(zone, found));
    const calendar = new ICAL.Component(ICAL.parse(`BEGIN:VCALENDAR\r\n${found.block}\r\nEND:VCALENDAR`));
    const rules = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone") ?? undefined);
    for (const instant of instants(zone)) {
      if (!isToldByWallClock(instant, zone)) continue;
      const text = `${localDateOf(instant, zone)}T${wallTimeOf(instant, zone)}:00`;
      const time = ICAL.Time.fromDateTimeString(text);
      time.zone = rules;
      if (time.toUnixTime() * 1000 !== instant) wrong.push(`${zone} ${text}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the hour that comes twice is not told by a wall clock, the others are", () => {
  const from = Date.UTC(2026, 9, 25, 0);
  const told = [-30, 0, 30, 60, 90, 120].map((n) => isToldByWallClock(from + minutes(n), "Europe/London"));
  expect(told).toEqual([true, false, false, false, false, true]);
});

test("a zone of another name brings the name that its block has", () => {
  expect(zoneBlock("UTC")?.id).toBe("Etc/UTC");
  expect(zoneBlock("Europe/London")?.block).toMatch(/^BEGIN:VTIMEZONE\r\nTZID:Europe\/London\r\n/);
});
