import { expect, test } from "vitest";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { minutes } from "#lib/time.ts";
import { appPool, ownerSql } from "../database.ts";
import { at, earlyMonday, insertSql, insertValues, makeHouse, makePatients, monday } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";

/** One doctor at two clinics, with working hours at both for the same time, as only a slip could leave them. */
async function oneDoctorAtTwo() {
  const [here, there] = [await makeHouse({ slots: { capacity: 50 } }), await makeHouse({ slots: { capacity: 50 } })];
  const { doctor } = here;
  await ownerSql("INSERT INTO doctor_service (doctor_id, service_id) VALUES ($1, $2)", [
    doctor.doctorId,
    there.service.id,
  ]);
  await ownerSql(
    `INSERT INTO availability_window (doctor_id, clinic_id, starts_at, ends_at)
     VALUES ($1, $2, to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000))`,
    [doctor.doctorId, there.clinic.id, at("07:00"), at("22:00")],
  );
  const requests = [here, there].map(({ clinic, service }) => ({
    clinicId: clinic.id,
    serviceId: service.id,
    doctorId: doctor.doctorId,
  }));
  return { here, there, doctor, requests };
}

test("40 book one doctor's time at two clinics at once, through the command and by SQL: exactly one", async () => {
  const { here, there, doctor, requests } = await oneDoctorAtTwo();
  const patients = await makePatients(40);
  const outcomes = await Promise.all(
    patients.map(async ({ id, actor }, n) => {
      const request = { ...(requests[n % 2] as (typeof requests)[number]), startsAt: at("10:00") };
      if (n % 4 < 2) {
        const answer = await bookAppointment(actor, request, earlyMonday);
        return answer.ok ? "ok" : answer.refusal.code;
      }
      return appPool.query(insertSql, insertValues({ ...request, patientId: id })).then(
        () => "ok",
        (error: { constraint?: string }) => error.constraint,
      );
    }),
  );
  expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
  const refusals = new Set(outcomes.filter((outcome) => outcome !== "ok"));
  expect([...refusals].sort()).toEqual(["DOCTOR_BUSY", "appointment_doctor_overlap"]);
  const rows = await ownerSql("SELECT 1 FROM appointment WHERE doctor_id = $1", [doctor.doctorId]);
  expect(rows).toHaveLength(1);
  for (const { clinic } of [here, there]) await expectCountersTrue(clinic.id);
});

test("visits that overlap by a part at two clinics: never two at once", async () => {
  const { doctor, requests } = await oneDoctorAtTwo();
  const patients = await makePatients(60);
  await Promise.allSettled(
    patients.map(({ id }, n) => {
      const request = requests[Math.floor(n / 10) % 2] as (typeof requests)[number];
      const startsAt = at("09:00") + minutes(30 * (n % 10));
      return appPool.query(insertSql, insertValues({ ...request, startsAt, patientId: id, durationMinutes: 60 }));
    }),
  );
  const [overlaps] = await ownerSql<{ visits: number; pairs: number }>(
    `SELECT count(*)::int AS visits, (SELECT count(*)::int FROM appointment a JOIN appointment b
       ON a.id < b.id AND a.doctor_id = b.doctor_id AND a.occupied && b.occupied WHERE a.doctor_id = $1) AS pairs
     FROM appointment WHERE doctor_id = $1`,
    [doctor.doctorId],
  );
  expect(overlaps?.pairs).toBe(0);
  expect(overlaps?.visits).toBeGreaterThanOrEqual(4);
});

test("what is booked at one clinic is not offered at the other", async () => {
  const { there, requests } = await oneDoctorAtTwo();
  const [patient] = await makePatients(1);
  const [first] = requests as [(typeof requests)[number]];
  const taken = await bookAppointment(patient?.actor as never, { ...first, startsAt: at("10:00") }, earlyMonday);
  expect(taken.ok).toBe(true);
  const found = await findAvailability(
    {
      clinicId: there.clinic.id,
      serviceId: there.service.id,
      doctorId: requests[0]?.doctorId ?? null,
      from: monday,
      to: monday,
    },
    earlyMonday,
  );
  const offers = found.ok ? found.value.days.flatMap((day) => day.offers.map(({ startsAt }) => startsAt)) : [];
  expect(offers).toContain(at("09:30"));
  expect(offers).not.toContain(at("10:00"));
  expect(offers).toContain(at("10:30"));
});
