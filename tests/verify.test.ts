import { expect, test } from "vitest";
import { verifyDatabase } from "#lib/db/verify.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { ownerSql } from "./database.ts";
import { at, earlyMonday, makeHouse, makePatients } from "./factories.ts";
import { makePlan } from "./scheduling/planning.ts";

async function failing(): Promise<string[]> {
  return (await verifyDatabase()).filter((check) => !check.ok).map((check) => check.name);
}

/** As nobody but the owner with the guards switched off could. */
const forge = (sql: string) =>
  ownerSql(`SET session_replication_role = replica; ${sql}; RESET session_replication_role`);

test("a sound database passes, and each broken promise is named", async () => {
  const { clinic, service, doctors, slots } = await makeHouse({ doctors: 2 });
  const [one, other] = await makePatients(2);
  for (const [n, patient] of [one, other].entries()) {
    if (!patient) continue;
    const request = {
      clinicId: clinic.id,
      serviceId: service.id,
      doctorId: doctors[n]?.doctorId,
      startsAt: at("09:00"),
    };
    expect(await bookAppointment(patient.actor, request, earlyMonday)).toMatchObject({ ok: true });
  }
  expect(await failing()).toEqual([]);

  await forge(`UPDATE time_slot SET booked = 1 WHERE id = '${slots[0]?.id}'`);
  expect(await failing()).toEqual(["slots hold as many as their counters say"]);
  await forge(`UPDATE time_slot SET booked = 2 WHERE id = '${slots[0]?.id}'`);

  await forge("UPDATE clinic_day SET booked = 7");
  expect(await failing()).toEqual(["days hold as many as their counters say"]);
  await forge("UPDATE clinic_day SET booked = 2");

  await forge(
    "UPDATE appointment SET starts_at = starts_at + interval '10 minutes' WHERE id = (SELECT min(id::text)::uuid FROM appointment)",
  );
  expect(await failing()).toEqual(["every appointment stands in slots that cover it"]);
  await forge(`UPDATE appointment SET starts_at = to_timestamp(${at("09:00") / 1000})`);

  await ownerSql("ALTER TABLE appointment DROP CONSTRAINT appointment_doctor_overlap");
  await forge(`UPDATE appointment SET doctor_id = '${doctors[0]?.doctorId}'`);
  expect(await failing()).toEqual(["every guard is in place", "no doctor is in two places at once"]);
});

test("a visit that says other than its appointment, and a next visit that is none, are named with their plan", async () => {
  const { plan } = await makePlan();
  const untrue = async () =>
    (await verifyDatabase()).filter(({ name }) => /visit/.test(name)).map(({ findings }) => findings);
  expect(await untrue()).toEqual([[], []]);
  const second = `subscription_id = '${plan.id}' AND sequence = 2`;
  const next = (instant: string) => forge(`UPDATE subscription SET next_visit_at = ${instant} WHERE id = '${plan.id}'`);

  for (const status of ["skipped", "completed", "cancelled"]) {
    await forge(`UPDATE visit SET status = '${status}' WHERE ${second}`);
    expect(await untrue()).toEqual([[`visit 2 of plan ${plan.number} is ${status}, its appointment pending`], []]);
  }
  await forge(`UPDATE visit SET status = 'scheduled' WHERE ${second}`);

  const finding = expect.stringContaining(`plan ${plan.number}: next visit `);
  await next("NULL");
  expect(await untrue()).toEqual([[], [finding]]);
  await next("'2031-03-10T10:00Z'");
  expect(await untrue()).toEqual([[], [finding]]);
  await next("now() - interval '1 hour'");
  expect(await untrue()).toEqual([[], []]);
});
