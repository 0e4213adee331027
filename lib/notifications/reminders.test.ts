import fc from "fast-check";
import { expect, test } from "vitest";
import { type EpochMs, formatInstant, minutes, resolveWallTime, type TimeZone } from "#lib/time.ts";
import { dueReminder, reminderAt, reminderKey, reminderPlan, wantedReminders } from "./reminders.ts";

const london: TimeZone = "Europe/London";
const at = (date: string, time: string, zone = london): EpochMs => resolveWallTime(date, time, zone)[0] as EpochMs;
const written = (instant: EpochMs, zone = london) => formatInstant(instant, zone).slice(0, 16).replace("T", " ");
const [week, day, twoHours] = [10_080, 1_440, 120];
const plan = [week, day, twoHours];

test.each([
  ["over no change", london, "2026-11-24", "10:30", day, "2026-11-23 10:30"],
  ["over a day of 23 hours", london, "2026-03-29", "10:30", day, "2026-03-28 10:30"],
  ["over a day of 25 hours", london, "2026-10-25", "10:30", day, "2026-10-24 10:30"],
  ["a week over a day of 25 hours", london, "2026-10-28", "09:00", week, "2026-10-21 09:00"],
  ["hours over the night of the spring change", london, "2026-03-29", "02:30", twoHours, "2026-03-28 23:30"],
  ["hours over the night of the autumn change", london, "2026-10-25", "02:30", twoHours, "2026-10-25 01:30"],
  ["to a time that does not exist", london, "2026-03-30", "01:30", day, "2026-03-29 02:00"],
  ["to a time that comes twice", london, "2026-10-26", "01:30", day, "2026-10-25 01:30"],
  ["over a change of half an hour", "Australia/Lord_Howe", "2026-10-04", "10:30", day, "2026-10-03 10:30"],
  ["into a gap of half an hour", "Australia/Lord_Howe", "2026-10-05", "02:15", day, "2026-10-04 02:30"],
  ["hours over a change of half an hour", "Australia/Lord_Howe", "2026-10-04", "03:00", twoHours, "2026-10-04 00:30"],
  ["over a day that was left out", "Pacific/Apia", "2011-12-31", "10:30", day, "2011-12-31 00:00"],
] as const)("%s", (_, zone, date, time, before, expected) => {
  expect(written(reminderAt(at(date, time, zone), before, zone), zone)).toBe(expected);
});

test("a day before a day of 23 hours is 23 hours before, of 25 hours 25", () => {
  const hours = (date: string) => (at(date, "10:30") - reminderAt(at(date, "10:30"), day, london)) / minutes(60);
  expect(["2026-03-29", "2026-10-25", "2026-11-24"].map(hours)).toEqual([23, 25, 24]);
});

const start = at("2026-11-24", "10:30");
const known = at("2026-10-01", "12:00");
const dayOf = (appointments = [{ startsAt: start, toldAt: known }], wanted: readonly number[] = plan) => ({
  timeZone: london,
  wanted,
  appointments,
});

test.each([
  ["before the first", at("2026-11-17", "10:29"), null],
  ["a week before", at("2026-11-17", "10:30"), week],
  ["until the next is due", at("2026-11-23", "10:29"), week],
  ["a day before", at("2026-11-23", "10:30"), day],
  ["two hours before", at("2026-11-24", "08:30"), twoHours],
  ["after a standstill of two days, only the newest", at("2026-11-24", "08:45"), twoHours],
  ["a minute before it begins", at("2026-11-24", "10:29"), twoHours],
  ["when it begins", start, null],
  ["afterwards", start + minutes(1), null],
])("%s", (_, now, expected) => expect(dueReminder(dayOf(), now)).toBe(expected));

test("nobody is reminded of what they have only just been told", () => {
  const booked = at("2026-11-23", "12:00");
  const booking = dayOf([{ startsAt: start, toldAt: booked }]);
  expect(dueReminder(booking, booked + 1)).toBeNull();
  expect(dueReminder(booking, at("2026-11-24", "08:29"))).toBeNull();
  expect(dueReminder(booking, at("2026-11-24", "08:30"))).toBe(twoHours);
});

test("several on one day: due with the first of them that is ahead", () => {
  const both = dayOf([
    { startsAt: start, toldAt: known },
    { startsAt: start + minutes(300), toldAt: known },
  ]);
  expect(dueReminder(both, start - minutes(120))).toBe(twoHours);
  expect(dueReminder(both, start + minutes(1))).toBe(day);
  expect(dueReminder(both, start + minutes(180))).toBe(twoHours);
});

test("who wants none, or another, gets no other", () => {
  expect(dueReminder(dayOf(undefined, []), start - 1)).toBeNull();
  expect(dueReminder(dayOf(undefined, [week]), start - 1)).toBe(week);
});

/** What is sent when the job runs at these moments, each reminder once. */
function sentBy(appointments: EpochMs[], wanted: readonly number[], moments: EpochMs[], zone: TimeZone) {
  const sent: { before: number; at: EpochMs }[] = [];
  const keys = new Set<string>();
  for (const now of moments) {
    const last = sent.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    const told = appointments.map((startsAt) => ({ startsAt, toldAt: last }));
    const before = dueReminder({ timeZone: zone, wanted, appointments: told }, now);
    if (before === null) continue;
    const key = reminderKey({ clinicId: "c", email: "A@b", localDate: "2026-10-25", before, channel: "email" });
    if (keys.has(key)) continue;
    keys.add(key);
    sent.push({ before, at: now });
  }
  return sent;
}

test("whenever the job runs: each reminder at most once, never after the start, never an earlier one after a later", () => {
  const zones = ["Europe/London", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu"];
  const noon = Date.UTC(2026, 9, 25, 12);
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(fc.constantFrom(15, 60, 120, 1_440, 2_880, 10_080, 43_200), { maxLength: 5 }),
      fc.array(fc.integer({ min: -50_000, max: 900 }), { minLength: 1, maxLength: 60 }),
      (zone, offsets, wanted, runs) => {
        const appointments = offsets.map((offset) => noon + minutes(offset));
        const moments = runs.map((run) => noon + minutes(run)).sort((a, b) => a - b);
        const sent = sentBy(appointments, wanted, moments, zone);
        expect(new Set(sent.map(({ before }) => before)).size).toBe(sent.length);
        for (const one of sent) {
          const isDue = (start: EpochMs) => start > one.at && reminderAt(start, one.before, zone) <= one.at;
          expect(appointments.some(isDue)).toBe(true);
          expect(one.at).toBeLessThan(Math.max(...appointments));
          expect(wanted).toContain(one.before);
        }
        const moment = ({ before, at: when }: (typeof sent)[number]) =>
          Math.max(...appointments.map((s) => reminderAt(s, before, zone)).filter((due) => due <= when));
        expect(sent.map(moment)).toEqual(sent.map(moment).toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 400 },
  );
});

test("one key per person, day, reminder and way, however the address is written", () => {
  const key = { clinicId: "c", email: "Ada@Example.org", localDate: "2026-11-24", before: 120 };
  expect(reminderKey({ ...key, channel: "email" })).toBe("reminder:c:ada@example.org:2026-11-24:120");
  expect(reminderKey({ ...key, channel: "sms" })).toBe("reminder:c:ada@example.org:2026-11-24:120:sms");
});

test("who never chose gets all, who chose gets those of them that the clinic still has", () => {
  expect(wantedReminders(plan, null)).toEqual(plan);
  expect(wantedReminders(plan, [])).toEqual([]);
  expect(wantedReminders(plan, [day, 2_880])).toEqual([day]);
  expect(reminderPlan([120, 10_080, 120, 1_440])).toEqual(plan);
});
