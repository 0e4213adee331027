import { describe, expect, test } from "vitest";
import { databaseClock } from "#lib/clock.ts";
import { bookAppointment } from "#lib/scheduling/server/book-appointment.ts";
import { cancelAppointment } from "#lib/scheduling/server/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/confirm-appointment.ts";
import { deleteTimeSlot } from "#lib/scheduling/server/delete-time-slot.ts";
import { doctorInbox } from "#lib/scheduling/server/doctor-inbox.ts";
import { findAppointment } from "#lib/scheduling/server/find-appointment.ts";
import { findAvailability } from "#lib/scheduling/server/find-availability.ts";
import { generateSlots } from "#lib/scheduling/server/generate-slots.ts";
import { myAppointments } from "#lib/scheduling/server/my-appointments.ts";
import { rejectAppointment } from "#lib/scheduling/server/reject-appointment.ts";
import { replaceBusinessHours } from "#lib/scheduling/server/replace-business-hours.ts";
import { transitionAppointment } from "#lib/scheduling/server/transition-appointment.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import {
  at,
  clockAt,
  earlyMonday,
  makeClinic,
  makeDoctor,
  makeHouse,
  makePatients,
  makePerson,
  makeService,
  makeSlots,
  monday,
  type Person,
} from "../factories.ts";

async function visit(settings: Parameters<typeof makeHouse>[0] = {}) {
  const house = await makeHouse(settings);
  const [patient] = (await makePatients(1)) as [Person];
  const request = {
    clinicId: house.clinic.id,
    serviceId: house.service.id,
    doctorId: house.doctor.doctorId as string | null,
    startsAt: at("10:00"),
  };
  return { ...house, patient, request };
}

async function booked(settings: Parameters<typeof makeHouse>[0] = {}) {
  const made = await visit(settings);
  const result = await bookAppointment(made.patient.actor, made.request, earlyMonday);
  if (!result.ok) throw new Error(result.refusal.code);
  return { ...made, appointment: result.value };
}

describe("booking", () => {
  test("waits for the doctor, who is told; the patient sees it as requested", async () => {
    const { patient, doctor, appointment } = await booked({ clinic: { cancelNoticeHours: 2 } });
    expect(appointment).toMatchObject({ status: "pending", version: 1, endsAt: at("10:30") });
    expect(await myAppointments(patient.actor, { view: "upcoming" }, earlyMonday)).toMatchObject([
      { id: appointment.id, status: "pending", actions: ["cancelled"] },
    ]);
    expect(await doctorInbox(doctor.actor, earlyMonday)).toMatchObject([
      { id: appointment.id, actions: ["confirmed", "rejected"] },
    ]);
    const messages = await ownerSql("SELECT kind, recipient FROM message WHERE appointment_id = $1 ORDER BY kind", [
      appointment.id,
    ]);
    expect(messages).toEqual([
      { kind: "appointment_requested", recipient: patient.email },
      { kind: "doctor_new_request", recipient: doctor.email },
    ]);
    const audit = "SELECT action, actor_id FROM audit_entry WHERE subject_id = $1";
    expect(await ownerSql(audit, [appointment.id])).toEqual([{ action: "appointment.booked", actor_id: patient.id }]);
  });

  test("is confirmed at once where the service needs no answer", async () => {
    const { appointment } = await booked({ service: { requiresConfirmation: false } });
    expect(appointment.status).toBe("confirmed");
  });

  test("with any doctor takes the least busy, then the first by name", async () => {
    const { doctors, request } = await visit({ doctors: 3 });
    const [first, second, third] = doctors.map((doctor) => doctor.doctorId);
    const patients = await makePatients(5);
    const chosen: (string | undefined)[] = [];
    for (const [n, { actor }] of patients.entries()) {
      const startsAt = at("09:00") + minutes(30 * n);
      const named = n === 0 ? first : null;
      const result = await bookAppointment(actor, { ...request, doctorId: named, startsAt }, earlyMonday);
      chosen.push(result.ok ? result.value.doctorId : result.refusal.code);
    }
    expect(chosen).toEqual([first, second, third, first, second]);
  });

  test.each([
    ["a time gone by", { startsAt: at("05:00") }, "PAST"],
    ["a time off the grid", { startsAt: at("10:10") }, "OUTSIDE_HOURS"],
    ["a day without slots", { startsAt: at("10:00", "2031-03-04") }, "CLOSED"],
    ["a day beyond the horizon", { startsAt: at("10:00", "2031-04-20") }, "BEYOND_HORIZON"],
    ["the last slot for a visit that takes two", { startsAt: at("16:30") }, "OUTSIDE_HOURS"],
    ["an unknown service", { serviceId: "00000000-0000-7000-8000-000000000000" }, "NOT_FOUND"],
    ["no time at all", { startsAt: "soon" }, "VALIDATION"],
    ["an id that is none", { clinicId: "1 OR 1=1" }, "VALIDATION"],
  ])("refuses %s", async (_, wish, code) => {
    const { patient, request } = await visit({ service: { durationMinutes: 60 } });
    const result = await bookAppointment(patient.actor, { ...request, ...wish }, earlyMonday);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
  });

  test("refuses short notice, and says how much is asked", async () => {
    const { patient, request } = await visit({ clinic: { minNoticeMinutes: 120 } });
    const result = await bookAppointment(patient.actor, request, clockAt(at("08:30")));
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "TOO_SHORT_NOTICE", detail: { minNoticeMinutes: 120 } },
    });
  });

  test("refuses a full slot with its numbers and the three nearest times instead", async () => {
    const { request } = await visit({ slots: { capacity: 1 }, doctors: 2 });
    const [first, second] = (await makePatients(2)) as [Person, Person];
    expect(await bookAppointment(first.actor, request, earlyMonday)).toMatchObject({ ok: true });
    expect(await bookAppointment(second.actor, request, earlyMonday)).toMatchObject({
      ok: false,
      refusal: {
        code: "SLOT_FULL",
        detail: { booked: 1, capacity: 1, startsAt: at("10:00") },
        alternatives: [{ startsAt: at("09:30") }, { startsAt: at("10:30") }, { startsAt: at("09:00") }],
      },
    });
  });

  test("refuses the same patient twice, and lets them book the next half hour", async () => {
    const { patient, request } = await booked({ doctors: 2 });
    expect(await bookAppointment(patient.actor, { ...request, doctorId: null }, earlyMonday)).toMatchObject({
      ok: false,
      refusal: { code: "SAME_PATIENT" },
    });
    const next = { ...request, startsAt: at("10:30") };
    expect(await bookAppointment(patient.actor, next, earlyMonday)).toMatchObject({ ok: true });
  });

  test("judges the past by the database's clock unless told otherwise", async () => {
    const { patient, request, clinic } = await visit();
    await makeSlots(clinic, { date: "2020-03-02" });
    const longAgo = { ...request, startsAt: at("10:00", "2020-03-02") };
    const result = await bookAppointment(patient.actor, longAgo, databaseClock);
    expect(result).toMatchObject({ ok: false, refusal: { code: "PAST" } });
  });

  test("leaves no message and no audit line when it is refused", async () => {
    const { patient, request, clinic } = await visit();
    await bookAppointment(patient.actor, { ...request, startsAt: at("10:10") }, earlyMonday);
    const traces = `SELECT 1 FROM message WHERE clinic_id = $1 UNION ALL
      SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND action LIKE 'appointment%'`;
    expect(await ownerSql(traces, [clinic.id])).toEqual([]);
  });
});

describe("an appointment's life", () => {
  test("goes from request to done, and only along the table", async () => {
    const { doctor, appointment } = await booked();
    const move = (to: string) => transitionAppointment(doctor.actor, { id: appointment.id, to }, earlyMonday);
    expect(await move("completed")).toMatchObject({ ok: false, refusal: { code: "ILLEGAL_TRANSITION" } });
    for (const to of ["confirmed", "checked_in", "in_progress", "on_hold", "in_progress", "completed"]) {
      expect(await move(to)).toMatchObject({ ok: true, value: { status: to } });
    }
    expect(await move("cancelled")).toMatchObject({ ok: false, refusal: { code: "ILLEGAL_TRANSITION" } });
  });

  test("a decision on what somebody else has changed meanwhile is refused", async () => {
    const { doctor, patient, appointment } = await booked({ clinic: { cancelNoticeHours: 2 } });
    await cancelAppointment(patient.actor, { id: appointment.id }, earlyMonday);
    const late = await confirmAppointment(
      doctor.actor,
      { id: appointment.id, version: appointment.version },
      earlyMonday,
    );
    expect(late).toMatchObject({ ok: false, refusal: { code: "VERSION_CONFLICT", detail: { status: "cancelled" } } });
  });

  test("a patient cancels until the deadline, staff at any time; the place is free again", async () => {
    const { patient, clinic, appointment, request } = await booked({ clinic: { cancelNoticeHours: 2 } });
    const tooLate = await cancelAppointment(patient.actor, { id: appointment.id }, clockAt(at("08:00") + 1));
    expect(tooLate).toMatchObject({
      ok: false,
      refusal: { code: "TOO_LATE_TO_CANCEL", detail: { deadline: at("08:00") } },
    });
    const staff = await makePerson(clinic, "staff");
    const cancelled = await cancelAppointment(
      staff.actor,
      { id: appointment.id, reason: "Dr ill" },
      clockAt(at("09:59")),
    );
    expect(cancelled).toMatchObject({ ok: true, value: { status: "cancelled" } });
    const [row] = await ownerSql("SELECT cancel_reason, cancelled_by_id FROM appointment WHERE id = $1", [
      appointment.id,
    ]);
    expect(row).toEqual({ cancel_reason: "Dr ill", cancelled_by_id: staff.id });
    const [other] = (await makePatients(1)) as [Person];
    expect(await bookAppointment(other.actor, request, earlyMonday)).toMatchObject({ ok: true });
  });

  test("is told to whom it concerns: declined to the patient with the reason, cancelled to the doctor", async () => {
    const declined = await booked();
    await rejectAppointment(declined.doctor.actor, { id: declined.appointment.id, reason: "On leave" }, earlyMonday);
    const cancelled = await booked({ clinic: { cancelNoticeHours: 0 } });
    await cancelAppointment(cancelled.patient.actor, { id: cancelled.appointment.id }, earlyMonday);
    const told = await ownerSql(
      `SELECT kind, payload ->> 'reason' AS reason FROM message
       WHERE appointment_id = ANY ($1) AND appointment_version = 2 ORDER BY kind`,
      [[declined.appointment.id, cancelled.appointment.id]],
    );
    expect(told).toEqual([
      { kind: "appointment_cancelled", reason: null },
      { kind: "appointment_declined", reason: "On leave" },
      { kind: "doctor_cancelled", reason: null },
    ]);
  });
});

describe("slots and hours", () => {
  test("generating twice, and twice at once, makes every slot once and keeps what is booked", async () => {
    const clinic = await makeClinic({ slotCapacity: 4 });
    const admin = await makePerson(clinic, "admin");
    const hours = [0, 1].flatMap((dayOfWeek) => [
      { dayOfWeek, openTime: "09:00", closeTime: "12:00" },
      { dayOfWeek, openTime: "13:00", closeTime: "17:00" },
    ]);
    expect(await replaceBusinessHours(admin.actor, { clinicId: clinic.id, hours })).toMatchObject({ ok: true });
    const range = { clinicId: clinic.id, startDate: monday, endDate: "2031-03-09" };
    const runs = await Promise.all([1, 2, 3].map(() => generateSlots(admin.actor, range)));
    const created = runs.map((run) => (run.ok ? run.value.created : run.refusal.code));
    expect(created.sort()).toEqual([0, 0, 28]);
    const [{ slots }] = (await ownerSql("SELECT count(*)::int AS slots FROM time_slot WHERE clinic_id = $1", [
      clinic.id,
    ])) as [{ slots: number }];
    expect(slots).toBe(28);
    const other = await generateSlots(admin.actor, { ...range, slotMinutes: 45 });
    expect(other).toMatchObject({ ok: true, value: { created: 0, existing: 0, skipped: 18 } });
  });

  test.each([
    ["more than 90 days", { startDate: "2031-03-03", endDate: "2031-06-30" }, "endDate"],
    ["an end before its start", { startDate: "2031-03-03", endDate: "2031-03-01" }, "endDate"],
    ["slots of five minutes", { startDate: "2031-03-03", endDate: "2031-03-03", slotMinutes: 5 }, "slotMinutes"],
    ["no capacity", { startDate: "2031-03-03", endDate: "2031-03-03", capacity: 0 }, "capacity"],
    ["a day that is none", { startDate: "2031-02-30", endDate: "2031-03-03" }, "startDate"],
  ])("refuses to generate %s", async (_, range, path) => {
    const clinic = await makeClinic();
    const admin = await makePerson(clinic, "admin");
    const result = await generateSlots(admin.actor, { clinicId: clinic.id, ...range });
    expect(result).toMatchObject({ ok: false, refusal: { code: "VALIDATION", errors: [{ path }] } });
  });

  test("a week with overlapping shifts is refused whole, the old one stays", async () => {
    const clinic = await makeClinic();
    const admin = await makePerson(clinic, "admin");
    const monday9 = { dayOfWeek: 0, openTime: "09:00", closeTime: "12:00" };
    await replaceBusinessHours(admin.actor, { clinicId: clinic.id, hours: [monday9] });
    const hours = [monday9, { dayOfWeek: 0, openTime: "11:00", closeTime: "14:00" }];
    expect(await replaceBusinessHours(admin.actor, { clinicId: clinic.id, hours })).toMatchObject({
      ok: false,
      refusal: { code: "VALIDATION", errors: [{ path: "hours.1.openTime", message: "shifts_overlap" }] },
    });
    const count = "SELECT count(*)::int AS rows FROM business_hours WHERE clinic_id = $1 AND NOT is_closed";
    expect(await ownerSql(count, [clinic.id])).toEqual([{ rows: 1 }]);
  });

  test("two admins who save their weeks at once end with one whole week", async () => {
    const clinic = await makeClinic();
    const admin = await makePerson(clinic, "admin");
    const weeks = ["08:00", "09:00", "10:00", "11:00"].map((openTime) =>
      [0, 1, 2, 3, 4].map((dayOfWeek) => ({ dayOfWeek, openTime, closeTime: "17:00" })),
    );
    const saves = weeks.map((hours) => replaceBusinessHours(admin.actor, { clinicId: clinic.id, hours }));
    expect((await Promise.all(saves)).map((save) => save.ok)).toEqual([true, true, true, true]);
    const opens = "SELECT DISTINCT open_time FROM business_hours WHERE clinic_id = $1 AND NOT is_closed";
    expect(await ownerSql(opens, [clinic.id])).toHaveLength(1);
  });

  test("a booked slot is not deleted", async () => {
    const { clinic, slots } = await booked();
    const staff = await makePerson(clinic, "staff");
    const taken = slots.find((slot) => slot.startsAt === at("10:00"));
    expect(await deleteTimeSlot(staff.actor, { id: taken?.id })).toMatchObject({
      ok: false,
      refusal: { code: "VERSION_CONFLICT", detail: { booked: 1 } },
    });
    expect(await deleteTimeSlot(staff.actor, { id: slots[0]?.id })).toMatchObject({ ok: true });
  });
});

describe("availability", () => {
  test("offers exactly what booking then accepts", async () => {
    const { clinic, service, patient } = await booked({ doctors: 2, slots: { capacity: 1 } });
    const found = await findAvailability(
      { clinicId: clinic.id, serviceId: service.id, from: monday, to: monday },
      earlyMonday,
    );
    if (!found.ok) throw new Error(found.refusal.code);
    const offers = found.value.days[0]?.offers ?? [];
    expect(offers.map((offer) => offer.startsAt)).not.toContain(at("10:00"));
    expect(offers).toHaveLength(15);
    for (const offer of offers) {
      const request = { clinicId: clinic.id, serviceId: service.id, doctorId: null, startsAt: offer.startsAt };
      expect(await bookAppointment(patient.actor, request, earlyMonday)).toMatchObject({ ok: true });
    }
  });

  test.each([
    [1, 1],
    [12, 30],
  ])("takes one statement with %i doctors and %i days", async (doctors, days) => {
    const clinic = await makeClinic();
    const service = await makeService(clinic);
    for (let n = 0; n < doctors; n++) await makeDoctor(clinic, [service], `Dr ${n}`);
    for (let n = 0; n < days; n++) {
      const date = new Date(Date.parse(monday) + n * 86_400_000).toISOString().slice(0, 10);
      await makeSlots(clinic, { date });
    }
    const to = new Date(Date.parse(monday) + (days - 1) * 86_400_000).toISOString().slice(0, 10);
    const counted = await countStatements(async () => {
      const found = await findAvailability(
        { clinicId: clinic.id, serviceId: service.id, from: monday, to },
        earlyMonday,
      );
      if (!found.ok) throw new Error(found.refusal.code);
      expect(found.value.days).toHaveLength(days);
      expect(found.value.days.at(-1)?.offers[0]?.doctorIds).toHaveLength(doctors);
    });
    expect(counted).toBe(1);
  });
});

test("a foreign appointment and an unknown one look the same", async () => {
  const { appointment, clinic } = await booked();
  const [stranger] = (await makePatients(1)) as [Person];
  const elsewhere = await makePerson(await makeClinic(), "admin", "staff");
  const unknown = "00000000-0000-7000-8000-000000000000";
  for (const { actor } of [stranger, elsewhere, await makePerson(clinic, "doctor")]) {
    const answers = await Promise.all([
      cancelAppointment(actor, { id: appointment.id }, earlyMonday),
      cancelAppointment(actor, { id: unknown }, earlyMonday),
      confirmAppointment(actor, { id: appointment.id }, earlyMonday),
    ]);
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { code: "NOT_FOUND", detail: {} } });
    expect(await findAppointment(actor, appointment.id)).toBeNull();
  }
});

async function countStatements(work: () => Promise<void>): Promise<number> {
  const pool = (globalThis as { slotwellDatabase?: { pool: { query: (...args: never[]) => unknown } } })
    .slotwellDatabase?.pool;
  if (!pool) throw new Error("no pool");
  const original = pool.query;
  let count = 0;
  pool.query = (...args) => {
    count++;
    return original(...args);
  };
  try {
    await work();
  } finally {
    pool.query = original;
  }
  return count;
}
