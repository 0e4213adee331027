import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { assignResource } from "#lib/scheduling/server/appointments/assign-resource.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { at, earlyMonday, makeHouse, makePatients, makePerson, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";

async function houseWithHalls(halls: number, groupSize = 1) {
  const house = await makeHouse({ doctors: 4, slots: { capacity: 50 }, service: { groupSize } });
  const { clinic, service } = house;
  const rooms = await db.resource.createManyAndReturn({
    data: Array.from({ length: halls }, (_, n) => ({ clinicId: clinic.id, kind: "hall", name: `Hall ${n}` })),
  });
  await db.service.update({ where: { id: service.id }, data: { resourceKind: "hall" } });
  const staff = await makePerson(clinic, "staff");
  const book = async ({ actor }: Person, doctor: number) => {
    const doctorId = house.doctors[doctor]?.doctorId;
    const request = { clinicId: clinic.id, serviceId: service.id, doctorId, startsAt: at("10:00") };
    const result = await bookAppointment(actor, request, earlyMonday);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };
  return { ...house, staff, book, halls: rooms.map(({ id }) => id) };
}

const roomsOf = async (clinicId: string) =>
  (await db.appointment.findMany({ where: { clinicId }, orderBy: { id: "asc" } })).map((row) => row.resourceId);

test("staff change the room to a free one, not to one that is taken, of another kind or unknown", async () => {
  const { clinic, staff, book, halls } = await houseWithHalls(3);
  const [one, other] = (await makePatients(2)) as [Person, Person];
  const first = await book(one, 0);
  await book(other, 1);
  const scanner = await db.resource.create({ data: { clinicId: clinic.id, kind: "scanner", name: "Scanner" } });

  const changed = await assignResource(staff.actor, { id: first.id, resourceId: halls[2], version: 1 });
  expect(changed).toEqual({ ok: true, value: { id: first.id, version: 2 } });
  expect(await assignResource(staff.actor, { id: first.id, resourceId: halls[1] })).toMatchObject({
    refusal: { code: "DOCTOR_BUSY", detail: { reason: "resource" } },
  });
  for (const resourceId of [scanner.id, staff.id]) {
    expect(await assignResource(staff.actor, { id: first.id, resourceId })).toMatchObject({
      refusal: { code: "VALIDATION" },
    });
  }
  expect(await assignResource(staff.actor, { id: first.id, resourceId: halls[0], version: 1 })).toMatchObject({
    refusal: { code: "VERSION_CONFLICT" },
  });
  expect(await roomsOf(clinic.id)).toEqual([halls[2], halls[1]]);
});

test("everybody of a session changes, also those who join at that moment", async () => {
  const { clinic, staff, book, halls } = await houseWithHalls(2, 20);
  const [first, ...others] = (await makePatients(12)) as [Person, ...Person[]];
  const { id } = await book(first, 0);
  await Promise.all([
    ...others.map((other) => book(other, 0)),
    ...[halls[1], halls[0], halls[1]].map((resourceId) => assignResource(staff.actor, { id, resourceId })),
  ]);
  expect(new Set(await roomsOf(clinic.id)).size).toBe(1);
  await expectCountersTrue(clinic.id);
});

test("four who all want the one free room at once: one gets it", async () => {
  const { clinic, staff, book, halls } = await houseWithHalls(5);
  const patients = await makePatients(4);
  const ids: string[] = [];
  for (const [n, patient] of patients.entries()) ids.push((await book(patient, n)).id);
  const results = await Promise.all(ids.map((id) => assignResource(staff.actor, { id, resourceId: halls[4] })));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(new Set(await roomsOf(clinic.id)).size).toBe(4);
});
