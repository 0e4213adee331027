import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import type { WallTime } from "#lib/time.ts";
import { at, earlyMonday, makeHouse, makePatients, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { deadlocks, tally } from "./crossing-moves.ts";

const seats = 10;

/** A class of an hour for ten in one of three halls, and so many people in it at each of these times. */
async function classes(people: Record<WallTime, number>) {
  const { clinic, service, doctor } = await makeHouse({
    clinic: { cancelNoticeHours: 0 },
    slots: { capacity: 100 },
    service: { groupSize: seats, durationMinutes: 60 },
  });
  await db.resource.createMany({
    data: [1, 2, 3].map((n) => ({ clinicId: clinic.id, kind: "hall", name: `Hall ${n}` })),
  });
  await db.service.update({ where: { id: service.id }, data: { resourceKind: "hall" } });
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId };
  const times = Object.entries(people).flatMap(([time, count]) => Array<WallTime>(count).fill(time as WallTime));
  const patients = await makePatients(times.length);
  const participants: { id: string; person: Person; time: WallTime }[] = [];
  for (const [n, time] of times.entries()) {
    const person = patients[n] as Person;
    const booked = await bookAppointment(person.actor, { ...request, startsAt: at(time) }, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    participants.push({ id: booked.value.id, person, time });
  }
  const move = ({ id, person }: (typeof participants)[0], time: WallTime) =>
    rescheduleAppointment(person.actor, { id, startsAt: at(time) }, earlyMonday);
  const sessions = async () => {
    const rows = await db.groupSession.findMany({ where: { clinicId: clinic.id, booked: { gt: 0 } } });
    return Object.fromEntries(rows.map((row) => [row.startsAt.getTime(), row.booked]));
  };
  return { clinic, participants, move, sessions };
}

test("30 participants move into a session with 2 seats left: exactly 2, and the others keep theirs", async () => {
  const { clinic, participants, move, sessions } = await classes({ "09:00": 10, "10:00": 10, "11:00": 10, "13:00": 8 });
  const before = await deadlocks();
  const results = await Promise.all(
    participants.filter(({ time }) => time !== "13:00").map((participant) => move(participant, "13:00")),
  );
  expect(tally(results)).toEqual({ ok: 2, SLOT_FULL: 28 });
  const left = await sessions();
  expect(left[at("13:00")]).toBe(seats);
  expect(Object.values(left).reduce((sum, booked) => sum + booked)).toBe(participants.length);
  const halls = await db.appointment.findMany({ where: { clinicId: clinic.id, startsAt: new Date(at("13:00")) } });
  expect(new Set(halls.map((row) => row.resourceId)).size).toBe(1);
  expect(await deadlocks()).toBe(before);
  await expectCountersTrue(clinic.id);
});

test("two half-full sessions change places at once: everybody does, and nobody waits in a circle", async () => {
  const { clinic, participants, move, sessions } = await classes({ "09:00": 5, "13:00": 5 });
  const before = await deadlocks();
  const results = await Promise.all(
    participants.map((participant) => move(participant, participant.time === "09:00" ? "13:00" : "09:00")),
  );
  expect(tally(results)).toEqual({ ok: 10 });
  expect(await sessions()).toEqual({ [at("09:00")]: 5, [at("13:00")]: 5 });
  expect(await deadlocks()).toBe(before);
  await expectCountersTrue(clinic.id);
});
