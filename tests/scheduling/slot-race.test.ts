import { expect, test } from "vitest";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { appPool, ownerSql } from "../database.ts";
import { at, earlyMonday, insertSql, insertValues, makeHouse, makePatients } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";

const rounds = Number(process.env.RACE_ROUNDS ?? 20);
const seats = 5;
const runners = 200;
const timeout = 180_000;

test(`${runners} at once for a slot of ${seats}, through the command: exactly ${seats}, ${rounds} rounds`, {
  timeout,
}, async () => {
  const { clinic, service, doctors } = await makeHouse({ doctors: 8, slots: { count: rounds, capacity: seats } });
  const patients = await makePatients(runners);
  for (let round = 0; round < rounds; round++) {
    const startsAt = at("09:00") + round * 30 * 60_000;
    const results = await Promise.all(
      patients.map(({ actor }, n) => {
        // Half name a doctor, half take anyone: both ways in must agree on the count.
        const doctorId = n % 2 ? (doctors[n % doctors.length]?.doctorId ?? null) : null;
        return bookAppointment(actor, { clinicId: clinic.id, serviceId: service.id, doctorId, startsAt }, earlyMonday);
      }),
    );
    const refused = results.filter((result) => !result.ok);
    expect(results.length - refused.length).toBe(seats);
    const codes = new Set(refused.map((result) => (result.ok ? null : result.refusal.code)));
    for (const code of codes) expect(["SLOT_FULL", "DOCTOR_BUSY"]).toContain(code);
    expect(codes).toContain("SLOT_FULL");
  }
  await expectCountersTrue(clinic.id);
});

test(`${runners} at once for a slot of ${seats}, by plain SQL: exactly ${seats}, ${rounds} rounds`, {
  timeout,
}, async () => {
  const { clinic, service, doctors } = await makeHouse({
    doctors: runners / 20,
    slots: { count: rounds, capacity: seats },
  });
  const patients = await makePatients(runners);
  for (let round = 0; round < rounds; round++) {
    const startsAt = at("09:00") + round * 30 * 60_000;
    const attempts = await Promise.allSettled(
      patients.map(({ id }, n) =>
        appPool.query(
          insertSql,
          insertValues({
            clinicId: clinic.id,
            doctorId: doctors[n % doctors.length]?.doctorId as string,
            serviceId: service.id,
            patientId: id,
            startsAt,
          }),
        ),
      ),
    );
    const refusals = attempts.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason] : []));
    expect(attempts.length - refusals.length).toBe(seats);
    for (const { constraint } of refusals)
      expect(["slot_capacity", "appointment_doctor_overlap"]).toContain(constraint);
  }
  await expectCountersTrue(clinic.id);
  const [full] = await ownerSql<{ full: number }>(
    "SELECT count(*)::int AS full FROM time_slot WHERE clinic_id = $1 AND booked = capacity",
    [clinic.id],
  );
  expect(full?.full).toBe(rounds);
});
