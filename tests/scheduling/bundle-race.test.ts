import { expect, test } from "vitest";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { bookBundle } from "#lib/scheduling/server/booking/book-bundle.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makeClinic, makeDoctor, makePatients, makeService, makeSlots } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";

/** Three doctors who offer everything, and slots of two places. */
async function crowdedHouse(slots: Parameters<typeof makeSlots>[1] = {}) {
  const clinic = await makeClinic();
  await makeSlots(clinic, { count: 8, capacity: 2, ...slots });
  const services = [await makeService(clinic), await makeService(clinic, { durationMinutes: 60 })];
  for (const name of ["Dr A", "Dr B", "Dr C"]) await makeDoctor(clinic, services, name);
  return { clinic, services };
}

async function bundleSizes(clinicId: string): Promise<number[]> {
  const rows = await ownerSql<{ parts: number }>(
    "SELECT count(*)::int AS parts FROM appointment WHERE clinic_id = $1 AND bundle_id IS NOT NULL GROUP BY bundle_id",
    [clinicId],
  );
  return rows.map(({ parts }) => parts);
}

const codesOf = (results: PromiseSettledResult<Awaited<ReturnType<typeof bookBundle>>>[]) =>
  results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value.ok ? "ok" : result.value.refusal.code;
  });

test("50 bundles at once in either order, with single bookings between them: no half bundle, no deadlock, no overbooking", async () => {
  const { clinic, services } = await crowdedHouse();
  const patients = await makePatients(56);
  const inOrder = services.map(({ id }) => ({ serviceId: id, doctorId: null }));
  const singles = patients.slice(50).map(({ actor }, n) => {
    const startsAt = at("09:00") + minutes(60 * (n % 4));
    const request = { clinicId: clinic.id, serviceId: services[0]?.id, doctorId: null, startsAt };
    return bookAppointment(actor, request, earlyMonday);
  });
  const bundles = patients.slice(0, 50).map(({ actor }, n) => {
    const items = n % 2 ? inOrder : inOrder.toReversed();
    const startsAt = at("09:00") + minutes(30 * (n % 6));
    return bookBundle(actor, { clinicId: clinic.id, items, startsAt }, earlyMonday);
  });
  const codes = codesOf(await Promise.allSettled(bundles));
  await Promise.all(singles);

  const booked = codes.filter((code) => code === "ok").length;
  expect(booked).toBeGreaterThan(0);
  expect(booked).toBeLessThan(50);
  expect(codes.filter((code) => !["ok", "SLOT_FULL", "DOCTOR_BUSY"].includes(code))).toEqual([]);
  expect(await bundleSizes(clinic.id)).toEqual(Array(booked).fill(2));
  const over = "SELECT 1 FROM time_slot WHERE clinic_id = $1 AND booked > capacity";
  expect(await ownerSql(over, [clinic.id])).toEqual([]);
  await expectCountersTrue(clinic.id);
});

test("a day with room for three appointments takes one bundle of two, whoever is first", async () => {
  const { clinic, services } = await crowdedHouse({ capacity: 9, dayCapacity: 3 });
  const patients = await makePatients(20);
  const items = services.map(({ id }) => ({ serviceId: id, doctorId: null }));
  const bundles = patients.map(({ actor }, n) =>
    bookBundle(actor, { clinicId: clinic.id, items, startsAt: at("09:00") + minutes(30 * (n % 3)) }, earlyMonday),
  );
  const codes = codesOf(await Promise.allSettled(bundles));
  expect(codes.filter((code) => code === "ok")).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["ok", "DAY_FULL"]));
  expect(await bundleSizes(clinic.id)).toEqual([2]);
  await expectCountersTrue(clinic.id);
});

test("20 equal submits of one bundle: one bundle", async () => {
  const { clinic, services } = await crowdedHouse();
  const [patient] = await makePatients(1);
  if (!patient) throw new Error("no patient");
  const items = services.map(({ id }) => ({ serviceId: id, doctorId: null }));
  const request = { clinicId: clinic.id, items, startsAt: at("10:00") };
  const submits = Array.from({ length: 20 }, () => bookBundle(patient.actor, request, earlyMonday));
  const codes = codesOf(await Promise.allSettled(submits));
  expect(codes.filter((code) => code === "ok")).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(["ok", "SAME_PATIENT"]));
  expect(await bundleSizes(clinic.id)).toEqual([2]);
});

test("bundles of one pair of doctors in two clinics, in either order: nobody is left in a deadlock", async () => {
  const [here, there] = [await makeClinic(), await makeClinic()];
  const doctorIds = [await makeDoctor(here, [], "Dr A"), await makeDoctor(here, [], "Dr B")].map(
    (each) => each.doctorId,
  );
  const offered = await Promise.all(
    [here, there].map(async (clinic) => {
      await makeSlots(clinic, { capacity: 20 });
      const service = await makeService(clinic);
      for (const id of doctorIds) {
        await ownerSql("INSERT INTO doctor_service (doctor_id, service_id) VALUES ($1, $2)", [id, service.id]);
        if (clinic === here) continue;
        // Elsewhere in the afternoon.
        await ownerSql("UPDATE weekly_hours SET end_time = '13:00' WHERE doctor_id = $1 AND clinic_id = $2", [
          id,
          here.id,
        ]);
        await ownerSql(
          `INSERT INTO weekly_hours (doctor_id, clinic_id, day_of_week, start_time, end_time)
           VALUES ($1, $2, 0, '13:00', '18:00')`,
          [id, clinic.id],
        );
      }
      return { clinicId: clinic.id, serviceId: service.id };
    }),
  );
  const patients = await makePatients(40);
  const bundles = patients.map(({ actor }, n) => {
    const { clinicId, serviceId } = offered[n % 2] as (typeof offered)[number];
    const order = n % 2 ? doctorIds.toReversed() : doctorIds;
    const startsAt = (n % 2 ? at("13:00") : at("09:00")) + minutes(30 * (n % 7));
    const items = order.map((doctorId) => ({ serviceId, doctorId }));
    return bookBundle(actor, { clinicId, items, startsAt }, earlyMonday);
  });
  const codes = codesOf(await Promise.allSettled(bundles));
  expect(codes.filter((code) => !["ok", "DOCTOR_BUSY"].includes(code))).toEqual([]);
  expect(codes.filter((code) => code === "ok").length).toBeGreaterThan(3);
  for (const { clinicId } of offered) await expectCountersTrue(clinicId);
});
