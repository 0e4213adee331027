import { describe, expect, test } from "vitest";
import { minutes, parseInstant } from "#lib/time.ts";
import type { AppointmentStatus, Party } from "./lifecycle.ts";
import { type BookingPolicy, cancellationDeadline, checkCancellation, checkMove, checkTime } from "./policy.ts";

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

describe("a change of what is booked", () => {
  // The clocks go forward at 01:00 UTC that night: 24 hours before noon in summer time is eleven in winter time.
  const startsAt = at("2026-03-29T12:00:00+01:00");
  const deadline = at("2026-03-28T11:00:00Z");
  const wish = (by: Party, now: number, reason: string | null = null) => ({ by, now, reason });

  test("the deadline is hours of real time before, also over a change of clocks", () => {
    expect(cancellationDeadline(startsAt, london)).toBe(deadline);
    expect(cancellationDeadline(at("2026-10-25T12:00:00Z"), london)).toBe(at("2026-10-24T13:00:00+01:00"));
  });

  test("a patient cancels up to the deadline, not after it", () => {
    expect(checkCancellation(startsAt, london, wish("patient", deadline))).toBeNull();
    expect(checkCancellation(startsAt, london, wish("patient", deadline + 1, "ill"))).toEqual({
      code: "TOO_LATE_TO_CANCEL",
      detail: { deadline, cancelNoticeHours: 24, reason: "cancel" },
    });
  });

  test.each(["doctor", "staff"] as const)("%s cancels at any time, late with a reason", (by) => {
    expect(checkCancellation(startsAt, london, wish(by, deadline))).toBeNull();
    expect(checkCancellation(startsAt, london, wish(by, startsAt + 1, "ill"))).toBeNull();
    expect(checkCancellation(startsAt, london, wish(by, deadline + 1))).toMatchObject({
      code: "VALIDATION",
      errors: [{ path: "reason", message: "reason_late" }],
    });
  });

  test.each<[AppointmentStatus, Party, number, string | null, string | undefined]>([
    ["pending", "patient", deadline, null, undefined],
    ["confirmed", "patient", deadline + 1, "ill", "TOO_LATE_TO_CANCEL"],
    ["confirmed", "doctor", deadline + 1, null, "VALIDATION"],
    ["confirmed", "staff", deadline + 1, "ill", undefined],
    ["confirmed", "staff", startsAt - 1, "ill", undefined],
    ["confirmed", "staff", startsAt, "ill", "ILLEGAL_TRANSITION"],
    ["held", "staff", deadline, null, "ILLEGAL_TRANSITION"],
    ["checked_in", "staff", deadline, "ill", "ILLEGAL_TRANSITION"],
    ["cancelled", "patient", deadline, null, "ILLEGAL_TRANSITION"],
  ])("moving what is %s, by %s at %s with the reason %s: %s", (status, by, now, reason, code) => {
    expect(checkMove({ status, startsAt }, london, wish(by, now, reason))?.code).toBe(code);
  });
});
