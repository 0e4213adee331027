import { describe, expect, test } from "vitest";
import { bookAppointment } from "#lib/scheduling/server/book-appointment.ts";
import { findAvailability } from "#lib/scheduling/server/find-availability.ts";
import { at, earlyMonday, makeClinic, makeDoctor, makeService, makeSlots, monday } from "../factories.ts";
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
