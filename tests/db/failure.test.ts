import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { databaseFailure } from "#lib/db/failure.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok } from "#lib/result.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { orRefusal } from "#lib/scheduling/server/refused-by-database.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, makeHouse, makePatients, makeService } from "../factories.ts";

/** What a command would answer whose transaction does this; its faults are thrown. */
async function answerTo(work: (tx: Transaction) => Promise<unknown>): Promise<Refusal | "done"> {
  const result = await orRefusal(() => inTransaction(async (tx) => ok(await work(tx))));
  return result.ok ? "done" : result.refusal;
}

interface Row {
  doctorId: string;
  patientId: string;
  time: string;
  serviceId: string;
  guest: string;
}

async function house(settings: Parameters<typeof makeHouse>[0] = {}) {
  const made = await makeHouse({ doctors: 2, ...settings });
  const [first, second] = await makePatients(2);
  if (!first || !second) throw new Error("no patients");
  const insert = ({ doctorId, patientId = first.id, time = "09:00", serviceId, guest }: Partial<Row> = {}) => {
    const startsAt = new Date(at(time));
    const person = guest ? { contactName: guest, contactEmail: `${guest}@example.test` } : { patientId };
    return (tx: Transaction) => tx.$executeRaw`
      INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, contact_name, contact_email, starts_at,
        ends_at, status, price_amount, price_currency, occupied, local_date, session_key)
      VALUES (${made.clinic.id}::uuid, ${doctorId ?? made.doctor.doctorId}::uuid, ${serviceId ?? made.service.id}::uuid,
        ${person.patientId ?? null}::uuid, ${person.contactName ?? null}, ${person.contactEmail ?? null}, ${startsAt},
        ${new Date(startsAt.getTime() + minutes(30))}, 'pending', 0, 'GBP', 'empty', current_date, uuid_v7())`;
  };
  return { ...made, first, second, insert };
}

describe("what a constraint refuses becomes a refusal with its numbers and nothing else", () => {
  test("23P01: the doctor, the patient", async () => {
    const { insert, first, second, doctors } = await house();
    expect(await answerTo(insert())).toBe("done");
    expect(await answerTo(insert({ patientId: second.id }))).toEqual({ code: "DOCTOR_BUSY", detail: {} });
    const elsewhere = insert({ patientId: first.id, doctorId: doctors[1]?.doctorId as string });
    expect(await answerTo(elsewhere)).toEqual({ code: "SAME_PATIENT", detail: {} });
  });

  test("23514: slot, day, closed slot, no slot", async () => {
    const { insert, second, doctors, slots, clinic } = await house({ slots: { capacity: 1, dayCapacity: 2 } });
    const other = { patientId: second.id, doctorId: doctors[1]?.doctorId as string };
    expect(await answerTo(insert())).toBe("done");
    expect(await answerTo(insert(other))).toEqual({
      code: "SLOT_FULL",
      detail: { startsAt: at("09:00"), booked: 1, capacity: 1 },
    });
    expect(await answerTo(insert({ ...other, time: "09:10" }))).toEqual({
      code: "OUTSIDE_HOURS",
      detail: { reason: "off_grid", startsAt: at("09:10") },
    });
    await db.timeSlot.update({ where: { id: slots[3]?.id as string }, data: { isOpen: false } });
    expect(await answerTo(insert({ ...other, time: "10:30" }))).toMatchObject({ code: "CLOSED" });
    expect(await answerTo(insert({ ...other, time: "11:00" }))).toBe("done");
    expect(await answerTo(insert({ ...other, time: "12:00" }))).toEqual({
      code: "DAY_FULL",
      detail: { localDate: "2031-03-03", booked: 2, capacity: 2 },
    });
    const dropped = (tx: Transaction) => tx.timeSlot.deleteMany({ where: { clinicId: clinic.id } });
    expect(await answerTo(dropped)).toMatchObject({ code: "VERSION_CONFLICT", detail: { booked: 1 } });
  });

  test("23505: a guest's second request for the same time", async () => {
    const { insert, doctors } = await house();
    expect(await answerTo(insert({ guest: "ada" }))).toBe("done");
    const again = insert({ guest: "ada", doctorId: doctors[1]?.doctorId as string });
    expect(await answerTo(again)).toEqual({ code: "SAME_PATIENT", detail: {} });
  });

  test("23503: a service the doctor does not offer", async () => {
    const { insert, clinic } = await house();
    const { id: serviceId } = await makeService(clinic);
    expect(await answerTo(insert({ serviceId }))).toEqual({ code: "NOT_OFFERED", detail: {} });
  });
});

describe("what is no refusal stays a fault", () => {
  test.each([
    ["a constraint that no command runs into", "UPDATE clinic SET horizon_days = 0", "23514"],
    [
      "a unique key of another table",
      "INSERT INTO clinic (slug, name, time_zone, currency) SELECT slug, name, time_zone, currency FROM clinic LIMIT 1",
      "23505",
    ],
    ["a mistake in SQL", "SELECT nothing FROM nowhere", "42P01"],
    ["a right that is missing", "DELETE FROM audit_entry", "42501"],
  ])("%s", async (_, sql, code) => {
    await house();
    const fault = await answerTo((tx) => tx.$executeRawUnsafe(sql)).catch((error) => error);
    expect(fault).toBeInstanceOf(Error);
    expect(databaseFailure(fault)?.code).toBe(code);
  });

  test("and what is no database error at all", async () => {
    await expect(answerTo(() => Promise.reject(new TypeError("a bug")))).rejects.toThrow("a bug");
    expect(databaseFailure(new TypeError("a bug"))).toBeNull();
    expect(databaseFailure(null)).toBeNull();
  });
});

test("a refusal carries no word of PostgreSQL's: no message, table, constraint or person", async () => {
  const { insert, second, first } = await house({ slots: { capacity: 1 } });
  const answers = [
    await answerTo(insert()),
    await answerTo(insert()),
    await answerTo(insert({ patientId: second.id })),
    await answerTo((tx) => tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'secret' USING ERRCODE = '57014'; END $$`),
  ];
  const told = JSON.stringify(answers);
  expect(answers.slice(1).every((answer) => typeof answer === "object")).toBe(true);
  for (const word of ["violates", "constraint", "appointment", "Key (", "secret", first.id, second.id]) {
    expect(told).not.toContain(word);
  }
  expect(await ownerSql("SELECT 1 FROM appointment WHERE patient_id = $1", [second.id])).toEqual([]);
});
