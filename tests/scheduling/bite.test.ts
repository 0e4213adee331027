import { afterEach, describe, expect, test, vi } from "vitest";
import { guards, missingGuards } from "#lib/db/guards.ts";
import { appPool, ownerSql } from "../database.ts";
import { at, earlyMonday, insertSql, insertValues, makeHouse, makePatients } from "../factories.ts";
import { dropConstraint, mended, mendGuards } from "./taken-guards.ts";

// Every guard is taken away once, to see the very races that the other tests run end in an overbooking.

afterEach(async () => {
  await ownerSql("ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only");
  await ownerSql("TRUNCATE appointment, message, visit CASCADE");
  await mendGuards();
});

async function withoutLocks(): Promise<void> {
  const [trigger] = await ownerSql<{ source: string }>(
    "SELECT pg_get_functiondef('derive_appointment'::regproc) AS source",
  );
  const source = trigger?.source ?? "";
  const unlocked = source.replace(/PERFORM 1 FROM (clinic_day|time_slot)[^;]*;/g, "");
  expect(unlocked).not.toBe(source);
  await ownerSql(unlocked);
  mended.push(() => ownerSql(source));
}

/** How many of 60 at once get into a slot of 5 with twelve doctors. */
async function crowd({ oneDoctor = false, onePatient = false } = {}): Promise<number> {
  const { clinic, service, doctors } = await makeHouse({ doctors: 12, slots: { capacity: 5 } });
  const patients = await makePatients(60);
  const attempts = await Promise.allSettled(
    patients.map(({ id }, n) => {
      const doctorId = doctors[oneDoctor ? 0 : n % 12]?.doctorId as string;
      const patientId = onePatient ? (patients[0]?.id as string) : id;
      const row = { clinicId: clinic.id, serviceId: service.id, doctorId, patientId, startsAt: at("09:00") };
      return appPool.query(insertSql, insertValues(row));
    }),
  );
  return attempts.filter((attempt) => attempt.status === "fulfilled").length;
}

describe("with a guard taken away", () => {
  test("the doctor's exclusion: one doctor is with several at once", async () => {
    expect(await crowd({ oneDoctor: true })).toBe(1);
    await dropConstraint("appointment", "appointment_doctor_overlap");
    expect(await crowd({ oneDoctor: true })).toBe(5);
  });

  test("the patient's exclusion: one patient is in several rooms at once", async () => {
    expect(await crowd({ onePatient: true })).toBe(1);
    await dropConstraint("appointment", "appointment_patient_overlap");
    expect(await crowd({ onePatient: true })).toBe(5);
  });

  test("the counting trigger: a slot of 5 takes as many as there are doctors", async () => {
    await ownerSql("ALTER TABLE appointment DISABLE TRIGGER appointment_count");
    mended.push(() => ownerSql("ALTER TABLE appointment ENABLE TRIGGER appointment_count"));
    expect(await crowd()).toBe(12);
  });

  test("the locks alone: the check on the counter still holds the line", async () => {
    await withoutLocks();
    expect(await crowd()).toBe(5);
  });

  test("the locks and the check: a slot of 5 is overbooked", async () => {
    await withoutLocks();
    await dropConstraint("time_slot", "slot_capacity");
    mended.push(() =>
      ownerSql(
        "ALTER TABLE time_slot DISABLE TRIGGER USER; DELETE FROM time_slot; ALTER TABLE time_slot ENABLE TRIGGER USER",
      ),
    );
    const [counting] = await ownerSql<{ source: string }>(
      "SELECT pg_get_functiondef('count_appointment'::regproc) AS source",
    );
    const source = counting?.source ?? "";
    // The day's own counter is a lock too; and a breath between looking and counting, as any busy machine takes one.
    const careless = source
      .replace(/UPDATE clinic_day SET booked = booked \+ 1[^;]*;/, "")
      .replace("UPDATE time_slot SET booked = booked + 1", "PERFORM pg_sleep(0.05);\n    $&");
    await ownerSql(careless);
    mended.push(() => ownerSql(source));
    expect(await crowd()).toBeGreaterThan(5);
  });
});

describe("the check at boot", () => {
  test.each(guards.triggers.filter((name) => name.startsWith("appointment")))("misses the trigger %s", async (name) => {
    expect(await missingGuards()).toEqual([]);
    await ownerSql(`ALTER TABLE appointment DISABLE TRIGGER ${name}`);
    mended.push(() => ownerSql(`ALTER TABLE appointment ENABLE TRIGGER ${name}`));
    expect(await missingGuards()).toEqual([name]);
  });

  test("misses a constraint, and then nobody may book", async () => {
    const { clinic, service } = await makeHouse();
    const [patient] = await makePatients(1);
    await dropConstraint("appointment", "appointment_doctor_overlap");
    expect(await missingGuards()).toEqual(["appointment_doctor_overlap"]);
    vi.resetModules();
    const { bookAppointment } = await import("#lib/scheduling/server/booking/book-appointment.ts");
    const request = { clinicId: clinic.id, serviceId: service.id, doctorId: null, startsAt: at("09:00") };
    const answer = await bookAppointment(patient?.actor as never, request, earlyMonday);
    expect(answer).toMatchObject({ ok: false, refusal: { code: "BOOKING_DISABLED" } });
  });

  test("misses an index, and a right that the application should not have", async () => {
    await ownerSql("DROP INDEX message_once");
    mended.push(() =>
      ownerSql(`CREATE UNIQUE INDEX message_once ON message (appointment_id, kind, appointment_version, recipient)
        WHERE appointment_id IS NOT NULL`),
    );
    const [role] = await ownerSql<{ name: string }>(
      "SELECT usename AS name FROM pg_stat_activity WHERE application_name = 'slotwell'",
    );
    await ownerSql(`CREATE TABLE owned (id int); ALTER TABLE owned OWNER TO "${role?.name}"`);
    mended.push(() => ownerSql("DROP TABLE owned"));
    expect(await missingGuards()).toEqual(["message_once", "role_without_ownership"]);
  });
});
