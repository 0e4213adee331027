import { describe, expect, test } from "vitest";
import { minutes, parseInstant } from "#lib/time.ts";
import { type BookingPolicy, cancellationDeadline, checkCancellation, checkTime } from "./policy.ts";

const london: BookingPolicy = {
  timeZone: "Europe/London",
  horizonDays: 30,
  minNoticeMinutes: 120,
  cancelNoticeHours: 24,
};
const at = parseInstant;
const now = at("2026-03-01T10:00:00Z");

describe("checkTime", () => {
  test.each([
    ["yesterday", "2026-02-28T10:00:00Z", "PAST"],
    ["this very moment", "2026-03-01T10:00:00Z", "PAST"],
    ["in a millisecond", "2026-03-01T10:00:00.001Z", "TOO_SHORT_NOTICE"],
    ["a millisecond too soon", "2026-03-01T11:59:59.999Z", "TOO_SHORT_NOTICE"],
    ["as soon as can be", "2026-03-01T12:00:00Z", undefined],
    ["the last minute of the last day, in summer time", "2026-03-31T23:59:00+01:00", undefined],
    ["the first minute after it", "2026-04-01T00:00:00+01:00", "BEYOND_HORIZON"],
  ])("%s", (_, startsAt, code) => {
    expect(checkTime(at(startsAt), london, now)?.code).toBe(code);
  });

  test("without notice the next millisecond can be had, and no earlier", () => {
    const eager = { ...london, minNoticeMinutes: 0 };
    expect(checkTime(now + 1, eager, now)).toBeNull();
    expect(checkTime(now, eager, now)?.code).toBe("PAST");
  });

  test("a horizon of 0 days is today, as the clinic counts days", () => {
    const today = { ...london, horizonDays: 0, timeZone: "Pacific/Auckland" };
    expect(checkTime(at("2026-03-01T23:59:00+13:00"), today, at("2026-03-01T10:00:00+13:00"))).toBeNull();
    expect(checkTime(at("2026-03-02T00:00:00+13:00"), today, at("2026-03-01T10:00:00+13:00"))?.code).toBe(
      "BEYOND_HORIZON",
    );
  });

  test("says the numbers", () => {
    expect(checkTime(now + minutes(1), london, now)?.detail).toEqual({ minNoticeMinutes: 120 });
    expect(checkTime(at("2026-06-01T10:00:00Z"), london, now)?.detail).toEqual({
      horizonDays: 30,
      lastDate: "2026-03-31",
    });
  });
});

describe("checkCancellation", () => {
  const startsAt = at("2026-03-29T12:00:00+01:00");

  test("the deadline is hours of real time before, also over a change of clocks", () => {
    expect(cancellationDeadline(startsAt, london)).toBe(at("2026-03-28T11:00:00Z"));
  });

  test("up to the deadline, not after it", () => {
    const deadline = cancellationDeadline(startsAt, london);
    expect(checkCancellation(startsAt, london, deadline)).toBeNull();
    expect(checkCancellation(startsAt, london, deadline + 1)).toEqual({
      code: "TOO_LATE_TO_CANCEL",
      detail: { deadline, cancelNoticeHours: 24 },
    });
  });
});
