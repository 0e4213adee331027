import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { bookBundle } from "#lib/scheduling/server/booking/book-bundle.ts";
import { findBundle } from "#lib/scheduling/server/booking/find-bundle.ts";
import { findBundleOffers } from "#lib/scheduling/server/booking/find-bundle-offers.ts";
import { ownerSql } from "../database.ts";
import {
  at,
  earlyMonday,
  makeClinic,
  makeDoctor,
  makePatients,
  makePerson,
  makeService,
  makeSlots,
  monday,
  type Person,
} from "../factories.ts";
import { countStatements } from "../statements.ts";

/** A blood test of ten minutes with two doctors, then a check-up of an hour with the second of them. */
async function houseForTwo(settings: Parameters<typeof makeSlots>[1] = {}) {
  const clinic = await makeClinic({ cancelNoticeHours: 0 });
  await makeSlots(clinic, settings);
  const blood = await makeService(clinic, { durationMinutes: 10, requiresConfirmation: false });
  const checkUp = await makeService(clinic, { durationMinutes: 60 });
  const nurse = await makeDoctor(clinic, [blood], "Dr A");
  const doctor = await makeDoctor(clinic, [blood, checkUp], "Dr B");
  const [patient] = (await makePatients(1)) as [Person];
  const items = [blood, checkUp].map(({ id }) => ({ serviceId: id, doctorId: null as string | null }));
  return { clinic, blood, checkUp, nurse, doctor, patient, items, wish: { clinicId: clinic.id, items } };
}

const traces = (clinicId: string) =>
  ownerSql(
    `SELECT 1 FROM message WHERE clinic_id = $1 UNION ALL
     SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND action LIKE 'appointment%'`,
    [clinicId],
  );

describe("several services in one go", () => {
  test("are appointments of their own, back to back, that belong together and are told of one by one", async () => {
    const { wish, patient, nurse, doctor, clinic } = await houseForTwo();
    const booked = await bookBundle(patient.actor, { ...wish, startsAt: at("10:00"), notes: "Thirsty" }, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    const { bundleId, appointments } = booked.value;
    expect(appointments).toMatchObject([
      { doctorId: nurse.doctorId, startsAt: at("10:00"), endsAt: at("10:10"), status: "confirmed" },
      { doctorId: doctor.doctorId, startsAt: at("10:30"), endsAt: at("11:30"), status: "pending" },
    ]);
    const seen = await findBundle(patient.actor, bundleId, earlyMonday);
    expect(seen.map(({ id, notes }) => [id, notes])).toEqual(appointments.map(({ id }) => [id, "Thirsty"]));
    expect(seen.every((appointment) => appointment.bundleId === bundleId)).toBe(true);
    const kinds = await ownerSql("SELECT kind FROM message WHERE clinic_id = $1 ORDER BY kind", [clinic.id]);
    expect(kinds.map(({ kind }) => kind)).toEqual([
      "appointment_confirmed",
      "appointment_requested",
      "doctor_new_request",
    ]);
  });

  test("one that finds no place leaves nothing of the others, is named, and other starts are offered", async () => {
    const { wish, patient, doctor, checkUp, clinic } = await houseForTwo({ count: 6 });
    // The check-up's only doctor is away at eleven.
    await db.timeOff.create({
      data: { doctorId: doctor.doctorId, startsAt: new Date(at("11:00")), endsAt: new Date(at("11:30")) },
    });
    const refused = await bookBundle(patient.actor, { ...wish, startsAt: at("10:00") }, earlyMonday);
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: "OUTSIDE_HOURS",
        detail: { item: 1, service: "Check-up" },
        alternatives: [{ startsAt: at("09:30") }, { startsAt: at("09:00") }],
      },
    });
    expect(await traces(clinic.id)).toEqual([]);
    expect(await db.appointment.count({ where: { serviceId: checkUp.id } })).toBe(0);
  });

  test("what is offered is accepted, start by start", async () => {
    const { wish, doctor, clinic } = await houseForTwo({ count: 8, capacity: 3 });
    await db.timeOff.create({
      data: { doctorId: doctor.doctorId, startsAt: new Date(at("11:00")), endsAt: new Date(at("11:15")) },
    });
    const offers = async () => {
      const found = await findBundleOffers({ ...wish, from: monday, to: monday }, earlyMonday);
      if (!found.ok) throw new Error(found.refusal.code);
      return found.value.days.flatMap((day) => day.offers.map(({ startsAt }) => startsAt));
    };
    const first = await offers();
    expect(first).toEqual([at("09:00"), at("09:30"), at("11:00"), at("11:30")]);
    const patients = await makePatients(20);
    for (const { actor } of patients) {
      const [startsAt] = await offers();
      if (!startsAt) break;
      expect(await bookBundle(actor, { ...wish, startsAt }, earlyMonday)).toMatchObject({ ok: true });
    }
    expect(await offers()).toEqual([]);
    for (const startsAt of first) {
      const late = await bookBundle((patients[19] as Person).actor, { ...wish, startsAt }, earlyMonday);
      expect(late).toMatchObject({ ok: false });
    }
    expect(await db.appointment.count({ where: { clinicId: clinic.id } })).toBe(4);
  });

  test("are found in one statement per service, whatever the days and doctors", async () => {
    const { wish } = await houseForTwo();
    const ask = () => findBundleOffers({ ...wish, from: monday, to: "2031-03-20" }, earlyMonday);
    expect(await countStatements(ask)).toBe(2);
  });

  test("need every required answer, each at its own service", async () => {
    const { wish, patient, blood, checkUp, clinic } = await houseForTwo();
    const question = { id: "q", label: "Fasting?", kind: "yes_no", required: true, options: [] };
    await db.service.updateMany({ where: { id: { in: [blood.id, checkUp.id] } }, data: { questions: [question] } });
    const [first, second] = wish.items;
    const items = [{ ...first, answers: { q: "yes" } }, second];
    const refused = await bookBundle(patient.actor, { ...wish, items, startsAt: at("10:00") }, earlyMonday);
    expect(refused).toMatchObject({ ok: false, refusal: { errors: [{ path: "answers.1.q", message: "required" }] } });
    expect(await traces(clinic.id)).toEqual([]);
    const answered = [items[0], { ...second, answers: { q: "no" } }];
    const booked = await bookBundle(patient.actor, { ...wish, items: answered, startsAt: at("10:00") }, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    const seen = await findBundle(patient.actor, booked.value.bundleId, earlyMonday);
    expect(seen.map(({ answers }) => answers[0]?.answer)).toEqual(["yes", "no"]);
  });

  test("cancelling one leaves the others", async () => {
    const { wish, patient } = await houseForTwo();
    const booked = await bookBundle(patient.actor, { ...wish, startsAt: at("10:00") }, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    const [first] = booked.value.appointments;
    expect(await cancelAppointment(patient.actor, { id: first?.id }, earlyMonday)).toMatchObject({ ok: true });
    const seen = await findBundle(patient.actor, booked.value.bundleId, earlyMonday);
    expect(seen.map(({ status }) => status)).toEqual(["cancelled", "pending"]);
  });

  test("are nobody else's to see; a doctor sees the own part, staff all", async () => {
    const { wish, patient, nurse, clinic } = await houseForTwo();
    const booked = await bookBundle(patient.actor, { ...wish, startsAt: at("10:00") }, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    const [other] = (await makePatients(1)) as [Person];
    const staff = await makePerson(clinic, "staff");
    const counts = await Promise.all(
      [other, nurse, staff].map(
        async ({ actor }) => (await findBundle(actor, booked.value.bundleId, earlyMonday)).length,
      ),
    );
    expect(counts).toEqual([0, 1, 2]);
  });

  test("staff book them for somebody without an account, confirmed at once and beyond the horizon", async () => {
    const { wish, clinic } = await houseForTwo();
    await makeSlots(clinic, { date: "2031-06-02" });
    const staff = await makePerson(clinic, "staff");
    const contact = { name: "Walk In", email: "walk.in@example.test" };
    const far = { ...wish, startsAt: at("10:00", "2031-06-02"), contact };
    const booked = await bookBundle(staff.actor, far, earlyMonday);
    expect(booked).toMatchObject({
      ok: true,
      value: { appointments: [{ status: "confirmed" }, { status: "confirmed" }] },
    });
  });

  test.each([
    ["one alone", (items: unknown[]) => items.slice(0, 1), "VALIDATION"],
    ["five", (items: unknown[]) => [...items, ...items, items[0]], "VALIDATION"],
    [
      "a service of nowhere",
      ([one]: unknown[]) => [one, { serviceId: crypto.randomUUID(), doctorId: null }],
      "NOT_FOUND",
    ],
  ])("refuses %s", async (_, change, code) => {
    const { wish, patient } = await houseForTwo();
    const asked = { ...wish, items: change(wish.items), startsAt: at("10:00") };
    expect(await bookBundle(patient.actor, asked, earlyMonday)).toMatchObject({ ok: false, refusal: { code } });
  });
});
