import { describe, expect, test } from "vitest";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { addWeek } from "#lib/scheduling/server/doctors/add-week.ts";
import { findClinicDoctor } from "#lib/scheduling/server/doctors/doctors.ts";
import { replaceWeeklyHours } from "#lib/scheduling/server/doctors/replace-weekly-hours.ts";
import { weeklyHours } from "#lib/scheduling/server/doctors/weekly-hours.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makeClinic, makeDoctor, makeHouse, makePerson, makeService, monday } from "../factories.ts";
import { booked, visit } from "./visit.ts";

const morning = { dayOfWeek: 0, startTime: "09:00", endTime: "12:00" };
const night = { dayOfWeek: 4, startTime: "20:00", endTime: "24:00" };

/** Hours that hold for all of time. */
const always = (...hours: object[]) => [{ from: null, to: null, hours }];

const rowsOf = (doctorId: string) =>
  ownerSql(
    `SELECT clinic_id, day_of_week AS day, start_time::text AS starts, end_time::text AS ends,
       valid_from::text AS "from", valid_to::text AS "to"
     FROM weekly_hours WHERE doctor_id = $1 ORDER BY valid_from NULLS FIRST, day_of_week, start_time`,
    [doctorId],
  );

describe("replacing a doctor's week", () => {
  test("the doctor and the clinic's admins may, and the log says who; the whole team reads it", async () => {
    const { clinic, doctor, doctors } = await makeHouse({ doctors: 2 });
    const week = { clinicId: clinic.id, doctorId: doctor.doctorId };
    const [admin, staff] = [await makePerson(clinic, "admin"), await makePerson(clinic, "staff")];
    const other = doctors[1] as typeof doctor;
    const strangers = [other, await makePerson(await makeClinic(), "admin"), await makePerson()];

    for (const { actor } of [doctor, admin]) {
      const saved = await replaceWeeklyHours(actor, { ...week, hours: [night, morning] });
      expect(saved).toEqual({ ok: true, value: always(morning, night) });
    }
    for (const { actor } of [doctor, staff, admin]) {
      expect(await weeklyHours(actor, week)).toEqual({ ok: true, value: always(morning, night) });
    }
    const before = await rowsOf(doctor.doctorId);
    for (const { actor } of [staff, ...strangers]) {
      const refused = await replaceWeeklyHours(actor, { ...week, hours: [] });
      expect(refused).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    }
    for (const { actor } of strangers) {
      expect(await weeklyHours(actor, week)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    }
    expect(await rowsOf(doctor.doctorId)).toEqual(before);
    const lines = await ownerSql(
      "SELECT actor_id, detail FROM audit_entry WHERE action = 'weekly_hours.replaced' AND subject_id = $1 ORDER BY id",
      [doctor.doctorId],
    );
    const detail = { hours: [night, morning], spans: [{ from: null, to: null }] };
    expect(lines).toEqual([doctor, admin].map(({ id }) => ({ actor_id: id, detail })));
  });

  test("an admin sets no hours for a doctor of another clinic, and does not find them", async () => {
    const [clinic, elsewhere] = [await makeClinic(), await makeClinic()];
    const admin = await makePerson(clinic, "admin");
    const doctor = await makeDoctor(elsewhere, []);
    const week = { clinicId: clinic.id, doctorId: doctor.doctorId };
    expect(await replaceWeeklyHours(admin.actor, { ...week, hours: [morning] })).toMatchObject({
      refusal: { code: "NOT_FOUND" },
    });
    expect(await weeklyHours(admin.actor, week)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    const [{ slug }] = (await ownerSql("SELECT slug FROM doctor WHERE id = $1", [doctor.doctorId])) as [
      { slug: string },
    ];
    expect(await findClinicDoctor(clinic.id, slug)).toBeNull();
    expect(await findClinicDoctor(elsewhere.id, slug)).toMatchObject({ id: doctor.doctorId });
  });

  test("a wrong shift refuses the whole week at its field, the old one stays", async () => {
    const { clinic, doctor } = await makeHouse();
    const save = (...hours: object[]) =>
      replaceWeeklyHours(doctor.actor, { clinicId: clinic.id, doctorId: doctor.doctorId, hours });
    const before = await rowsOf(doctor.doctorId);
    const refused = (path: string, message: string) => ({
      refusal: { code: "VALIDATION", errors: [{ path, message }] },
    });
    expect(await save(morning, { ...morning, startTime: "11:00", endTime: "14:00" })).toMatchObject(
      refused("hours.1.startTime", "shifts_overlap"),
    );
    expect(await save(night, { ...morning, endTime: "08:00" })).toMatchObject(
      refused("hours.1.endTime", "close_not_after_open"),
    );
    expect(await save({ ...morning, endTime: "" })).toMatchObject(refused("hours.0.endTime", "time"));
    expect(await rowsOf(doctor.doctorId)).toEqual(before);
  });

  test("of several who save at once one whole week is left", async () => {
    const { clinic, doctor } = await makeHouse();
    const admin = await makePerson(clinic, "admin");
    const saves = ["08:00", "09:00", "10:00", "11:00"].map((startTime, n) =>
      replaceWeeklyHours(n % 2 ? admin.actor : doctor.actor, {
        clinicId: clinic.id,
        doctorId: doctor.doctorId,
        hours: [0, 1, 2, 3, 4].map((dayOfWeek) => ({ dayOfWeek, startTime, endTime: "17:00" })),
      }),
    );
    expect((await Promise.all(saves)).map((save) => save.ok)).toEqual([true, true, true, true]);
    const rows = (await rowsOf(doctor.doctorId)) as { starts: string }[];
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map(({ starts }) => starts)).size).toBe(1);
  });

  test("hours at another clinic stay, and are not promised twice on any day", async () => {
    const { clinic, doctor } = await makeHouse();
    const elsewhere = await makeClinic();
    await ownerSql("DELETE FROM weekly_hours WHERE doctor_id = $1", [doctor.doctorId]);
    await ownerSql(
      `INSERT INTO weekly_hours (doctor_id, clinic_id, day_of_week, start_time, end_time, valid_from)
       VALUES ($1, $2, 1, '09:00', '12:00', '2031-04-01')`,
      [doctor.doctorId, elsewhere.id],
    );
    const of = { clinicId: clinic.id, doctorId: doctor.doctorId };
    const tuesday = { ...morning, dayOfWeek: 1, startTime: "11:00" };
    const refused = {
      refusal: { code: "VALIDATION", errors: [{ path: "hours.1.startTime", message: "hours_elsewhere" }] },
    };
    expect(await replaceWeeklyHours(doctor.actor, { ...of, hours: [morning, tuesday] })).toMatchObject(refused);
    const march = { ...of, hours: [morning, tuesday], from: "2031-03-10" };
    expect(await addWeek(doctor.actor, { ...march, until: "2031-04-01" }, earlyMonday)).toMatchObject(refused);
    expect(await addWeek(doctor.actor, { ...march, until: "2031-03-31" }, earlyMonday)).toMatchObject({ ok: true });
    expect(await replaceWeeklyHours(doctor.actor, { ...of, hours: [morning] })).toMatchObject({ ok: true });
    expect(await rowsOf(doctor.doctorId)).toMatchObject([
      { clinic_id: clinic.id, day: 0, from: null, to: "2031-03-09" },
      { clinic_id: clinic.id, day: 0, from: "2031-03-10", to: "2031-03-31" },
      { clinic_id: clinic.id, day: 1, from: "2031-03-10", to: "2031-03-31" },
      { clinic_id: elsewhere.id, day: 1, from: "2031-04-01", to: null },
    ]);
  });

  test("two clinics that want the same hours at once: one gets them, the other a refusal in words", async () => {
    const [clinic, elsewhere] = [await makeClinic(), await makeClinic()];
    const doctor = await makeDoctor(clinic, [await makeService(elsewhere)]);
    await ownerSql("DELETE FROM weekly_hours WHERE doctor_id = $1", [doctor.doctorId]);
    const saves = [clinic, elsewhere].map(async ({ id }) => {
      const admin = await makePerson({ ...clinic, id }, "admin");
      return replaceWeeklyHours(admin.actor, { clinicId: id, doctorId: doctor.doctorId, hours: [morning] });
    });
    const answers = (await Promise.all(saves)).map((save) => (save.ok ? "saved" : save.refusal.errors?.[0]?.message));
    expect(answers.sort()).toEqual(["hours_elsewhere", "saved"]);
    expect(await rowsOf(doctor.doctorId)).toHaveLength(1);
  });
});

describe("what a new week changes", () => {
  test("only what lies within it is offered and booked from then on", async () => {
    const { clinic, service, doctor, patient, request } = await visit();
    const hours = [{ dayOfWeek: 0, startTime: "13:00", endTime: "15:00" }];
    await replaceWeeklyHours(doctor.actor, { clinicId: clinic.id, doctorId: doctor.doctorId, hours });
    expect(await bookAppointment(patient.actor, request, earlyMonday)).toMatchObject({
      refusal: { code: "OUTSIDE_HOURS", detail: { reason: "doctor" } },
    });
    const query = { clinicId: clinic.id, serviceId: service.id, from: monday, to: monday };
    const found = await findAvailability(query, earlyMonday);
    const offers = found.ok ? found.value.days[0]?.offers.map((offer) => offer.startsAt) : null;
    expect(offers).toEqual(["13:00", "13:30", "14:00", "14:30"].map((time) => at(time)));
    expect(await bookAppointment(patient.actor, { ...request, startsAt: at("14:30") }, earlyMonday)).toMatchObject({
      ok: true,
    });
  });

  test("an appointment that now lies outside stays as it is", async () => {
    const { clinic, doctor, appointment } = await booked();
    const week = { clinicId: clinic.id, doctorId: doctor.doctorId, hours: [] };
    expect(await replaceWeeklyHours(doctor.actor, week)).toEqual({ ok: true, value: always() });
    const kept = await ownerSql("SELECT status, version FROM appointment WHERE id = $1", [appointment.id]);
    expect(kept).toEqual([{ status: "pending", version: 1 }]);
  });
});
