import { expect, test } from "vitest";
import { booked } from "#lib/analytics/figures.ts";
import { type ExportWords, exportAppointments, exportColumns } from "#lib/analytics/server/export-appointments.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { ownerSql } from "../database.ts";
import { at, insertSql, insertValues, makeHouse, makePatients, makePerson, monday } from "../factories.ts";

const words: ExportWords = {
  heads: Object.fromEntries(exportColumns.map((name) => [name, name])) as ExportWords["heads"],
  status: Object.fromEntries(booked.map((name) => [name, name])) as ExportWords["status"],
};

async function exported(actor: Actor, clinicId: string): Promise<string[]> {
  const result = await exportAppointments(actor, { clinicId, from: monday, to: monday }, words);
  if (!result.ok) throw new Error(result.refusal.code);
  const chunks: string[] = [];
  for await (const chunk of result.value) chunks.push(chunk);
  return chunks;
}

test("a file of appointments begins with its heads, and no name becomes a formula", async () => {
  const { clinic, service, doctor } = await makeHouse({ clinic: { timeZone: "Asia/Kolkata" } });
  const patient = await makePerson();
  await ownerSql("UPDATE app_user SET name = $2, phone = '+91 22 5555 0100' WHERE id = $1", [
    patient.id,
    '=HYPERLINK("http://evil.test","Priya")',
  ]);
  const startsAt = at("09:30", monday, clinic.timeZone);
  const wish = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt };
  expect(await bookAppointment(patient.actor, wish, () => at("06:00", monday, clinic.timeZone))).toMatchObject({
    ok: true,
  });
  const { actor, id } = await makePerson(clinic, "admin");
  const text = (await exported(actor, clinic.id)).join("");
  const [head, line, ...rest] = text.split("\r\n");
  expect(head).toBe(`\uFEFF${exportColumns.join(",")}`);
  expect(line).toContain(`,${monday},09:30,10:00,${monday}T09:30:00+05:30,pending,Check-up,Dr 00,`);
  expect(line).toContain(`"'=HYPERLINK(""http://evil.test"",""Priya"")"`);
  expect(line).toContain(",'+91 22 5555 0100,");
  expect(line).toMatch(/,40\.00,GBP$/);
  expect(rest).toEqual([""]);
  const audited = await ownerSql(
    "SELECT actor_id, detail FROM audit_entry WHERE action = 'appointments.exported' AND clinic_id = $1",
    [clinic.id],
  );
  expect(audited).toEqual([{ actor_id: id, detail: { from: monday, to: monday } }]);
});

test("a large house is read page by page, and every appointment is there once", async () => {
  const { clinic, service, doctor } = await makeHouse({
    slots: { count: 2, capacity: 2000 },
    service: { groupSize: 2000 },
  });
  const patients = await makePatients(1_203);
  const asked = { clinicId: clinic.id, doctorId: doctor.doctorId, serviceId: service.id, startsAt: at("09:00") };
  const sql = insertSql.replace("session_key)", "session_key, group_size)").replace("uuid_v7())", "uuid_v7(), 2000)");
  for (const { id: patientId } of patients) await ownerSql(sql, insertValues({ ...asked, patientId }));
  const { actor } = await makePerson(clinic, "admin");
  const chunks = await exported(actor, clinic.id);
  expect(chunks).toHaveLength(3);
  const emails = chunks.join("").match(/[0-9a-f-]{36}@example\.test/g);
  expect(new Set(emails)).toEqual(new Set(patients.map(({ email }) => email)));
  expect(emails).toHaveLength(patients.length);
});
