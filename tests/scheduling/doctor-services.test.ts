import { describe, expect, test } from "vitest";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { updateService } from "#lib/scheduling/server/clinic/save-service.ts";
import { doctorServices } from "#lib/scheduling/server/doctors/doctor-services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { saveDoctorServices } from "#lib/scheduling/server/doctors/save-doctor-services.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makeClinic, makeHouse, makePerson, makeService, monday } from "../factories.ts";
import { booked, visit } from "./visit.ts";

const unchanged = { priceAmount: null, durationMinutes: null };

describe("what a doctor offers", () => {
  test("own price and length hold for new bookings; empty ones are the service's", async () => {
    const { clinic, service, doctor, patient, request } = await visit();
    const of = { clinicId: clinic.id, doctorId: doctor.doctorId };
    const save = (own: object) =>
      saveDoctorServices(doctor.actor, { ...of, services: [{ serviceId: service.id, isOffered: true, ...own }] });

    expect(await save({ priceAmount: "5500", durationMinutes: "60" })).toMatchObject({
      value: [
        { isOffered: true, ownPriceAmount: 5500, ownDurationMinutes: 60, priceAmount: 4000, durationMinutes: 30 },
      ],
    });
    const long = await bookAppointment(patient.actor, request, earlyMonday);
    expect(long).toMatchObject({ value: { endsAt: at("10:00") + minutes(60) } });

    expect(await save({ priceAmount: "", durationMinutes: "" })).toMatchObject({
      value: [{ ownPriceAmount: null, ownDurationMinutes: null }],
    });
    const usual = await bookAppointment(patient.actor, { ...request, startsAt: at("14:00") }, earlyMonday);
    expect(usual).toMatchObject({ value: { endsAt: at("14:30") } });
    const kept = await ownerSql(
      "SELECT price_amount::int AS price, ends_at FROM appointment WHERE doctor_id = $1 ORDER BY starts_at",
      [of.doctorId],
    );
    expect(kept).toEqual([
      { price: 5500, ends_at: new Date(at("11:00")) },
      { price: 4000, ends_at: new Date(at("14:30")) },
    ]);
  });

  test("no longer offered: not bookable with them, appointments stay, and it can be taken up again", async () => {
    const { clinic, service, doctor, appointment, patient, request } = await booked();
    const of = { clinicId: clinic.id, doctorId: doctor.doctorId };
    const offer = (isOffered: boolean) =>
      saveDoctorServices(doctor.actor, { ...of, services: [{ serviceId: service.id, isOffered, ...unchanged }] });
    expect(await offer(false)).toMatchObject({ value: [{ isOffered: false }] });
    expect(await ownerSql("SELECT is_active FROM doctor_service WHERE doctor_id = $1", [of.doctorId])).toEqual([
      { is_active: false },
    ]);
    const later = { ...request, startsAt: at("14:00") };
    expect(await bookAppointment(patient.actor, later, earlyMonday)).toMatchObject({
      refusal: { code: "NOT_OFFERED" },
    });
    const found = await findAvailability(
      { clinicId: clinic.id, serviceId: service.id, from: monday, to: monday },
      earlyMonday,
    );
    expect(found.ok && found.value.days.flatMap((day) => day.offers)).toEqual([]);
    expect(await listDoctors(clinic.id)).toEqual([]);
    expect(await ownerSql("SELECT status FROM appointment WHERE id = $1", [appointment.id])).toEqual([
      { status: "pending" },
    ]);
    expect(await offer(true)).toMatchObject({ ok: true });
    expect(await bookAppointment(patient.actor, later, earlyMonday)).toMatchObject({ ok: true });
  });

  test("a service never offered needs no row to stay so; one that is not named stays as it was", async () => {
    const { clinic, service, doctor } = await makeHouse();
    const other = await makeService(clinic);
    const of = { clinicId: clinic.id, doctorId: doctor.doctorId };
    await saveDoctorServices(doctor.actor, {
      ...of,
      services: [{ serviceId: other.id, isOffered: false, priceAmount: 100, durationMinutes: 30 }],
    });
    expect(
      await ownerSql("SELECT service_id, is_active FROM doctor_service WHERE doctor_id = $1", [of.doctorId]),
    ).toEqual([{ service_id: service.id, is_active: true }]);
  });

  test.each<[string, object, string, string]>([
    ["a length too short", { durationMinutes: "4" }, "services.0.durationMinutes", "too_small"],
    ["a length of more than a day", { durationMinutes: "1441" }, "services.0.durationMinutes", "too_large"],
    ["half a minute", { durationMinutes: "30.5" }, "services.0.durationMinutes", "number"],
    ["a negative price", { priceAmount: "-1" }, "services.0.priceAmount", "too_small"],
    ["a price that is none", { priceAmount: "dear" }, "services.0.priceAmount", "number"],
  ])("is refused at its field for %s, and nothing changes", async (_, wrong, path, message) => {
    const { clinic, service, doctor } = await makeHouse();
    const of = { clinicId: clinic.id, doctorId: doctor.doctorId };
    const services = [{ serviceId: service.id, isOffered: false, ...unchanged, ...wrong }];
    expect(await saveDoctorServices(doctor.actor, { ...of, services })).toMatchObject({
      refusal: { code: "VALIDATION", errors: [{ path, message }] },
    });
    expect(await doctorServices(doctor.actor, of)).toMatchObject({
      value: [{ isOffered: true, ownPriceAmount: null }],
    });
  });

  test("that doctor and admins may; nobody offers a service of another clinic", async () => {
    const { clinic, service, doctor, doctors } = await makeHouse({ doctors: 2 });
    const of = { clinicId: clinic.id, doctorId: doctor.doctorId };
    const elsewhere = await makeService(await makeClinic());
    const admin = await makePerson(clinic, "admin");
    const staff = await makePerson(clinic, "staff");
    const services = [{ serviceId: service.id, isOffered: true, priceAmount: 1, durationMinutes: null }];
    const missing = { refusal: { code: "NOT_FOUND" } };
    for (const { actor } of [staff, doctors[1] as typeof doctor, await makePerson()]) {
      expect(await saveDoctorServices(actor, { ...of, services })).toMatchObject(missing);
    }
    expect(await doctorServices(staff.actor, of)).toMatchObject({ value: [{ ownPriceAmount: null }] });
    const foreign = [...services, { serviceId: elsewhere.id, isOffered: true, ...unchanged }];
    expect(await saveDoctorServices(admin.actor, { ...of, services: foreign })).toMatchObject(missing);
    expect(await doctorServices(admin.actor, of)).toMatchObject({ value: [{ ownPriceAmount: null }] });
    for (const { actor } of [doctor, admin]) {
      expect(await saveDoctorServices(actor, { ...of, services })).toMatchObject({ ok: true });
    }
    const lines = await ownerSql(
      "SELECT actor_id FROM audit_entry WHERE action = 'doctor_services.changed' AND subject_id = $1 ORDER BY id",
      [of.doctorId],
    );
    expect(lines).toEqual([{ actor_id: doctor.id }, { actor_id: admin.id }]);
  });

  test("doctors and an admin who save at once: every change is whole", async () => {
    const { clinic, service, doctors } = await makeHouse({ doctors: 4 });
    const others = await Promise.all([makeService(clinic), makeService(clinic), makeService(clinic)]);
    const admin = await makePerson(clinic, "admin");
    const everything = [service, ...others].map(({ id }) => ({
      serviceId: id,
      isOffered: true,
      durationMinutes: null,
    }));
    const answers = await Promise.all([
      ...doctors.flatMap(({ actor, doctorId }, n) =>
        [1, 2].map((price) =>
          saveDoctorServices(actor, {
            clinicId: clinic.id,
            doctorId,
            services: everything.map((own) => ({ ...own, priceAmount: 100 * (n + 1) + price })),
          }),
        ),
      ),
      ...others.map(({ id }) =>
        updateService(admin.actor, {
          id,
          name: "Renamed",
          durationMinutes: 30,
          priceAmount: 0,
          mode: "phone",
          isActive: "on",
          doctorIds: doctors.map(({ doctorId }) => doctorId),
        }),
      ),
    ]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const prices = await ownerSql<{ services: number; prices: number }>(
      `SELECT count(*)::int AS services, count(DISTINCT price_amount)::int AS prices FROM doctor_service
       WHERE doctor_id = ANY ($1::uuid[]) AND is_active GROUP BY doctor_id`,
      [doctors.map(({ doctorId }) => doctorId)],
    );
    expect(prices).toEqual(doctors.map(() => ({ services: 4, prices: 1 })));
  });
});
