import { describe, expect, test } from "vitest";
import type { Result } from "#lib/result.ts";
import { appUrl, ownerSql } from "../database.ts";
import { at, earlyMonday, makeHouse, makePatients, type Person } from "../factories.ts";
import { expectCountersTrue } from "../scheduling/counters.ts";
import { withClientOf } from "./other-client.ts";
import { type CuttingProxy, startCuttingProxy } from "./proxy.ts";

// The database commits, and the line goes dead before anybody hears of it: the one moment in which neither side knows
// what the other does. Asking again must find the appointment, and never make a second one.

async function visit() {
  const { clinic, service, doctor, doctors } = await makeHouse({ doctors: 3, clinic: { cancelNoticeHours: 0 } });
  const [patient] = (await makePatients(1)) as [Person];
  const request = {
    clinicId: clinic.id,
    serviceId: service.id,
    doctorId: doctor.doctorId as string | null,
    startsAt: at("10:00"),
  };
  return { clinic, doctor, doctors, patient, request };
}

async function throughProxy<T>(work: (proxy: CuttingProxy) => Promise<T>): Promise<T> {
  const proxy = await startCuttingProxy(appUrl);
  try {
    return await withClientOf(proxy.url, () => work(proxy));
  } finally {
    await proxy.close();
  }
}

async function appointmentsOf(patient: Person): Promise<{ status: string; version: number }[]> {
  return ownerSql("SELECT status::text, version FROM appointment WHERE patient_id = $1", [patient.id]);
}

async function traces(patient: Person): Promise<Record<string, number>> {
  const [row] = await ownerSql<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM audit_entry WHERE subject_id = ANY (ids)) AS lines,
       (SELECT count(*)::int FROM message WHERE appointment_id::text = ANY (ids)) AS mails
     FROM (SELECT array_agg(id::text) AS ids FROM appointment WHERE patient_id = $1) own`,
    [patient.id],
  );
  return row ?? {};
}

const busy: Result<never> = { ok: false, refusal: { code: "BUSY", detail: {} } };

describe("a commit whose answer is cut", () => {
  test.each([
    // A named doctor's booking is one statement and so its own transaction; any doctor's ends with COMMIT.
    ["a booking with a named doctor", "appointment.booked", false],
    ["a booking with any doctor", "COMMIT", true],
  ])("%s: asking again finds it", async (_, marker, anyDoctor) => {
    const { clinic, patient, request } = await visit();
    const asked = { ...request, doctorId: anyDoctor ? null : request.doctorId };
    await throughProxy(async (proxy) => {
      const { bookAppointment } = await import("#lib/scheduling/server/booking/book-appointment.ts");
      proxy.cutAnswerTo(marker);
      expect(await bookAppointment(patient.actor, asked, earlyMonday)).toEqual(busy);
      expect(proxy.cuts()).toBe(1);
      expect(await appointmentsOf(patient)).toEqual([{ status: "pending", version: 1 }]);

      for (let again = 0; again < 3; again++) {
        expect(await bookAppointment(patient.actor, asked, earlyMonday)).toMatchObject({
          ok: false,
          refusal: { code: "SAME_PATIENT", detail: { startsAt: request.startsAt } },
        });
      }
      const { myAppointments } = await import("#lib/scheduling/server/appointments/my-appointments.ts");
      expect(await myAppointments(patient.actor, { view: "upcoming" }, earlyMonday)).toMatchObject([
        { startsAt: request.startsAt, status: "pending" },
      ]);
    });
    expect(await appointmentsOf(patient)).toHaveLength(1);
    expect(await traces(patient)).toEqual({ lines: 1, mails: 2 });
    await expectCountersTrue(clinic.id);
  });

  test.each([
    ["confirmed", "confirmAppointment"],
    ["cancelled", "cancelAppointment"],
  ])("an appointment that was %s: asking again tells how it is", async (status, command) => {
    const { clinic, patient, doctor, request } = await visit();
    const { bookAppointment } = await import("#lib/scheduling/server/booking/book-appointment.ts");
    const booked = await bookAppointment(patient.actor, request, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    const { id, version } = booked.value;
    await throughProxy(async (proxy) => {
      const ask =
        command === "confirmAppointment"
          ? await import("#lib/scheduling/server/appointments/confirm-appointment.ts").then(
              (module) => module.confirmAppointment,
            )
          : await import("#lib/scheduling/server/appointments/cancel-appointment.ts").then(
              (module) => module.cancelAppointment,
            );
      const { actor } = command === "confirmAppointment" ? doctor : patient;
      proxy.cutAnswerTo("COMMIT");
      expect(await ask(actor, { id, version }, earlyMonday)).toEqual(busy);
      expect(await ask(actor, { id, version }, earlyMonday)).toEqual({
        ok: false,
        refusal: { code: "VERSION_CONFLICT", detail: { status } },
      });
    });
    expect(await appointmentsOf(patient)).toEqual([{ status, version: 2 }]);
    expect(await traces(patient)).toMatchObject({ lines: 2 });
    await expectCountersTrue(clinic.id);
  });
});

test("a line cut before the commit leaves nothing, and asking again books", async () => {
  const { clinic, patient, request } = await visit();
  const asked = { ...request, doctorId: null };
  await throughProxy(async (proxy) => {
    const { bookAppointment } = await import("#lib/scheduling/server/booking/book-appointment.ts");
    // The answer to the INSERT is lost, so COMMIT is never sent and the server rolls back.
    proxy.cutAnswerTo("appointment.booked");
    expect(await bookAppointment(patient.actor, asked, earlyMonday)).toEqual(busy);
    expect(await appointmentsOf(patient)).toEqual([]);
    expect(await bookAppointment(patient.actor, asked, earlyMonday)).toMatchObject({ ok: true });
  });
  expect(await appointmentsOf(patient)).toHaveLength(1);
  expect(await traces(patient)).toEqual({ lines: 1, mails: 2 });
  await expectCountersTrue(clinic.id);
});

test("40 bookings in a row, each cut at another of its steps: each is there once or not at all", async () => {
  const { clinic, service } = await makeHouse({ doctors: 4, slots: { capacity: 50 } });
  const patients = await makePatients(40);
  await throughProxy(async (proxy) => {
    const { bookAppointment } = await import("#lib/scheduling/server/booking/book-appointment.ts");
    for (const [n, { actor }] of patients.entries()) {
      const startsAt = at("09:00") + (n % 16) * 30 * 60_000;
      const request = { clinicId: clinic.id, serviceId: service.id, doctorId: null, startsAt };
      proxy.cutAnswerToRequest(n % 5);
      const first = await bookAppointment(actor, request, earlyMonday);
      const second = first.ok ? first : await bookAppointment(actor, request, earlyMonday);
      if (!second.ok) expect(["SAME_PATIENT", "BUSY"]).toContain(second.refusal.code);
    }
    expect(proxy.cuts()).toBeGreaterThan(30);
  });
  const twice = await ownerSql(
    "SELECT patient_id FROM appointment WHERE clinic_id = $1 GROUP BY patient_id HAVING count(*) > 1",
    [clinic.id],
  );
  expect(twice).toEqual([]);
  await expectCountersTrue(clinic.id);
});
