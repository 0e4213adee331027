import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { missedAppointments } from "#lib/scheduling/server/appointments/missed-appointments.ts";
import { waiveNoShow } from "#lib/scheduling/server/appointments/waive-no-show.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { bookBundle } from "#lib/scheduling/server/booking/book-bundle.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, insertSql, insertValues, makePerson } from "../factories.ts";
import { visit } from "./visit.ts";

/** A patient of a clinic with a limit of two who missed so many appointments yesterday, or longer ago. */
async function unreliable({ missed = 2, daysAgo = 1 } = {}) {
  const house = await visit();
  const { clinic, doctor, service, patient } = house;
  await db.clinic.update({ where: { id: clinic.id }, data: { noShowLimit: 2 } });
  const day = new Date(Date.now() - daysAgo * 86_400_000);
  day.setUTCHours(9, 0, 0, 0);
  const ids: string[] = [];
  await ownerSql("INSERT INTO clinic_day (clinic_id, local_date) VALUES ($1, $2)", [clinic.id, day.toISOString()]);
  for (let n = 0; n < missed; n++) {
    const row = { clinicId: clinic.id, doctorId: doctor.doctorId, serviceId: service.id, patientId: patient.id };
    const startsAt = day.getTime() + n * 3_600_000;
    const [made] = await ownerSql<{ id: string }>(insertSql, insertValues({ ...row, startsAt, status: "no_show" }));
    ids.push(made?.id as string);
  }
  const staff = await makePerson(clinic, "staff");
  return { ...house, staff, ids, book: () => bookAppointment(patient.actor, house.request, earlyMonday) };
}

describe("somebody who missed as many appointments as a clinic bears", () => {
  test("is asked to call, with the numbers, and staff book for them all the same", async () => {
    const { book, request, staff, patient } = await unreliable();
    expect(await book()).toMatchObject({
      ok: false,
      refusal: { code: "FORBIDDEN", detail: { reason: "missed", missed: 2, limit: 2 } },
    });
    const items = [request, request].map(({ serviceId }) => ({ serviceId, doctorId: null }));
    const bundle = { clinicId: request.clinicId, items, startsAt: at("10:00") };
    expect(await bookBundle(patient.actor, bundle, earlyMonday)).toMatchObject({
      refusal: { code: "FORBIDDEN", detail: { reason: "missed" } },
    });
    const byStaff = await bookAppointment(staff.actor, { ...request, patientId: patient.id }, earlyMonday);
    expect(byStaff).toMatchObject({ ok: true });
  });

  test("books again once staff do not count one of them, until they count it again", async () => {
    const { book, ids, staff } = await unreliable();
    const [id] = ids;
    expect(await waiveNoShow(staff.actor, { id })).toMatchObject({ ok: true, value: { status: "no_show" } });
    expect(await missedAppointments(staff.actor, id as string)).toMatchObject({
      limit: 2,
      missed: 1,
      appointments: [
        { id: ids[1], isWaived: false },
        { id, isWaived: true },
      ],
    });
    expect(await waiveNoShow(staff.actor, { id, waived: "false" })).toMatchObject({ ok: true });
    expect(await book()).toMatchObject({ refusal: { code: "FORBIDDEN" } });
    expect(await waiveNoShow(staff.actor, { id })).toMatchObject({ ok: true });
    expect(await book()).toMatchObject({ ok: true });
    const log = await ownerSql("SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id", [id]);
    expect(log.map(({ action }) => action)).toEqual([
      "appointment.no_show_waived",
      "appointment.no_show_counted",
      "appointment.no_show_waived",
    ]);
  });

  test.each([
    ["fewer than the limit", { missed: 1 }],
    ["longer ago than a year", { daysAgo: 400 }],
  ])("counts only so: %s", async (_, settings) => {
    expect(await (await unreliable(settings)).book()).toMatchObject({ ok: true });
  });
});

describe("not counting a missed appointment", () => {
  test("is for the front desk alone", async () => {
    const { ids, doctor, patient, staff } = await unreliable();
    const elsewhere = await makePerson((await visit()).clinic, "staff");
    for (const { actor } of [doctor, patient, elsewhere]) {
      expect(await waiveNoShow(actor, { id: ids[0] })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    }
    for (const { actor } of [patient, elsewhere]) expect(await missedAppointments(actor, ids[0] as string)).toBeNull();
    for (const { actor } of [doctor, staff]) {
      expect(await missedAppointments(actor, ids[0] as string)).toMatchObject({ missed: 2 });
    }
  });

  test("is refused for what was not missed, and for a page that is behind", async () => {
    const { ids, request, staff, patient } = await unreliable({ missed: 1 });
    const coming = await bookAppointment(staff.actor, { ...request, patientId: patient.id }, earlyMonday);
    if (!coming.ok) throw new Error(coming.refusal.code);
    const answer = await waiveNoShow(staff.actor, { id: coming.value.id });
    expect(answer).toMatchObject({ refusal: { code: "ILLEGAL_TRANSITION" } });
    const behind = await waiveNoShow(staff.actor, { id: ids[0], version: 9 });
    expect(behind).toMatchObject({ refusal: { code: "VERSION_CONFLICT" } });
  });

  test("at once by five: one line in the log for each version", async () => {
    const { ids, staff } = await unreliable({ missed: 1 });
    const wish = { id: ids[0], version: 1 };
    const results = await Promise.all(Array.from({ length: 5 }, () => waiveNoShow(staff.actor, wish)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await ownerSql("SELECT 1 FROM audit_entry WHERE subject_id = $1", [ids[0]])).toHaveLength(1);
  });
});
