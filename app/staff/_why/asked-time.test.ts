import { expect, test } from "vitest";
import { parseInstant } from "#lib/time.ts";
import { askedTime, whyHref } from "./asked-time.ts";

const zone = "Europe/London";
const now = parseInstant("2026-11-24T14:05Z");

test("an address leads back to the time it was made of", () => {
  const startsAt = parseInstant("2026-07-01T09:30Z");
  const url = new URL(whyHref(startsAt, zone, "okafor"), "http://localhost");
  expect(Object.fromEntries(url.searchParams)).toEqual({ date: "2026-07-01", time: "10:30", doctor: "okafor" });
  expect(askedTime(url.searchParams.get("date"), url.searchParams.get("time"), now, zone).startsAt).toBe(startsAt);
});

test("what is no day or time is now; a time that the clocks leave out is none", () => {
  expect(askedTime("soon", ["10:00"], now, zone)).toMatchObject({ date: "2026-11-24", time: "14:05" });
  expect(askedTime("2026-03-29", "01:30", now, zone)).toEqual({ date: "2026-03-29", time: "01:30", startsAt: null });
  expect(askedTime("2026-10-25", "01:30", now, zone).startsAt).toBe(parseInstant("2026-10-25T00:30Z"));
});
