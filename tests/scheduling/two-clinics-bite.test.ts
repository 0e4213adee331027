import { afterEach, expect, test } from "vitest";
import { appPool, ownerSql } from "../database.ts";
import { at, insertSql, insertValues, makeClinic, makeHouse, makePatients } from "../factories.ts";
import { dropConstraint, mendGuards } from "./taken-guards.ts";

// What keeps a doctor in one clinic is taken away, to see the races of the other tests put them into two.

afterEach(async () => {
  await ownerSql("TRUNCATE appointment, message, visit CASCADE");
  await ownerSql("DELETE FROM weekly_hours");
  await mendGuards();
});

/** How many of 20 at once, half of them at each clinic, get the same doctor at the same time. */
async function bookedAtOnce(): Promise<number> {
  const [here, there] = [await makeHouse({ slots: { capacity: 50 } }), await makeHouse({ slots: { capacity: 50 } })];
  const { doctorId } = here.doctor;
  await ownerSql("INSERT INTO doctor_service (doctor_id, service_id) VALUES ($1, $2)", [doctorId, there.service.id]);
  const patients = await makePatients(20);
  const attempts = await Promise.allSettled(
    patients.map(({ id: patientId }, n) => {
      const { clinic, service } = n % 2 ? here : there;
      const row = { clinicId: clinic.id, serviceId: service.id, doctorId, patientId, startsAt: at("10:00") };
      return appPool.query(insertSql, insertValues(row));
    }),
  );
  return attempts.filter(({ status }) => status === "fulfilled").length;
}

/** How many of 8 clinics at once get the doctor's Monday morning. */
async function promisedAtOnce(): Promise<number> {
  const { doctor } = await makeHouse();
  await ownerSql("DELETE FROM weekly_hours WHERE doctor_id = $1", [doctor.doctorId]);
  const clinics = await Promise.all(Array.from({ length: 8 }, () => makeClinic()));
  const attempts = await Promise.allSettled(
    clinics.map(({ id }) =>
      appPool.query(
        `INSERT INTO weekly_hours (doctor_id, clinic_id, day_of_week, start_time, end_time, valid_from)
         VALUES ($1, $2, 0, '09:00', '12:00', '2031-01-01')`,
        [doctor.doctorId, id],
      ),
    ),
  );
  return attempts.filter(({ status }) => status === "fulfilled").length;
}

test("the doctor's exclusion: one doctor is booked at two clinics at once", async () => {
  expect(await bookedAtOnce()).toBe(1);
  await dropConstraint("appointment", "appointment_doctor_overlap");
  expect(await bookedAtOnce()).toBe(20);
});

test("the exclusion of hours: one doctor is promised at eight clinics at once", async () => {
  expect(await promisedAtOnce()).toBe(1);
  await dropConstraint("weekly_hours", "weekly_hours_overlap");
  expect(await promisedAtOnce()).toBe(8);
});
