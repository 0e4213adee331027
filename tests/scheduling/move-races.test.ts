import { expect, test } from "vitest";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { addDays, minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makeHouse, makePatients, makeSlots, monday, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { deadlocks, makePairs, tally } from "./crossing-moves.ts";

const tuesday = addDays(monday, 1);

test("50 pairs that change places at once: all of them do, and nobody waits in a circle", async () => {
  const { clinicId, pairs } = await makePairs(50);
  const before = await deadlocks();
  const results = await Promise.all(
    pairs.flatMap(({ here, there }) => [
      rescheduleAppointment(here.person.actor, { id: here.id, startsAt: there.startsAt }, earlyMonday),
      rescheduleAppointment(there.person.actor, { id: there.id, startsAt: here.startsAt }, earlyMonday),
    ]),
  );
  expect(tally(results)).toEqual({ ok: 100 });
  expect(await deadlocks()).toBe(before);
  await expectCountersTrue(clinicId);
});

/** One appointment each for `count` people, from Tuesday morning on, in a house with two doctors. */
async function crowd(count: number, monSlots: { capacity: number }) {
  const settings = { slots: monSlots, clinic: { cancelNoticeHours: 0 }, doctors: 4 };
  const house = await makeHouse(settings);
  await makeSlots(house.clinic, { date: tuesday, capacity: 500, count: 20 });
  const people = await makePatients(count);
  const appointments: { id: string; person: Person; doctorId: string }[] = [];
  for (const [n, person] of people.entries()) {
    const doctorId = house.doctors[n % 4]?.doctorId as string;
    const startsAt = at("09:00", tuesday) + minutes(30 * Math.floor(n / 4));
    const request = { clinicId: house.clinic.id, serviceId: house.service.id, doctorId, startsAt };
    const booked = await bookAppointment(person.actor, request, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    appointments.push({ id: booked.value.id, person, doctorId });
  }
  return { ...house, appointments };
}

test("50 moves into one last place: exactly one", async () => {
  const { clinic, appointments } = await crowd(50, { capacity: 1 });
  const results = await Promise.all(
    appointments.map(({ id, person }) =>
      rescheduleAppointment(person.actor, { id, startsAt: at("10:00"), doctorId: "any" }, earlyMonday),
    ),
  );
  expect(tally(results)).toEqual({ ok: 1, SLOT_FULL: 49 });
  const [rows] = await ownerSql("SELECT count(*)::int FROM appointment WHERE clinic_id = $1 AND local_date = $2", [
    clinic.id,
    monday,
  ]);
  expect(rows).toEqual({ count: 1 });
  await expectCountersTrue(clinic.id);
});

test("moved and cancelled at once: one of them, or the move and then the cancellation", async () => {
  const { clinic, appointments } = await crowd(12, { capacity: 50 });
  for (const { id, person } of appointments) {
    const [moved, cancelled] = await Promise.all([
      rescheduleAppointment(person.actor, { id, startsAt: at("10:00"), doctorId: "any" }, earlyMonday),
      cancelAppointment(person.actor, { id }, earlyMonday),
    ]);
    expect(cancelled.ok).toBe(true);
    if (!moved.ok) expect(moved.refusal.code).toMatch(/ILLEGAL_TRANSITION|DOCTOR_BUSY/);
  }
  const left = await ownerSql("SELECT 1 FROM appointment WHERE clinic_id = $1 AND occupies(status)", [clinic.id]);
  expect(left).toEqual([]);
  await expectCountersTrue(clinic.id);
});

test("moves and bookings into the last five places: five of them in all", async () => {
  const { clinic, service, appointments } = await crowd(20, { capacity: 4 });
  const others = await makePatients(20);
  const startsAt = at("10:00");
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: null, startsAt };
  const results = await Promise.all([
    ...appointments.map(({ id, person }) =>
      rescheduleAppointment(person.actor, { id, startsAt, doctorId: "any" }, earlyMonday),
    ),
    ...others.map(({ actor }) => bookAppointment(actor, request, earlyMonday)),
  ]);
  expect(tally(results)).toEqual({ ok: 4, SLOT_FULL: 36 });
  await expectCountersTrue(clinic.id);
});

test("20 moves of one appointment: each takes effect by itself, with the version seen only one", async () => {
  const { clinic, appointments } = await crowd(1, { capacity: 5 });
  const [{ id, person }] = appointments as [(typeof appointments)[0]];
  const wishes = Array.from({ length: 20 }, (_, n) => ({ id, startsAt: at("09:00") + minutes(30 * (n % 16)) }));
  const seen = await Promise.all(
    wishes.map((wish) => rescheduleAppointment(person.actor, { ...wish, version: 1 }, earlyMonday)),
  );
  expect(tally(seen)).toEqual({ ok: 1, VERSION_CONFLICT: 19 });
  const blind = await Promise.all(wishes.map((wish) => rescheduleAppointment(person.actor, wish, earlyMonday)));
  for (const result of blind) if (!result.ok) expect(result.refusal.code).toBe("VALIDATION");
  await expectCountersTrue(clinic.id);
});
