import { describe, expect, test } from "vitest";
import { isOverFull } from "#lib/scheduling/capacity.ts";
import { contains, overlaps } from "#lib/scheduling/interval.ts";
import { canTransition, occupies } from "#lib/scheduling/lifecycle.ts";
import {
  addDays,
  datesFrom,
  dayOfWeek,
  daysBetween,
  localDateOf,
  minutes,
  parseInstant,
  wallInterval,
} from "#lib/time.ts";
import type { DemoAppointment } from "./bookings.ts";
import { demoClinic } from "./clinic.ts";
import { statusOf } from "./open-ends.ts";
import { demoCaller, demoPatient, demoPatients } from "./people.ts";
import { type DemoPlan, planDemo } from "./plan.ts";
import { demoServices } from "./services.ts";

const moments = {
  "a Tuesday in surgery": "2026-11-24T10:10:00Z",
  "a Thursday at lunch": "2026-07-02T11:30:00Z",
  "a Friday evening": "2026-11-20T21:41:00Z",
  "a Saturday afternoon": "2027-02-13T14:00:00Z",
  "a Sunday before dawn": "2028-02-27T03:00:00Z",
  "a Monday before opening": "2026-06-01T06:30:00Z",
  "the hour that comes twice": "2026-10-25T00:30:00Z",
  "the hour that is skipped": "2027-03-28T01:00:00Z",
  "midnight of the new year": "2026-12-31T23:59:59Z",
};

describe.each(Object.entries(moments))("the demo made on %s", (_, moment) => {
  const now = parseInstant(moment);
  const plan = planDemo(now);

  test("is the same every time", () => {
    expect(planDemo(now).appointments).toEqual(plan.appointments);
  });

  test("shows every status, and lies between five weeks ago and two weeks ahead", () => {
    const statuses = new Set(plan.appointments.map(statusOf));
    expect([...statuses].sort()).toEqual(
      [
        "cancelled",
        "checked_in",
        "completed",
        "confirmed",
        "in_progress",
        "no_show",
        "on_hold",
        "pending",
        "rejected",
      ].sort(),
    );
    const distances = plan.appointments.map(({ visit }) => daysBetween(plan.today, visit.localDate));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(-35);
    expect(Math.min(...distances)).toBeLessThan(-30);
    expect(Math.max(...distances)).toBeLessThanOrEqual(14);
    expect(Math.max(...distances)).toBeGreaterThan(10);
  });

  test("has full and nearly full slots and one full day ahead, and nothing over-full", () => {
    const ahead = plan.house.slots.filter((slot) => slot.startsAt > now);
    expect(ahead.filter((slot) => slot.booked === slot.capacity)).not.toHaveLength(0);
    expect(ahead.filter((slot) => slot.booked === slot.capacity - 1)).not.toHaveLength(0);
    const days = [...plan.house.days.values()];
    const full = days.filter((day) => day.booked === day.capacity);
    expect(full).toHaveLength(1);
    expect(datesFrom(addDays(plan.today, 1), addDays(plan.today, 7))).toContain(full[0]?.localDate);
    expect([...plan.house.slots, ...days].filter(isOverFull)).toEqual([]);
  });

  test("fills the doctor's inbox, urgent requests among it", () => {
    const inbox = plan.appointments.filter(
      (appointment) => statusOf(appointment) === "pending" && appointment.visit.doctor.slug === "amara-okafor",
    );
    expect(inbox.length).toBeGreaterThanOrEqual(8);
    expect(inbox.filter(({ urgent }) => urgent)).toHaveLength(2);
    expect(inbox.every(({ visit }) => visit.startsAt > now)).toBe(true);
  });

  test("gives the patient something of everything", () => {
    const own = plan.appointments.filter(({ person }) => person === demoPatient);
    const ahead = own.filter(({ visit }) => visit.startsAt > now).map(statusOf);
    expect(ahead.sort()).toEqual(["cancelled", "confirmed", "confirmed", "confirmed", "pending"]);
    const behind = own.filter(({ visit }) => visit.startsAt < now).map(statusOf);
    expect(behind).toEqual(expect.arrayContaining(["completed", "no_show", "rejected"]));
  });

  test("tells histories that could have happened", () => {
    for (const { visit, history } of plan.appointments) {
      const [first, ...steps] = history;
      expect(first?.status).toBe(visit.service.requiresConfirmation ? "pending" : "confirmed");
      let before = first;
      for (const step of steps) {
        expect(before && canTransition(before.status, step.status, step.by)).toBe(true);
        expect(step.at).toBeGreaterThan(before?.at ?? 0);
        before = step;
      }
      expect(before?.at).toBeLessThanOrEqual(now);
      expect(first?.at).toBeLessThan(visit.startsAt);
    }
  });

  test("nobody is in two places at once, and nobody works when they do not", () => {
    for (const list of Map.groupBy(plan.appointments, ({ visit }) => visit.doctor.slug).values()) expectApart(list);
    for (const list of Map.groupBy(plan.appointments, ({ person }) => person.name).values()) expectApart(list);
    for (const appointment of plan.appointments) expectAtWork(plan, appointment);
  });

  test("has a class that several take part in, nobody without the room it needs, and no room twice", () => {
    const holding = plan.appointments.filter(
      (appointment) => occupies(statusOf(appointment)) || statusOf(appointment) === "completed",
    );
    const classes = Map.groupBy(holding, ({ visit }) => sessionOf(visit));
    const sizes = Array.from(classes, ([session, people]) => (session ? people.length : 0));
    expect(Math.max(...sizes)).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
    for (const { visit } of holding) expect(visit.room !== null).toBe(visit.service.resourceKind !== null);
    for (const [room, list] of Map.groupBy(holding, ({ visit }) => visit.room)) if (room) expectApart(list);
  });

  test("a visit that has not begun is not under way", () => {
    const early = plan.appointments.filter(
      (appointment) =>
        appointment.visit.startsAt > now && ["in_progress", "on_hold", "completed"].includes(statusOf(appointment)),
    );
    expect(early).toEqual([]);
    const waiting = plan.appointments.filter((appointment) => statusOf(appointment) === "checked_in");
    expect(waiting.every(({ visit }) => visit.startsAt < now + minutes(45))).toBe(true);
  });
});

test("at any hour of three weeks the demo can be made", () => {
  const start = parseInstant("2026-10-18T00:07:00Z");
  for (let hour = 0; hour < 21 * 24; hour += 23) {
    expect(planDemo(start + minutes(60 * hour)).appointments.length).toBeGreaterThan(300);
  }
});

test("40 patients, 8 services for one and a class, of 10 to 60 minutes, and callers who are never the same", () => {
  expect(new Set(demoPatients.map(({ email }) => email)).size).toBe(40);
  expect(demoPatients.every(({ email }) => /^[a-z.-]+@demo\.slotwell\.test$/.test(email))).toBe(true);
  const durations = demoServices.map(({ durationMinutes }) => durationMinutes);
  expect([durations.length, Math.min(...durations), Math.max(...durations)]).toEqual([9, 10, 60]);
  expect(demoServices.filter(({ groupSize }) => groupSize === 1)).toHaveLength(8);
  expect(new Set(Array.from({ length: 240 }, (__, n) => demoCaller(n).name)).size).toBe(240);
});

function expectApart(list: readonly DemoAppointment[]): void {
  const taken = list
    .filter((appointment) => occupies(statusOf(appointment)) || statusOf(appointment) === "completed")
    .map(({ visit }) => ({ start: visit.startsAt, end: visit.endsAt, session: sessionOf(visit) }));
  for (const [index, one] of taken.entries()) {
    const others = taken.slice(index + 1).filter((other) => other.session === null || other.session !== one.session);
    expect(others.some((other) => overlaps(one, other))).toBe(false);
  }
}

/** Those who share a session share its time. */
function sessionOf({ service, doctor, startsAt }: DemoAppointment["visit"]): string | null {
  return service.groupSize > 1 ? `${service.slug} ${doctor.slug} ${startsAt}` : null;
}

function expectAtWork(plan: DemoPlan, { visit }: DemoAppointment): void {
  const { doctor, startsAt, endsAt, localDate } = visit;
  const interval = { start: startsAt, end: endsAt };
  const stretches = doctor.hours
    .filter((stretch) => stretch.dayOfWeek === dayOfWeek(localDate))
    .map(({ startTime, endTime }) => wallInterval(localDate, startTime, endTime, demoClinic.timeZone));
  const windows = plan.windows.filter((window) => window.doctor === doctor.slug).map((window) => window.interval);
  expect([...stretches, ...windows].some((stretch) => stretch !== null && contains(stretch, interval))).toBe(true);
  const away = plan.timeOff.filter((absence) => absence.doctor === doctor.slug);
  expect(away.some((absence) => overlaps(absence.interval, interval))).toBe(false);
  expect(localDateOf(startsAt, demoClinic.timeZone)).toBe(localDate);
}
