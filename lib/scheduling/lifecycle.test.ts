import { describe, expect, it, test } from "vitest";
import { parseInstant as at, minutes } from "#lib/time.ts";
import {
  type AppointmentStatus,
  appointmentStatuses,
  canTransition,
  canUndo,
  occupies,
  type Party,
  parties,
  statusAfterMove,
  stepsNow,
  takenBackTo,
  transitionsFrom,
  untimely,
} from "./lifecycle.ts";

/** The whole table once more, by role, as requirement 002 and 003 tell it; everything else is illegal. */
const allowed: Record<Party, string[]> = {
  patient: ["held → expired", "pending → cancelled", "confirmed → cancelled"],
  doctor: [
    "pending → confirmed",
    "pending → rejected",
    "confirmed → checked_in",
    "confirmed → cancelled",
    "confirmed → no_show",
    "checked_in → in_progress",
    "in_progress → on_hold",
    "in_progress → completed",
    "on_hold → in_progress",
  ],
  staff: [
    "held → expired",
    "pending → confirmed",
    "pending → cancelled",
    "pending → rejected",
    "confirmed → checked_in",
    "confirmed → cancelled",
    "confirmed → no_show",
    "checked_in → in_progress",
    "in_progress → on_hold",
    "in_progress → completed",
    "on_hold → in_progress",
  ],
  system: ["held → expired", "pending → confirmed"],
};

describe.each(parties)("%s", (party) => {
  test.each(appointmentStatuses)("from %s", (from) => {
    for (const to of appointmentStatuses) {
      const step = `${from} → ${to}`;
      expect(canTransition(from, to, party), step).toBe(allowed[party].includes(step));
      expect(transitionsFrom(from, party).includes(to), step).toBe(allowed[party].includes(step));
    }
  });
});

it("takes a place while something may still happen, and frees it with the last step", () => {
  const isFinal = appointmentStatuses.map((from) =>
    parties.every((party) => transitionsFrom(from, party).length === 0),
  );
  expect(appointmentStatuses.map((status) => !occupies(status))).toEqual(isFinal);
  expect(appointmentStatuses.filter(occupies)).toEqual([
    "held",
    "pending",
    "confirmed",
    "checked_in",
    "in_progress",
    "on_hold",
  ]);
});

describe("the time for a step", () => {
  const visit = (start: string, length = 30, timeZone = "Europe/London") => {
    const startsAt = at(start);
    return { startsAt, endsAt: startsAt + minutes(length), timeZone };
  };
  const noon = visit("2026-11-24T12:00:00Z");
  // In London midnight of summer time ended comes an hour later, of summer time begun an hour earlier.
  const spring = visit("2026-03-29T09:00:00+01:00");
  const autumn = visit("2026-10-25T09:00:00Z");
  const late = visit("2026-11-24T23:30:00Z", 60);
  const tokyo = visit("2026-11-24T23:30:00Z", 30, "Asia/Tokyo");

  test.each<[string, AppointmentStatus, typeof noon, string, string | null]>([
    ["missed before the hour", "no_show", noon, "2026-11-24T11:59:59.999Z", "too_early"],
    ["missed at the hour", "no_show", noon, "2026-11-24T12:00:00Z", null],
    ["missed a week later", "no_show", noon, "2026-12-01T12:00:00Z", null],
    ["here the evening before", "checked_in", noon, "2026-11-23T23:59:59.999Z", "too_early"],
    ["here at midnight", "checked_in", noon, "2026-11-24T00:00:00Z", null],
    ["here in the last moment of the day", "checked_in", noon, "2026-11-24T23:59:59.999Z", null],
    ["here the day after", "checked_in", noon, "2026-11-25T00:00:00Z", "too_late"],
    ["here past midnight while it still lasts", "checked_in", late, "2026-11-25T00:29:59.999Z", null],
    ["here past midnight when it is over", "checked_in", late, "2026-11-25T00:30:00Z", "too_late"],
    ["spring: a day of 23 hours begins", "checked_in", spring, "2026-03-29T00:00:00Z", null],
    ["spring: and ends an hour sooner", "checked_in", spring, "2026-03-29T23:00:00Z", "too_late"],
    ["autumn: a day of 25 hours begins in summer time", "checked_in", autumn, "2026-10-24T22:59:59.999Z", "too_early"],
    ["autumn: at its first instant", "checked_in", autumn, "2026-10-24T23:00:00Z", null],
    ["autumn: and ends an hour later", "checked_in", autumn, "2026-10-25T23:59:59.999Z", null],
    ["the day is the clinic's, not Greenwich's", "checked_in", tokyo, "2026-11-24T14:59:59.999Z", "too_early"],
    ["the clinic's morning", "checked_in", tokyo, "2026-11-24T15:00:00Z", null],
    ["over before its day", "completed", noon, "2026-11-23T23:59:59.999Z", "too_early"],
    ["over before its hour, on its day", "completed", noon, "2026-11-24T09:00:00Z", null],
    ["confirmed at any time", "confirmed", noon, "2026-11-01T12:00:00Z", null],
    ["cancelled at any time", "cancelled", noon, "2026-11-30T12:00:00Z", null],
  ])("%s", (_, to, when, now, expected) => expect(untimely(to, when, at(now))).toBe(expected));

  it("offers only what can be done now", () => {
    const steps = (now: string) => stepsNow("confirmed", "staff", noon, at(now));
    expect(steps("2026-11-23T12:00:00Z")).toEqual(["cancelled"]);
    expect(steps("2026-11-24T09:00:00Z")).toEqual(["checked_in", "cancelled"]);
    expect(steps("2026-11-24T12:00:00Z")).toEqual(["checked_in", "cancelled", "no_show"]);
    expect(steps("2026-11-25T12:00:00Z")).toEqual(["cancelled", "no_show"]);
  });
});

test.each<["pending" | "confirmed", Party, boolean, string]>([
  ["confirmed", "patient", true, "pending"],
  ["confirmed", "patient", false, "confirmed"],
  ["pending", "patient", false, "pending"],
  ["confirmed", "staff", true, "confirmed"],
  ["confirmed", "doctor", true, "confirmed"],
  ["pending", "staff", true, "pending"],
])("what is %s and moved by %s (a service that is confirmed: %s) becomes %s", (status, by, requires, expected) =>
  expect(statusAfterMove(status, by, requires)).toBe(expected),
);

test.each<[AppointmentStatus, AppointmentStatus, AppointmentStatus | null]>([
  ["pending", "confirmed", "pending"],
  ["confirmed", "checked_in", "confirmed"],
  ["checked_in", "in_progress", "checked_in"],
  ["on_hold", "in_progress", null],
  ["in_progress", "on_hold", null],
  ["in_progress", "completed", "in_progress"],
  ["confirmed", "no_show", "confirmed"],
  ["confirmed", "cancelled", null],
])("the step from %s to %s is taken back to %s", (from, to, expected) => expect(takenBackTo(from, to)).toBe(expected));

describe("undoing a step", () => {
  const decidedAt = at("2026-11-24T12:00:00Z");
  test.each<[string, AppointmentStatus, string | null, number, boolean]>([
    ["at once", "confirmed", "me", 0, true],
    ["a decline in the last moment", "rejected", "me", 9_999, true],
    ["after ten seconds", "confirmed", "me", 10_000, false],
    ["somebody else's", "confirmed", "other", 0, false],
    ["nobody's", "confirmed", null, 0, false],
    ["an arrival", "checked_in", "me", 9_999, true],
    ["a visit that is over", "completed", "me", 0, true],
    ["a cancellation, of which mails tell", "cancelled", "me", 0, false],
    ["a pause, which going on undoes", "on_hold", "me", 0, false],
    ["a request", "pending", "me", 0, false],
  ])("%s", (_, status, by, after, expected) =>
    expect(canUndo({ status, decidedAt, decidedById: by }, "me", decidedAt + after)).toBe(expected),
  );

  it("not where no step was taken", () =>
    expect(canUndo({ status: "confirmed", decidedAt: null, decidedById: "me" }, "me", decidedAt)).toBe(false));
});
