import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import {
  at,
  earlyMonday,
  makeClinic,
  makeDoctor,
  makePatients,
  makeService,
  makeSlots,
  monday,
  type Person,
} from "../factories.ts";
import { countStatements } from "../statements.ts";
import { booked } from "./visit.ts";

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
    { doctors: 1, days: 1, groupSize: 1, rooms: 0 },
    { doctors: 12, days: 30, groupSize: 1, rooms: 0 },
    { doctors: 1, days: 1, groupSize: 8, rooms: 1 },
    { doctors: 12, days: 30, groupSize: 8, rooms: 0 },
    { doctors: 12, days: 30, groupSize: 1, rooms: 5 },
    { doctors: 12, days: 30, groupSize: 8, rooms: 20 },
  ])("takes one statement with $doctors doctors, $days days, groups of $groupSize and $rooms rooms", async (house) => {
    const { doctors, days, groupSize, rooms } = house;
    const clinic = await makeClinic();
    const service = await makeService(clinic, { groupSize });
    const halls = Array.from({ length: rooms }, (_, n) => ({ clinicId: clinic.id, kind: "hall", name: `Hall ${n}` }));
    await db.resource.createMany({ data: halls });
    if (rooms > 0) await db.service.update({ where: { id: service.id }, data: { resourceKind: "hall" } });
    for (let n = 0; n < doctors; n++) await makeDoctor(clinic, [service], `Dr ${n}`);
    for (let n = 0; n < days; n++) {
      const date = new Date(Date.parse(monday) + n * 86_400_000).toISOString().slice(0, 10);
      await makeSlots(clinic, { date });
    }
    // Somebody is there, so that there is a session to be counted and a room to be taken.
    const [patient] = (await makePatients(1)) as [Person];
    const wish = { clinicId: clinic.id, serviceId: service.id, doctorId: null, startsAt: at("10:00") };
    expect(await bookAppointment(patient.actor, wish, earlyMonday)).toMatchObject({ ok: true });
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
