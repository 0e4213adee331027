import { describe, expect, test } from "vitest";
import { replaceBusinessHours } from "#lib/scheduling/server/clinic/replace-business-hours.ts";
import { deleteTimeSlot } from "#lib/scheduling/server/slots/delete-time-slot.ts";
import { generateSlots } from "#lib/scheduling/server/slots/generate-slots.ts";
import { ownerSql } from "../database.ts";
import { at, makeClinic, makePerson, monday } from "../factories.ts";
import { booked } from "./visit.ts";

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
