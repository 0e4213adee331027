import { expect, test } from "vitest";
import { addShift, changeShift, removeShift } from "#lib/scheduling/server/clinic/change-business-hours.ts";
import { replaceBusinessHours } from "#lib/scheduling/server/clinic/replace-business-hours.ts";
import { usualShifts } from "#lib/scheduling/server/clinic/shifts.ts";
import { generateSlots } from "#lib/scheduling/server/slots/generate-slots.ts";
import { makeClinic, makePerson, monday, earlyMonday as now } from "../factories.ts";

const morning = { dayOfWeek: 0, openTime: "09:00", closeTime: "11:00" };
const tuesday = { ...morning, dayOfWeek: 1 };

/** Open on Monday and Tuesday mornings, with slots for both. */
async function openClinic() {
  const clinic = await makeClinic();
  const { actor } = await makePerson(clinic, "admin");
  const clinicId = clinic.id;
  await replaceBusinessHours(actor, { clinicId, hours: [morning, tuesday] }, now);
  await generateSlots(actor, { clinicId, startDate: monday, endDate: "2031-03-09" });
  return { clinicId, actor, shifts: await usualShifts(clinicId) };
}

test("openings that are added at once all stay, and none of the others changes its id", async () => {
  const { clinicId, actor, shifts } = await openClinic();
  const days = [2, 3, 4, 5, 6];
  const results = await Promise.all(days.map((dayOfWeek) => addShift(actor, { ...morning, clinicId, dayOfWeek }, now)));
  expect(results.map(({ ok }) => ok)).toEqual(days.map(() => true));
  const week = await usualShifts(clinicId);
  expect(week.map(({ dayOfWeek }) => dayOfWeek)).toEqual([0, 1, ...days]);
  expect(week.slice(0, 2)).toEqual(shifts);
});

test("an opening that is added has slots", async () => {
  const { clinicId, actor } = await openClinic();
  const added = await addShift(actor, { clinicId, dayOfWeek: 0, openTime: "13:00", closeTime: "15:00" }, now);
  expect(added.ok && added.value.slots.created).toBeGreaterThan(0);
});

test("an opening moves to another day and stays the one that it is; what overlaps is refused at its own field", async () => {
  const { clinicId, actor, shifts } = await openClinic();
  const id = shifts[1]?.id;
  expect(await changeShift(actor, { id, dayOfWeek: 0 }, now)).toMatchObject({
    refusal: { code: "VALIDATION", errors: [{ path: "openTime", message: "shifts_overlap" }] },
  });
  expect(await changeShift(actor, { id, dayOfWeek: 4, closeTime: "24:00" }, now)).toMatchObject({ ok: true });
  expect(await usualShifts(clinicId)).toEqual([shifts[0], { id, dayOfWeek: 4, openTime: "09:00", closeTime: "24:00" }]);
});

test("an opening that is taken away takes its slots along, and is gone for good", async () => {
  const { clinicId, actor, shifts } = await openClinic();
  const id = shifts[0]?.id;
  const removed = await removeShift(actor, { id }, now);
  expect(removed.ok && removed.value.dropped).toBeGreaterThan(0);
  expect(await usualShifts(clinicId)).toEqual([shifts[1]]);
  expect(await removeShift(actor, { id }, now)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
});
