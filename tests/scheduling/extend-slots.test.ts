import { expect, test } from "vitest";
import { systemActor } from "#lib/auth/system-actor.ts";
import { db } from "#lib/db/client.ts";
import { extendSlots } from "#lib/scheduling/server/slots/extend-slots.ts";
import { generateSlots } from "#lib/scheduling/server/slots/generate-slots.ts";
import { addDays, minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, type Clinic, clockAt, makeClinic, makePerson, monday } from "../factories.ts";

const job = systemActor("test");
const early = at("06:00");
const day = minutes(1440);

async function everyDay(clinic: Clinic): Promise<void> {
  await ownerSql(
    `INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time)
     SELECT $1, day, '09:00', '10:00' FROM generate_series(0, 6) AS day`,
    [clinic.id],
  );
}

async function reach(clinic: Clinic) {
  const [row] = await ownerSql<{ known: string | null; first: string; last: string; slots: number }>(
    `SELECT (SELECT slots_until::text FROM clinic WHERE id = $1) AS known, min(local_date)::text AS first,
       max(local_date)::text AS last, count(*)::int AS slots FROM time_slot WHERE clinic_id = $1`,
    [clinic.id],
  );
  return row;
}

test("ninety days at first, a day more each day, and all that was missed after a standstill", async () => {
  const clinic = await makeClinic();
  await everyDay(clinic);
  await extendSlots(job, clockAt(early));
  const first = { known: "2031-05-31", first: monday, last: "2031-05-31", slots: 180 };
  expect(await reach(clinic)).toEqual(first);
  expect(await extendSlots(job, clockAt(early + day / 2))).toBe(0);
  expect(await reach(clinic)).toEqual(first);
  await extendSlots(job, clockAt(early + day));
  expect(await reach(clinic)).toEqual({ ...first, known: "2031-06-01", last: "2031-06-01", slots: 182 });
  await extendSlots(job, clockAt(early + 200 * day));
  const afterwards = addDays(monday, 289);
  expect(await reach(clinic)).toMatchObject({ known: afterwards, last: afterwards, slots: 182 + 180 });
});

test("five nodes at once make every slot once, and write it down once", async () => {
  const clinic = await makeClinic();
  await everyDay(clinic);
  await Promise.all([1, 2, 3, 4, 5].map(() => extendSlots(job, clockAt(early))));
  expect(await reach(clinic)).toMatchObject({ slots: 180 });
  const lines = "SELECT count(*)::int AS lines FROM audit_entry WHERE clinic_id = $1 AND action = 'slots.extended'";
  expect(await ownerSql(lines, [clinic.id])).toEqual([{ lines: 1 }]);
});

test("a deleted slot stays deleted, also where slots were made by hand so far", async () => {
  const clinic = await makeClinic();
  await everyDay(clinic);
  const admin = await makePerson(clinic, "admin");
  await generateSlots(admin.actor, { clinicId: clinic.id, startDate: monday, endDate: "2031-03-20" });
  const remove = () =>
    ownerSql("DELETE FROM time_slot WHERE clinic_id = $1 AND starts_at = to_timestamp($2)", [
      clinic.id,
      at("09:00", "2031-03-10") / 1000,
    ]);
  await remove();
  await extendSlots(job, clockAt(early));
  expect(await reach(clinic)).toMatchObject({ known: "2031-05-31", slots: 179 });
  await extendSlots(job, clockAt(early + day));
  expect(await reach(clinic)).toMatchObject({ slots: 181 });
});

test("days that were generated further by hand are not made again, an island far ahead does not stand in the way", async () => {
  const clinic = await makeClinic();
  await everyDay(clinic);
  const admin = await makePerson(clinic, "admin");
  await extendSlots(job, clockAt(early));
  await generateSlots(admin.actor, { clinicId: clinic.id, startDate: "2031-06-01", endDate: "2031-06-10" });
  expect(await reach(clinic)).toMatchObject({ known: "2031-06-10" });
  await generateSlots(admin.actor, { clinicId: clinic.id, startDate: "2032-01-01", endDate: "2032-01-01" });
  await extendSlots(job, clockAt(early + 11 * day));
  expect(await reach(clinic)).toMatchObject({ known: "2031-06-11", slots: 180 + 22 + 2 });
});

test("each clinic by its own day: Auckland is a day ahead of Honolulu", async () => {
  const [west, east] = [
    await makeClinic({ timeZone: "Pacific/Honolulu" }),
    await makeClinic({ timeZone: "Pacific/Auckland" }),
  ];
  await extendSlots(job, clockAt(Date.parse("2031-03-03T11:30Z")));
  const known = await db.clinic.findMany({ where: { id: { in: [west.id, east.id] } }, orderBy: { timeZone: "desc" } });
  expect(known.map(({ slotsUntil }) => slotsUntil?.toISOString().slice(0, 10))).toEqual(["2031-05-31", "2031-06-01"]);
});
