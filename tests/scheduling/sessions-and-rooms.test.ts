import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import type { Result } from "#lib/result.ts";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import type { WrittenAppointment } from "#lib/scheduling/view.ts";
import { appPool } from "../database.ts";
import {
  at,
  type Clinic,
  earlyMonday,
  insertSql,
  insertValues,
  makeDoctor,
  makeHouse,
  makePatients,
  makeService,
  monday,
  type Person,
} from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";

const accepted = (results: readonly Result<WrittenAppointment>[]) => results.filter((result) => result.ok);
const codes = (results: readonly Result<WrittenAppointment>[]) =>
  Map.groupBy(results, (result) => (result.ok ? "ok" : result.refusal.code));

async function makeRooms(clinic: Clinic, count: number, kind = "treatment room"): Promise<string[]> {
  const rows = await db.resource.createManyAndReturn({
    data: Array.from({ length: count }, (_, n) => ({ clinicId: clinic.id, kind, name: `Room ${n + 1}` })),
  });
  return rows.map((row) => row.id);
}

describe("a session of several", () => {
  const back = { service: { durationMinutes: 60, groupSize: 8, bufferAfterMinutes: 10 }, slots: { capacity: 20 } };

  test("60 at once for 8 seats: exactly 8, each counted once in slots and day", async () => {
    const { clinic, service, doctor, slots } = await makeHouse(back);
    const patients = await makePatients(60);
    const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt: at("10:00") };
    const results = await Promise.all(patients.map(({ actor }) => bookAppointment(actor, request, earlyMonday)));

    expect(accepted(results)).toHaveLength(8);
    expect([...codes(results).keys()].sort()).toEqual(["SLOT_FULL", "ok"]);
    const [ten, halfPast, eleven] = await db.timeSlot.findMany({
      where: { id: { in: slots.slice(2, 5).map(({ id }) => id) } },
      orderBy: { startsAt: "asc" },
    });
    expect([ten?.booked, halfPast?.booked, eleven?.booked]).toEqual([8, 8, 0]);
    expect((await db.clinicDay.findFirstOrThrow({ where: { clinicId: clinic.id } })).booked).toBe(8);
    expect(await db.groupSession.findMany({ select: { seats: true, booked: true } })).toContainEqual({
      seats: 8,
      booked: 8,
    });
    await expectCountersTrue(clinic.id);
  });

  test("the same by plain SQL", async () => {
    const { clinic, service, doctor } = await makeHouse(back);
    const patients = await makePatients(40);
    const results = await Promise.allSettled(
      patients.map(({ id }) => {
        const row = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, patientId: id };
        return appPool.query(insertSql, insertValues({ ...row, startsAt: at("10:00"), durationMinutes: 60 }));
      }),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
    await expectCountersTrue(clinic.id);
  });

  test("keeps its doctor from other starts, other services and the buffer after it", async () => {
    const { clinic, service, doctor } = await makeHouse(back);
    const single = await makeService(clinic);
    await db.doctorService.create({ data: { doctorId: doctor.doctorId, serviceId: single.id } });
    const [first, second] = (await makePatients(2)) as [Person, Person];
    const ask = (serviceId: string, startsAt: number, patient: Person = second) =>
      bookAppointment(
        patient.actor,
        { clinicId: clinic.id, serviceId, doctorId: doctor.doctorId, startsAt },
        earlyMonday,
      );
    expect((await ask(service.id, at("10:00"), first)).ok).toBe(true);
    for (const [serviceId, time] of [
      [service.id, "10:30"],
      [single.id, "10:00"],
      [single.id, "11:00"],
    ] as const) {
      expect(await ask(serviceId, at(time))).toMatchObject({ refusal: { code: "DOCTOR_BUSY" } });
    }
    expect((await ask(single.id, at("11:30"))).ok).toBe(true);
    expect((await ask(service.id, at("10:00"))).ok).toBe(true);
  });

  test("is offered with the seats that are left, and not any more when full", async () => {
    const { clinic, service, doctor } = await makeHouse({ ...back, service: { ...back.service, groupSize: 3 } });
    const patients = await makePatients(3);
    const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt: at("10:00") };
    const seats: (number | undefined)[] = [];
    for (const { actor } of patients) {
      expect((await bookAppointment(actor, request, earlyMonday)).ok).toBe(true);
      const range = { clinicId: clinic.id, serviceId: service.id, from: monday, to: monday };
      const found = await findAvailability(range, earlyMonday);
      const offers = found.ok ? found.value.days[0]?.offers : [];
      seats.push(offers?.find((offer) => offer.startsAt === at("10:00"))?.remaining);
      expect(offers?.map((offer) => offer.startsAt)).not.toContain(at("10:30"));
    }
    expect(seats).toEqual([2, 1, undefined]);
  });
});

test("any doctor is the one with the fewest appointments, not with the fewest sessions", async () => {
  const { clinic, service, doctors } = await makeHouse({ doctors: 2, service: { groupSize: 4 } });
  const patients = await makePatients(4);
  const ask = (n: number, doctor: number | null, time: "10:00" | "12:00") => {
    const doctorId = doctor === null ? null : doctors[doctor]?.doctorId;
    const request = { clinicId: clinic.id, serviceId: service.id, doctorId, startsAt: at(time) };
    return bookAppointment((patients[n] as Person).actor, request, earlyMonday);
  };
  for (const [n, doctor] of [0, 0, 1].entries()) expect((await ask(n, doctor, "10:00")).ok).toBe(true);
  expect(await ask(3, null, "12:00")).toMatchObject({ value: { doctorId: doctors[1]?.doctorId } });
});

describe("rooms of a kind", () => {
  async function houseWithRooms(rooms: number) {
    const house = await makeHouse({ doctors: 10, slots: { capacity: 50 }, service: { bufferBeforeMinutes: 5 } });
    const ids = await makeRooms(house.clinic, rooms);
    await db.service.update({ where: { id: house.service.id }, data: { resourceKind: "treatment room" } });
    return { ...house, rooms: ids };
  }

  test("40 at once with 10 doctors and 2 rooms: exactly 2, each in a room of its own", async () => {
    const { clinic, service, doctors, rooms } = await houseWithRooms(2);
    const patients = await makePatients(40);
    const results = await Promise.all(
      patients.map(({ actor }, n) => {
        const doctorId = n % 2 === 0 ? null : (doctors[n % 10]?.doctorId as string);
        const request = { clinicId: clinic.id, serviceId: service.id, doctorId, startsAt: at("10:00") };
        return bookAppointment(actor, request, earlyMonday);
      }),
    );
    expect(accepted(results)).toHaveLength(2);
    expect([...codes(results).keys()].sort()).toEqual(["DOCTOR_BUSY", "ok"]);
    const taken = await db.appointment.findMany({ where: { clinicId: clinic.id }, select: { resourceId: true } });
    expect(taken.map((row) => row.resourceId).sort()).toEqual([...rooms].sort());
    await expectCountersTrue(clinic.id);
  });

  test("a time without a free room is not offered, the next one is, buffers included", async () => {
    const { clinic, service } = await houseWithRooms(1);
    const [first, second] = (await makePatients(2)) as [Person, Person];
    const ask = (patient: Person, time: "10:00" | "10:30" | "11:00") =>
      bookAppointment(
        patient.actor,
        { clinicId: clinic.id, serviceId: service.id, doctorId: null, startsAt: at(time) },
        earlyMonday,
      );
    expect((await ask(first, "10:00")).ok).toBe(true);
    const range = { clinicId: clinic.id, serviceId: service.id, from: monday, to: monday };
    const found = await findAvailability(range, earlyMonday);
    const starts = found.ok ? (found.value.days[0]?.offers.map((offer) => offer.startsAt) ?? []) : [];
    expect(starts).not.toContain(at("10:00"));
    expect(starts).not.toContain(at("10:30"));
    expect(starts).toContain(at("11:00"));
    expect(await ask(second, "10:30")).toMatchObject({
      refusal: { code: "DOCTOR_BUSY", detail: { reason: "resource" } },
    });
    expect((await ask(second, "11:00")).ok).toBe(true);
  });

  test("a session has one room for all, and none is left for another session", async () => {
    const { clinic, slots: _, service: __, doctors } = await makeHouse({ doctors: 2, slots: { capacity: 50 } });
    const group = await makeService(clinic, { groupSize: 4, durationMinutes: 60 });
    const [room] = await makeRooms(clinic, 1, "hall");
    await db.service.update({ where: { id: group.id }, data: { resourceKind: "hall" } });
    const [one, other] = [await makeDoctor(clinic, [group], "Dr A"), doctors[1]];
    await db.doctorService.create({ data: { doctorId: other?.doctorId as string, serviceId: group.id } });
    const patients = await makePatients(5);
    const ask = (n: number, doctorId: string) =>
      bookAppointment(
        (patients[n] as Person).actor,
        { clinicId: clinic.id, serviceId: group.id, doctorId, startsAt: at("10:00") },
        earlyMonday,
      );
    for (const n of [0, 1, 2]) expect((await ask(n, one.doctorId)).ok).toBe(true);
    expect(await ask(3, other?.doctorId as string)).toMatchObject({ refusal: { detail: { reason: "resource" } } });
    expect((await ask(4, one.doctorId)).ok).toBe(true);
    const rows = await db.appointment.findMany({ where: { clinicId: clinic.id }, select: { resourceId: true } });
    expect(rows.map((row) => row.resourceId)).toEqual([room, room, room, room]);
  });
});
