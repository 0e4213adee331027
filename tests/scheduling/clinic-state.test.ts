import { expect, test } from "vitest";
import { clinicAttention } from "#lib/scheduling/server/clinic/clinic-attention.ts";
import { replaceBusinessHours } from "#lib/scheduling/server/clinic/replace-business-hours.ts";
import { generateSlots } from "#lib/scheduling/server/slots/generate-slots.ts";
import { slotCoverage } from "#lib/scheduling/server/slots/slot-coverage.ts";
import { ownerSql } from "../database.ts";
import { earlyMonday, makeClinic, makeDoctor, makePerson, makeService, monday } from "../factories.ts";
import { booked } from "./visit.ts";

test("coverage says which days have slots, which should, and how far patients can book", async () => {
  const clinic = await makeClinic({ horizonDays: 10, slotCapacity: 2 });
  const admin = await makePerson(clinic, "admin");
  const hours = [0, 1, 2].map((dayOfWeek) => ({ dayOfWeek, openTime: "09:00", closeTime: "10:00" }));
  await replaceBusinessHours(admin.actor, { clinicId: clinic.id, hours });
  await generateSlots(admin.actor, { clinicId: clinic.id, startDate: monday, endDate: "2031-03-04" });

  const answer = await slotCoverage(admin.actor, { clinicId: clinic.id }, earlyMonday);
  expect(answer).toMatchObject({
    ok: true,
    value: { today: monday, until: "2031-03-04", bookableUntil: "2031-03-13" },
  });
  const days = answer.ok ? answer.value.days : [];
  expect(days).toHaveLength(42);
  expect(days.slice(0, 4)).toEqual([
    { localDate: monday, slots: 2, capacity: 4, booked: 0, isWorkingDay: true },
    { localDate: "2031-03-04", slots: 2, capacity: 4, booked: 0, isWorkingDay: true },
    { localDate: "2031-03-05", slots: 0, capacity: 0, booked: 0, isWorkingDay: true },
    { localDate: "2031-03-06", slots: 0, capacity: 0, booked: 0, isWorkingDay: false },
  ]);
});

test("a day with a capacity of its own is measured by it", async () => {
  const { clinic } = await booked();
  const staff = await makePerson(clinic, "staff");
  await ownerSql("UPDATE clinic_day SET capacity = 3 WHERE clinic_id = $1", [clinic.id]);
  const answer = await slotCoverage(staff.actor, { clinicId: clinic.id }, earlyMonday);
  expect(answer.ok && answer.value.days[0]).toMatchObject({ capacity: 3, booked: 1 });
});

test("attention counts open requests and finds offers that cannot be booked", async () => {
  const { clinic } = await booked();
  const admin = await makePerson(clinic, "admin");
  await makeService(clinic);
  const idle = await makeDoctor(clinic, [await makeService(clinic)], "Dr Idle");
  await ownerSql("DELETE FROM weekly_hours WHERE doctor_id = $1", [idle.doctorId]);
  await ownerSql("UPDATE time_slot SET capacity = 5 WHERE clinic_id = $1", [clinic.id]);

  expect(await clinicAttention(admin.actor, { clinicId: clinic.id })).toMatchObject({
    ok: true,
    value: {
      requests: { count: 1, urgent: 0, oldest: expect.any(Number) },
      servicesWithoutDoctor: [{ name: "Check-up" }],
      doctorsWithoutHours: [{ name: "Dr Idle" }],
      overFull: [],
      failedMessages: 0,
      missingGuards: [],
    },
  });
});

test("neither is told to people without the role there", async () => {
  const [clinic, other] = [await makeClinic(), await makeClinic()];
  const outsiders = [await makePerson(), await makePerson(other, "admin"), await makePerson(clinic, "doctor")];
  for (const { actor } of outsiders) {
    expect(await slotCoverage(actor, { clinicId: clinic.id })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    expect(await clinicAttention(actor, { clinicId: clinic.id })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  }
  const staff = await makePerson(clinic, "staff");
  expect(await clinicAttention(staff.actor, { clinicId: clinic.id })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
});
