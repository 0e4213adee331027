import { expect, test } from "vitest";
import type { Result } from "#lib/result.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { minutes } from "#lib/time.ts";
import { appPool, ownerSql } from "../database.ts";
import { at, earlyMonday, insertSql, insertValues, makeHouse, makePatients } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";

function tally(results: Result<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const word = result.ok ? "ok" : result.refusal.code;
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

test("200 at once for one doctor's time: exactly one", async () => {
  const { clinic, service, doctor } = await makeHouse({ slots: { capacity: 300 } });
  const patients = await makePatients(200);
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt: at("10:00") };
  const results = await Promise.all(patients.map(({ actor }) => bookAppointment(actor, request, earlyMonday)));
  expect(tally(results)).toEqual({ ok: 1, DOCTOR_BUSY: 199 });
  await expectCountersTrue(clinic.id);
});

test("visits that overlap by a part, buffers included: never two at once, through command and SQL", async () => {
  const settings = { service: { durationMinutes: 60, bufferAfterMinutes: 10 }, slots: { capacity: 300 } };
  const { clinic, service, doctor } = await makeHouse(settings);
  const patients = await makePatients(60);
  await Promise.allSettled(
    patients.map(({ id, actor }, n) => {
      const startsAt = at("09:00") + minutes(30 * (n % 12));
      const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt };
      if (n % 2) return bookAppointment(actor, request, earlyMonday);
      return appPool.query(insertSql, insertValues({ ...request, patientId: id, durationMinutes: 60 }));
    }),
  );
  const [overlaps] = await ownerSql<{ pairs: number; rows: number }>(
    `SELECT count(*)::int AS rows, (SELECT count(*)::int FROM appointment a JOIN appointment b
       ON a.id < b.id AND a.doctor_id = b.doctor_id AND a.occupied && b.occupied WHERE a.clinic_id = $1) AS pairs
     FROM appointment WHERE clinic_id = $1`,
    [clinic.id],
  );
  expect(overlaps?.pairs).toBe(0);
  expect(overlaps?.rows).toBeGreaterThan(2);
  await expectCountersTrue(clinic.id);
});

test("200 at once, spread over a day of 40: exactly 40", async () => {
  const { clinic, service } = await makeHouse({ doctors: 12, slots: { capacity: 20, dayCapacity: 40 } });
  const patients = await makePatients(200);
  const results = await Promise.all(
    patients.map(({ actor }, n) => {
      const startsAt = at("09:00") + minutes(30 * (n % 16));
      return bookAppointment(
        actor,
        { clinicId: clinic.id, serviceId: service.id, doctorId: null, startsAt },
        earlyMonday,
      );
    }),
  );
  const counts = tally(results);
  expect(counts.ok).toBe(40);
  expect(Object.keys(counts).sort()).toEqual(["DAY_FULL", "ok"]);
  await expectCountersTrue(clinic.id);
});

test("50 cancels of one appointment: one takes effect, and its place is given back once", async () => {
  const { clinic, service, doctor, slots } = await makeHouse();
  const [patient] = await makePatients(1);
  if (!patient) throw new Error("no patient");
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt: at("15:00") };
  const booked = await bookAppointment(patient.actor, request, earlyMonday);
  if (!booked.ok) throw new Error(booked.refusal.code);
  await ownerSql("UPDATE clinic SET cancel_notice_hours = 1 WHERE id = $1", [clinic.id]);

  const cancels = Array.from({ length: 50 }, () =>
    cancelAppointment(patient.actor, { id: booked.value.id }, earlyMonday),
  );
  const counts = tally(await Promise.all(cancels));
  expect(counts).toEqual({ ok: 1, ILLEGAL_TRANSITION: 49 });
  const booking = slots.find((slot) => slot.startsAt === at("15:00"));
  expect(await ownerSql("SELECT booked FROM time_slot WHERE id = $1", [booking?.id])).toEqual([{ booked: 0 }]);
  const told = await ownerSql("SELECT 1 FROM message WHERE appointment_id = $1 AND kind = 'appointment_cancelled'", [
    booked.value.id,
  ]);
  expect(told).toHaveLength(1);
});

test("confirm, decline and cancel at once: one of them, and the place is kept or freed to match", async () => {
  const { clinic, service, doctor } = await makeHouse({ clinic: { cancelNoticeHours: 0 } });
  const patients = await makePatients(16);
  for (const [n, patient] of patients.entries()) {
    const startsAt = at("09:00") + minutes(30 * n);
    const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt };
    const booked = await bookAppointment(patient.actor, request, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    const { id, version } = booked.value;
    const results = await Promise.all([
      confirmAppointment(doctor.actor, { id, version }, earlyMonday),
      rejectAppointment(doctor.actor, { id, version, reason: "Away" }, earlyMonday),
      cancelAppointment(patient.actor, { id, version }, earlyMonday),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  }
  await expectCountersTrue(clinic.id);
});

test("20 equal submits of one form: one appointment", async () => {
  const { clinic, service, doctors } = await makeHouse({ doctors: 3 });
  const [patient] = await makePatients(1);
  if (!patient) throw new Error("no patient");
  for (const doctorId of [doctors[0]?.doctorId ?? null, null]) {
    const startsAt = doctorId ? at("10:00") : at("11:00");
    const request = { clinicId: clinic.id, serviceId: service.id, doctorId, startsAt };
    const submits = Array.from({ length: 20 }, () => bookAppointment(patient.actor, request, earlyMonday));
    const counts = tally(await Promise.all(submits));
    expect(counts.ok).toBe(1);
    expect((counts.SAME_PATIENT ?? 0) + (counts.DOCTOR_BUSY ?? 0)).toBe(19);
  }
});

test("bookings, moves and cancels crossing each other by SQL: counters stay true and nobody is left in a deadlock", async () => {
  const { clinic, service, doctors } = await makeHouse({ doctors: 6, slots: { capacity: 3, count: 8 } });
  const patients = await makePatients(24);
  const seeds = await Promise.allSettled(
    patients.map(({ id }, n) =>
      appPool.query<{ id: string }>(
        insertSql,
        insertValues({
          clinicId: clinic.id,
          doctorId: doctors[n % 6]?.doctorId as string,
          serviceId: service.id,
          patientId: id,
          startsAt: at("09:00") + minutes(30 * (n % 8)),
        }),
      ),
    ),
  );
  const ids = seeds.flatMap((seed) => (seed.status === "fulfilled" ? seed.value.rows.map((row) => row.id) : []));
  const moves = Array.from({ length: 300 }, (_, n) => {
    const id = ids[n % ids.length];
    const minute = 30 * ((n * 5) % 8);
    if (n % 9 === 0) {
      return appPool.query("UPDATE appointment SET status = 'cancelled', cancelled_at = now() WHERE id = $1", [id]);
    }
    return appPool.query(
      `UPDATE appointment SET starts_at = to_timestamp($2::float8 / 1000), version = version + 1,
         ends_at = to_timestamp($2::float8 / 1000) + interval '30 minutes' WHERE id = $1`,
      [id, at("09:00") + minutes(minute)],
    );
  });
  const outcomes = await Promise.allSettled(moves);
  const codes = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
  expect(codes.filter((code) => code === "40P01")).toEqual([]);
  await expectCountersTrue(clinic.id);
});
