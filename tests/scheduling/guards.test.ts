import { describe, expect, test } from "vitest";
import { appPool, ownerSql } from "../database.ts";
import { at, insertSql, insertValues, makeHouse, makePatients, makePerson, makeService, monday } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";

/** The constraint or SQLSTATE that refuses a statement sent with the application's rights. */
async function refusalOf(sql: string, values: unknown[] = []): Promise<string> {
  try {
    await appPool.query(sql, values);
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code: string };
    return constraint ?? code;
  }
  return "accepted";
}

async function house(settings: Parameters<typeof makeHouse>[0] = {}) {
  const made = await makeHouse({ doctors: 3, ...settings });
  const patients = await makePatients(8);
  const insert = (n: number, time: string, more: Partial<Parameters<typeof insertValues>[0]> = {}) =>
    refusalOf(
      insertSql,
      insertValues({
        clinicId: made.clinic.id,
        doctorId: made.doctors[n % 3]?.doctorId as string,
        serviceId: made.service.id,
        patientId: patients[n]?.id as string,
        startsAt: at(time),
        ...more,
      }),
    );
  return { ...made, patients, insert };
}

describe("an appointment is refused by the database itself", () => {
  test("when its slot is full", async () => {
    const { insert } = await house({ slots: { capacity: 2 } });
    expect([await insert(0, "09:00"), await insert(1, "09:00"), await insert(2, "09:00")]).toEqual([
      "accepted",
      "accepted",
      "slot_capacity",
    ]);
  });

  test("when any of the slots it covers is full", async () => {
    const { insert } = await house({ slots: { capacity: 1 } });
    expect(await insert(0, "10:00")).toBe("accepted");
    expect(await insert(1, "09:30", { durationMinutes: 60 })).toBe("slot_capacity");
  });

  test("when its day is full", async () => {
    const { insert } = await house({ slots: { dayCapacity: 1 } });
    expect([await insert(0, "09:00"), await insert(1, "12:00")]).toEqual(["accepted", "day_capacity"]);
  });

  test("when the slot is closed, missing, or not where it begins", async () => {
    const { insert, slots } = await house({ slots: { count: 2 } });
    await ownerSql("UPDATE time_slot SET is_open = false WHERE id = $1", [slots[0]?.id]);
    expect(await insert(0, "09:00")).toBe("slot_open");
    expect(await insert(0, "14:00")).toBe("slot_coverage");
    expect(await insert(0, "09:40")).toBe("slot_coverage");
    expect(await insert(0, "09:30", { durationMinutes: 60 })).toBe("slot_coverage");
  });

  test("when a gap lies between the slots it covers", async () => {
    const { insert, slots } = await house();
    await ownerSql("DELETE FROM time_slot WHERE id = $1", [slots[1]?.id]);
    expect(await insert(0, "09:00", { durationMinutes: 90 })).toBe("slot_coverage");
  });

  test("when its doctor is taken, also by a buffer only", async () => {
    const { insert } = await house({ service: { bufferAfterMinutes: 15 } });
    expect(await insert(0, "09:00")).toBe("accepted");
    expect(await insert(3, "09:00")).toBe("appointment_doctor_overlap");
    expect(await insert(3, "09:30")).toBe("appointment_doctor_overlap");
    expect(await insert(3, "10:00")).toBe("accepted");
  });

  test("when its patient is elsewhere then", async () => {
    const { insert, patients } = await house();
    expect(await insert(0, "09:00", { durationMinutes: 60 })).toBe("accepted");
    expect(await insert(1, "09:30", { patientId: patients[0]?.id as string })).toBe("appointment_patient_overlap");
    expect(await insert(1, "10:00", { patientId: patients[0]?.id as string })).toBe("accepted");
  });

  test("when its doctor does not offer the service, or the service belongs to another clinic", async () => {
    const { insert, clinic } = await house();
    const foreign = await makeHouse();
    const unoffered = await makeService(clinic);
    expect(await insert(0, "09:00", { serviceId: unoffered.id })).toBe("appointment_doctor_id_service_id_fkey");
    expect(await insert(0, "09:00", { serviceId: foreign.service.id, doctorId: foreign.doctor.doctorId })).toBe(
      "appointment_service_id_clinic_id_fkey",
    );
  });

  test("when it claims a buffer, day or session of its own making", async () => {
    const { clinic, service, doctor, patients } = await house({ service: { bufferAfterMinutes: 20 } });
    await appPool.query(
      `INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, starts_at, ends_at, status, price_amount,
         price_currency, occupied, local_date, session_key, buffer_after_minutes, group_size)
       VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($5::float8 / 1000) + interval '30 minutes',
         'pending', 0, 'GBP', 'empty', '1999-01-01', uuid_v7(), 0, 50)`,
      [clinic.id, doctor.doctorId, service.id, patients[0]?.id, at("09:00")],
    );
    const [row] = await ownerSql<{ minutes: number; day: string; size: number; own: boolean }>(
      `SELECT extract(epoch FROM upper(occupied) - lower(occupied))::int / 60 AS minutes, local_date::text AS day,
         group_size AS size, session_key = id AS own FROM appointment WHERE clinic_id = $1`,
      [clinic.id],
    );
    expect(row).toEqual({ minutes: 50, day: monday, size: 1, own: true });
  });
});

describe("counters", () => {
  test("follow every way of leaving and coming back", async () => {
    const { insert, clinic } = await house();
    expect(await insert(0, "09:00")).toBe("accepted");
    const set = (sql: string) => appPool.query(`UPDATE appointment SET ${sql} WHERE clinic_id = $1`, [clinic.id]);
    for (const change of [
      "status = 'confirmed'",
      "starts_at = starts_at + interval '30 minutes', ends_at = ends_at + interval '60 minutes'",
      "status = 'no_show'",
      "status = 'pending'",
      "status = 'cancelled', cancelled_at = now()",
    ]) {
      await set(change);
      await expectCountersTrue(clinic.id);
    }
  });

  test("count nothing for an insert that did not happen", async () => {
    const { insert, clinic } = await house();
    expect(await insert(0, "09:00")).toBe("accepted");
    await ownerSql(`INSERT INTO appointment SELECT * FROM appointment WHERE clinic_id = $1 ON CONFLICT DO NOTHING`, [
      clinic.id,
    ]);
    await expectCountersTrue(clinic.id);
  });

  test("of a group session: many share the doctor's time, up to its seats", async () => {
    const { insert, clinic, doctor } = await house({ service: { groupSize: 3 }, slots: { capacity: 10 } });
    const together = { doctorId: doctor.doctorId };
    const answers = [];
    for (const n of [0, 1, 2, 3]) answers.push(await insert(n, "09:00", together));
    expect(answers).toEqual(["accepted", "accepted", "accepted", "session_seats"]);
    await expectCountersTrue(clinic.id);
  });

  test("a capacity lowered below what is booked throws nobody out and lets nobody in", async () => {
    const { insert, slots, clinic } = await house({ slots: { capacity: 3 } });
    for (const n of [0, 1, 2]) expect(await insert(n, "09:00")).toBe("accepted");
    await appPool.query("UPDATE time_slot SET capacity = 1 WHERE id = $1", [slots[0]?.id]);
    await appPool.query(
      "UPDATE appointment SET status = 'no_show' WHERE clinic_id = $1 AND patient_id = (SELECT patient_id FROM appointment WHERE clinic_id = $1 LIMIT 1)",
      [clinic.id],
    );
    expect(await insert(3, "09:00")).not.toBe("accepted");
    const [slot] = await ownerSql<{ booked: number; ceiling: number }>(
      "SELECT booked, ceiling FROM time_slot WHERE id = $1",
      [slots[0]?.id],
    );
    expect(slot).toEqual({ booked: 2, ceiling: 2 });
  });

  test("cannot be written by the application, whatever it tries", async () => {
    const { slots, clinic } = await house();
    expect(await refusalOf("UPDATE time_slot SET booked = 0 WHERE id = $1", [slots[0]?.id])).toBe("42501");
    expect(await refusalOf("UPDATE time_slot SET ceiling = 99 WHERE id = $1", [slots[0]?.id])).toBe("42501");
    expect(await refusalOf("UPDATE clinic_day SET booked = 0")).toBe("42501");
    await appPool.query(
      `INSERT INTO time_slot (clinic_id, starts_at, ends_at, local_date, capacity, booked, ceiling)
       VALUES ($1, '2031-03-03 20:00Z', '2031-03-03 20:30Z', '2031-03-03', 5, -3, 99)`,
      [clinic.id],
    );
    const late = "SELECT booked, ceiling FROM time_slot WHERE clinic_id = $1 AND starts_at = '2031-03-03 20:00Z'";
    expect(await ownerSql(late, [clinic.id])).toEqual([{ booked: 0, ceiling: 5 }]);
  });
});

describe("slots and hours", () => {
  test("slots of a clinic never overlap, and a booked one is neither dropped nor shifted", async () => {
    const { insert, slots, clinic } = await house();
    const overlapping = `INSERT INTO time_slot (clinic_id, starts_at, ends_at, local_date, capacity)
      VALUES ($1, to_timestamp($2::float8 / 1000), to_timestamp($2::float8 / 1000) + interval '30 minutes', current_date, 5)`;
    expect(await refusalOf(overlapping, [clinic.id, at("09:10")])).toBe("time_slot_overlap");
    expect(await insert(0, "09:00")).toBe("accepted");
    expect(await refusalOf("DELETE FROM time_slot WHERE id = $1", [slots[0]?.id])).toBe("time_slot_booked");
    await expect(
      ownerSql("UPDATE time_slot SET starts_at = starts_at + interval '5 minutes' WHERE id = $1", [slots[0]?.id]),
    ).rejects.toMatchObject({ constraint: "time_slot_booked" });
  });

  test.each([
    ["two shifts that overlap", "(0, '09:00', '13:00', false), (0, '12:00', '17:00', false)", "business_hours_overlap"],
    ["closing before opening", "(0, '13:00', '09:00', false)", "business_hours_order"],
    ["a closed day with shifts", "(0, '09:00', '13:00', false), (0, NULL, NULL, true)", "business_hours_closed"],
    ["an eighth day", "(7, '09:00', '13:00', false)", "business_hours_day"],
  ])("business hours refuse %s", async (_, rows, constraint) => {
    const { clinic } = await house();
    const sql = `INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time, is_closed)
      SELECT $1, day, opens::time, closes::time, closed FROM (VALUES ${rows}) AS shift (day, opens, closes, closed)`;
    expect(await refusalOf(sql, [clinic.id])).toBe(constraint);
  });

  test("a doctor's weekly hours never overlap on days when both are valid", async () => {
    const { clinic, doctor } = await house();
    const add = (from: string | null) =>
      refusalOf(
        `INSERT INTO weekly_hours (doctor_id, clinic_id, day_of_week, start_time, end_time, valid_from)
         VALUES ($1, $2, 0, '21:00', '23:00', $3)`,
        [doctor.doctorId, clinic.id, from],
      );
    expect(await add(null)).toBe("weekly_hours_overlap");
    await ownerSql("UPDATE weekly_hours SET valid_to = '2030-12-31' WHERE doctor_id = $1", [doctor.doctorId]);
    expect(await add("2031-01-01")).toBe("accepted");
  });

  test("a clinic with slots keeps its time zone", async () => {
    const { clinic } = await house();
    expect(await refusalOf("UPDATE clinic SET time_zone = 'Asia/Tokyo' WHERE id = $1", [clinic.id])).toBe(
      "clinic_time_zone_fixed",
    );
  });
});

describe("what was written stays", () => {
  test.each(["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry CASCADE"])(
    "the audit log refuses %s, to the application and to the owner",
    async (sql) => {
      expect(await refusalOf(sql)).toBe("42501");
      await expect(ownerSql(sql)).rejects.toMatchObject({ code: "42501" });
    },
  );

  test("an appointment is never deleted", async () => {
    const { insert } = await house();
    expect(await insert(0, "09:00")).toBe("accepted");
    expect(await refusalOf("DELETE FROM appointment")).toBe("42501");
    expect(await refusalOf("TRUNCATE appointment CASCADE")).toBe("42501");
  });

  test("the audit chain shows where it was tampered with", async () => {
    await makePerson();
    for (const action of ["a", "b", "c"]) {
      await appPool.query(
        "INSERT INTO audit_entry (actor_role, action, subject_type, subject_id) VALUES ('test', $1, 'test', '1')",
        [action],
      );
    }
    await appPool.query("SELECT seal_audit()");
    const broken = "SELECT broken_audit_seal()::int AS position";
    expect(await ownerSql(broken)).toEqual([{ position: null }]);
    await ownerSql("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only");
    await ownerSql("UPDATE audit_entry SET action = 'forged' WHERE action = 'b'");
    await ownerSql("ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only");
    const [found] = await ownerSql<{ position: number }>(broken);
    expect(found?.position).toBeGreaterThan(0);
  });
});
