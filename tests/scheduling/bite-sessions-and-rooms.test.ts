import { afterEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { appPool, ownerSql } from "../database.ts";
import { at, makeHouse, makePatients } from "../factories.ts";
import { dropConstraint, mendGuards } from "./taken-guards.ts";

// The guards of sessions and rooms are taken away once, to see the very races end in an overbooking.

afterEach(async () => {
  await ownerSql("TRUNCATE appointment, group_session, message, visit CASCADE");
  await mendGuards();
});

const insert = `
  INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, resource_id, starts_at, ends_at, status,
    price_amount, price_currency, occupied, local_date, session_key)
  VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), to_timestamp($6::float8 / 1000) + interval '30 minutes',
    'pending', 0, 'GBP', 'empty', current_date, uuid_v7())`;

/** How many of 40 at once get a seat in one session of 3. */
async function crowdSession(): Promise<number> {
  const { clinic, service, doctor } = await makeHouse({ slots: { capacity: 30 }, service: { groupSize: 3 } });
  const patients = await makePatients(40);
  const attempts = await Promise.allSettled(
    patients.map(({ id }) => appPool.query(insert, [clinic.id, doctor.doctorId, service.id, id, null, at("09:00")])),
  );
  return attempts.filter(({ status }) => status === "fulfilled").length;
}

/** How many of 12 doctors at once get the one room there is. */
async function crowdRoom(): Promise<number> {
  const { clinic, service, doctors } = await makeHouse({ doctors: 12, slots: { capacity: 30 } });
  const room = await db.resource.create({ data: { clinicId: clinic.id, kind: "room", name: "Room" } });
  const patients = await makePatients(12);
  const attempts = await Promise.allSettled(
    patients.map(({ id }, n) =>
      appPool.query(insert, [clinic.id, doctors[n]?.doctorId, service.id, id, room.id, at("09:00")]),
    ),
  );
  return attempts.filter(({ status }) => status === "fulfilled").length;
}

test("the seats of a session: more people than seats", async () => {
  expect(await crowdSession()).toBe(3);
  await dropConstraint("group_session", "session_seats");
  expect(await crowdSession()).toBe(30);
});

test("the room's exclusion: one room is with several at once", async () => {
  expect(await crowdRoom()).toBe(1);
  await dropConstraint("appointment", "appointment_resource_overlap");
  expect(await crowdRoom()).toBe(12);
});
