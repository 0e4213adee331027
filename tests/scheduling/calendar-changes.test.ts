import { describe, expect, test } from "vitest";
import { businessHours } from "#lib/scheduling/server/clinic/business-hours.ts";
import { closureYear, findClosure } from "#lib/scheduling/server/clinic/closure-entries.ts";
import { deleteWeekTemplate } from "#lib/scheduling/server/clinic/delete-week-template.ts";
import { publicHolidays } from "#lib/scheduling/server/clinic/holidays.ts";
import { importHolidays } from "#lib/scheduling/server/clinic/import-holidays.ts";
import { removeClosure } from "#lib/scheduling/server/clinic/remove-closure.ts";
import { replaceBusinessHours } from "#lib/scheduling/server/clinic/replace-business-hours.ts";
import { addClosure, changeClosure } from "#lib/scheduling/server/clinic/save-closure.ts";
import { createWeekTemplate, replaceWeekTemplate } from "#lib/scheduling/server/clinic/save-week-template.ts";
import { weekTemplates } from "#lib/scheduling/server/clinic/week-templates.ts";
import { generateSlots } from "#lib/scheduling/server/slots/generate-slots.ts";
import { ownerSql } from "../database.ts";
import { type Clinic, makeClinic, makePerson, monday, earlyMonday as now } from "../factories.ts";

const everyDay = [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, openTime: "09:00", closeTime: "11:00" }));

/** A clinic open from nine to eleven, with slots for three weeks from the test's Monday on. */
async function openClinic() {
  const clinic = await makeClinic();
  const { actor } = await makePerson(clinic, "admin");
  await replaceBusinessHours(actor, { clinicId: clinic.id, hours: everyDay }, now);
  await generateSlots(actor, { clinicId: clinic.id, startDate: monday, endDate: "2031-03-23" });
  return { clinic, actor, clinicId: clinic.id };
}

/** How many slots each day has, days without any left out. */
async function slotCounts(clinic: Clinic, from: string, to: string): Promise<Record<string, number>> {
  const rows = await ownerSql<{ date: string; slots: number }>(
    `SELECT local_date::text AS date, count(*)::int AS slots FROM time_slot
     WHERE clinic_id = $1 AND local_date BETWEEN $2 AND $3 GROUP BY local_date ORDER BY local_date`,
    [clinic.id, from, to],
  );
  return Object.fromEntries(rows.map(({ date, slots }) => [date.slice(8), slots]));
}

const summer = {
  name: "Summer hours",
  validFrom: "2031-03-05",
  validTo: "2031-03-07",
  hours: [
    { dayOfWeek: 2, openTime: "08:00", closeTime: "09:30" },
    { dayOfWeek: 2, openTime: "10:00", closeTime: "11:00" },
    { dayOfWeek: 3, openTime: "09:00", closeTime: "10:00" },
  ],
};

function id(result: { ok: boolean; value?: { id: string } }): string {
  if (!result.ok || !result.value) throw new Error("was refused");
  return result.value.id;
}

describe("week templates", () => {
  test("made, changed and taken away, with the slots of their days and no others", async () => {
    const { clinic, actor, clinicId } = await openClinic();
    const made = await createWeekTemplate(actor, { clinicId, ...summer }, now);
    expect(await slotCounts(clinic, monday, "2031-03-09")).toEqual({
      "03": 4,
      "04": 4,
      "05": 5,
      "06": 2,
      "08": 4,
      "09": 4,
    });
    const rows = (await businessHours(clinicId)).filter((row) => row.validFrom !== null);
    expect(rows.filter((row) => row.isClosed).map((row) => row.dayOfWeek)).toEqual([0, 1, 4, 5, 6]);
    expect(rows[0]).toMatchObject({ validFrom: "2031-03-05", validTo: "2031-03-07" });

    const longer = { ...summer, id: id(made), validTo: "2031-03-08", hours: summer.hours.slice(0, 1) };
    await replaceWeekTemplate(actor, longer, now);
    expect(await slotCounts(clinic, monday, "2031-03-09")).toEqual({ "03": 4, "04": 4, "05": 3, "09": 4 });

    await replaceBusinessHours(actor, { clinicId, hours: everyDay.slice(0, 6) }, now);
    expect(await slotCounts(clinic, monday, "2031-03-09")).toEqual({ "03": 4, "04": 4, "05": 3 });
    expect(await weekTemplates(actor, { clinicId })).toMatchObject({
      ok: true,
      value: [{ hours: summer.hours.slice(0, 1) }],
    });

    expect(await deleteWeekTemplate(actor, { id: id(made) }, now)).toMatchObject({
      ok: true,
      value: { created: 15, dropped: 2 },
    });
    expect(await slotCounts(clinic, monday, "2031-03-09")).toEqual({
      "03": 4,
      "04": 4,
      "05": 4,
      "06": 4,
      "07": 4,
      "08": 4,
    });
    expect(await deleteWeekTemplate(actor, { id: id(made) }, now)).toMatchObject({
      ok: false,
      refusal: { code: "NOT_FOUND" },
    });
  });

  test.each([
    [
      "days of another",
      { name: "Other", validFrom: "2031-03-07", validTo: "2031-03-20" },
      "validFrom",
      "template_overlaps",
    ],
    [
      "running into another",
      { name: "Other", validFrom: "2031-02-01", validTo: "2031-03-05" },
      "validTo",
      "template_overlaps",
    ],
    ["a name that is taken", { validFrom: "2031-04-01", validTo: "2031-04-02" }, "name", "name_taken"],
    ["no name", { name: " ", validFrom: "2031-04-01", validTo: "2031-04-02" }, "name", "required"],
    [
      "ending before it begins",
      { name: "Other", validFrom: "2031-04-02", validTo: "2031-04-01" },
      "validTo",
      "before_start",
    ],
    [
      "more than a year",
      { name: "Other", validFrom: "2031-04-01", validTo: "2032-04-01" },
      "validTo",
      "range_too_long",
    ],
    ["a day that is none", { name: "Other", validFrom: "2031-02-29", validTo: "2031-04-01" }, "validFrom", "date"],
    [
      "overlapping shifts",
      { name: "Other", validFrom: "2031-04-01", validTo: "2031-04-02", hours: [...everyDay, everyDay[0]] },
      "hours.7.openTime",
      "shifts_overlap",
    ],
  ])("refuses %s, in place, and nothing is stored", async (_, change, path, message) => {
    const { actor, clinicId } = await openClinic();
    await createWeekTemplate(actor, { clinicId, ...summer }, now);
    const before = await businessHours(clinicId);
    expect(await createWeekTemplate(actor, { clinicId, ...summer, ...change }, now)).toMatchObject({
      ok: false,
      refusal: { code: "VALIDATION", errors: [{ path, message }] },
    });
    expect(await businessHours(clinicId)).toEqual(before);
  });

  test("touching templates are good, and a template is not in its own way", async () => {
    const { actor, clinicId } = await openClinic();
    const made = await createWeekTemplate(actor, { clinicId, ...summer }, now);
    const next = { ...summer, name: "After", validFrom: "2031-03-08", validTo: "2031-03-09" };
    expect(await createWeekTemplate(actor, { clinicId, ...next }, now)).toMatchObject({ ok: true });
    expect(await replaceWeekTemplate(actor, { ...summer, id: id(made), name: "Renamed" }, now)).toMatchObject({
      ok: true,
    });
  });

  test("six admins at once for the same days: one template, whole", async () => {
    const { actor, clinicId } = await openClinic();
    const names = ["a", "b", "c", "d", "e", "f"];
    const results = await Promise.all(
      names.map((name) => createWeekTemplate(actor, { clinicId, ...summer, name }, now)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results.filter((each) => !each.ok))
      expect(result).toMatchObject({ refusal: { code: "VALIDATION", errors: [{ message: "template_overlaps" }] } });
    expect(await businessHours(clinicId)).toHaveLength(7 + 3 + 5);
  });
});

describe("closures", () => {
  const morning = [{ openTime: "09:00", closeTime: "10:00" }];

  test("closed, then special hours of two shifts, then taken away: the slots follow each time", async () => {
    const { clinic, actor, clinicId } = await openClinic();
    const made = await addClosure(
      actor,
      { clinicId, from: "2031-03-05", to: "2031-03-06", reason: "Painters", shifts: [] },
      now,
    );
    expect(made).toMatchObject({ ok: true, value: { slots: { dropped: 8 }, entry: { shifts: [], to: "2031-03-06" } } });
    expect(await slotCounts(clinic, "2031-03-04", "2031-03-07")).toEqual({ "04": 4, "07": 4 });

    const entry = made.ok ? made.value.entry : null;
    const shifts = [
      { openTime: "08:00", closeTime: "09:00" },
      { openTime: "10:00", closeTime: "10:30" },
    ];
    const change = { id: entry?.id, from: "2031-03-05", to: "2031-03-05", reason: "Painters upstairs", shifts };
    const changed = await changeClosure(actor, change, now);
    expect(changed).toMatchObject({
      ok: true,
      value: { entry: { id: entry?.id, from: "2031-03-05", to: "2031-03-05", shifts } },
    });
    expect(await slotCounts(clinic, "2031-03-04", "2031-03-07")).toEqual({ "04": 4, "05": 3, "06": 4, "07": 4 });
    expect(await findClosure(actor, entry?.id ?? "")).toMatchObject({ ok: true, value: { shifts } });

    const one = await changeClosure(actor, { ...change, shifts: shifts.slice(1) }, now);
    expect(one).toMatchObject({ ok: true, value: { entry: { id: entry?.id, shifts: shifts.slice(1) } } });
    expect(await removeClosure(actor, { id: entry?.id }, now)).toMatchObject({ ok: true });
    expect(await slotCounts(clinic, "2031-03-04", "2031-03-07")).toEqual({ "04": 4, "05": 4, "06": 4, "07": 4 });
    expect(await ownerSql("SELECT 1 FROM closure WHERE clinic_id = $1", [clinicId])).toEqual([]);
    expect(await removeClosure(actor, { id: entry?.id }, now)).toMatchObject({
      ok: false,
      refusal: { code: "NOT_FOUND" },
    });
  });

  test("at once: special hours of one day are set once, and a closure that is changed and removed is whole or gone", async () => {
    const { clinic, actor, clinicId } = await openClinic();
    const fair = { clinicId, from: "2031-03-05", to: "2031-03-06", reason: "Fair", shifts: morning };
    const added = await Promise.all([1, 2, 3, 4].map((n) => addClosure(actor, { ...fair, reason: `Fair ${n}` }, now)));
    expect(added.filter((result) => result.ok)).toHaveLength(1);
    expect(await slotCounts(clinic, "2031-03-05", "2031-03-06")).toEqual({ "05": 2, "06": 2 });

    const one = added.find((result) => result.ok);
    const entry = one?.ok ? one.value.entry : null;
    const shifts = [...morning, { openTime: "10:30", closeTime: "11:00" }];
    const change = { id: entry?.id, from: fair.from, to: fair.to, reason: "Fair", shifts };
    const results = await Promise.all([
      changeClosure(actor, change, now),
      removeClosure(actor, { id: entry?.id }, now),
      changeClosure(actor, { ...change, shifts: [] }, now),
    ]);
    expect(results[1]).toMatchObject({ ok: true });
    for (const result of results.filter((each) => !each.ok))
      expect(result).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    expect(await ownerSql("SELECT 1 FROM closure WHERE clinic_id = $1", [clinicId])).toEqual([]);
    expect(await slotCounts(clinic, "2031-03-05", "2031-03-06")).toEqual({ "05": 4, "06": 4 });
  });

  test("at once: what each changes of a closure stays", async () => {
    const { actor, clinicId } = await openClinic();
    const made = await addClosure(actor, { clinicId, from: "2031-03-05", reason: "Fair", shifts: morning }, now);
    const id = made.ok ? made.value.entry.id : "";
    for (const [round, to] of ["2031-03-06", "2031-03-07", "2031-03-08", "2031-03-09"].entries()) {
      const shifts = [{ openTime: "09:00", closeTime: `10:${round}0` }];
      const changes = [{ reason: `Fair ${round}` }, { to }, { shifts }];
      await Promise.all(changes.map((change) => changeClosure(actor, { ...change, id }, now)));
      const value = { from: "2031-03-05", to, reason: `Fair ${round}`, shifts };
      expect(await findClosure(actor, id)).toMatchObject({ ok: true, value });
    }
  });

  test.each([
    ["an end before its start", { to: "2031-03-04" }, "to", "before_start"],
    ["more than a year", { to: "2032-03-10" }, "to", "range_too_long"],
    ["no reason", { reason: "" }, "reason", "required"],
    ["no day", { from: "" }, "from", "date"],
    ["a time that is none", { shifts: [{ openTime: "9", closeTime: "10:00" }] }, "shifts.0.openTime", "time"],
    ["overlapping shifts", { shifts: [...morning, ...morning] }, "shifts.1.openTime", "shifts_overlap"],
    ["hours on days that have special ones", { from: "2031-03-10", shifts: morning }, "from", "special_hours_overlap"],
  ])("refuses %s, in place", async (_, change, path, message) => {
    const { actor, clinicId } = await openClinic();
    const fair = { clinicId, from: "2031-03-09", to: "2031-03-11", reason: "Fair", shifts: morning };
    expect(await addClosure(actor, fair, now)).toMatchObject({ ok: true });
    const closure = { clinicId, from: "2031-03-05", reason: "Away", shifts: [], ...change };
    expect(await addClosure(actor, closure, now)).toMatchObject({
      ok: false,
      refusal: { code: "VALIDATION", errors: [{ path, message }] },
    });
  });
});

describe("public holidays", () => {
  const england = { country: "GB", region: "ENG", year: 2031 };

  test("England's, by the library: public ones alone, substitute days too", async () => {
    const holidays = await publicHolidays(england, 2027, "en");
    expect(holidays?.map(({ from }) => from.slice(5))).toEqual([
      "01-01",
      "03-26",
      "03-29",
      "05-03",
      "05-31",
      "08-30",
      "12-25",
      "12-26",
      "12-27",
      "12-28",
    ]);
    expect(holidays?.[0]).toEqual({
      key: "GB-ENG/2027-01-01",
      from: "2027-01-01",
      to: "2027-01-01",
      name: "New Year's Day",
    });
    expect(await publicHolidays({ country: "XX", region: null }, 2027, "en")).toBeNull();
    expect(await publicHolidays({ country: "GB", region: "BY" }, 2027, "en")).toBeNull();
  });

  test("imported once: what was edited stays edited, and slots are gone", async () => {
    const { clinic, actor, clinicId } = await openClinic();
    await generateSlots(actor, { clinicId, startDate: "2031-04-10", endDate: "2031-04-15" });
    const first = await importHolidays(actor, { clinicId, ...england }, now);
    expect(first).toMatchObject({ ok: true, value: { imported: 8, known: 0, slots: { dropped: 8 } } });
    expect(await slotCounts(clinic, "2031-04-10", "2031-04-15")).toEqual({ "10": 4, "12": 4, "13": 4, "15": 4 });

    const year = await closureYear(actor, { clinicId, year: 2031 });
    if (!year.ok) throw new Error(year.refusal.code);
    expect(year.value).toMatchObject({ country: "GB", region: "ENG" });
    const easter = year.value.entries.find((entry) => entry.reason === "Easter Monday");
    const open = {
      id: easter?.id,
      from: easter?.from,
      reason: "Easter Monday, emergencies",
      shifts: [{ openTime: "10:00", closeTime: "11:00" }],
    };
    await changeClosure(actor, open, now);
    for (const region of ["ENG", null, "WLS"]) {
      expect(await importHolidays(actor, { clinicId, ...england, region }, now)).toMatchObject({
        ok: true,
        value: { imported: 0 },
      });
    }
    const kept = await closureYear(actor, { clinicId, year: 2031 });
    expect(kept).toMatchObject({ ok: true, value: { region: "WLS" } });
    expect(kept.ok && kept.value.entries.filter((entry) => entry.from === easter?.from)).toEqual([
      expect.objectContaining({
        id: easter?.id,
        reason: open.reason,
        shifts: open.shifts,
        holiday: "GB-ENG/2031-04-14",
      }),
    ]);
  });

  test("those that were chosen, from two desks at once", async () => {
    const { actor, clinicId } = await openClinic();
    const chosen = { clinicId, ...england, dates: ["2031-12-25", "2031-12-26", "2031-07-04"] };
    const results = await Promise.all([1, 2, 3].map(() => importHolidays(actor, chosen, now)));
    expect(results.map((result) => result.ok && result.value.imported).sort()).toEqual([0, 0, 2]);
    const rows = await ownerSql("SELECT reason FROM closure WHERE clinic_id = $1 ORDER BY from_date", [clinicId]);
    expect(rows).toEqual([{ reason: "Christmas Day" }, { reason: "Boxing Day" }]);
  });

  test.each([
    ["a country that is none", { country: "ZZ", region: "" }, "country"],
    ["a part of another country", { region: "BY" }, "region"],
    ["a year far off", { year: 3000 }, "year"],
  ])("refuses %s", async (_, change, path) => {
    const { actor, clinicId } = await openClinic();
    expect(await importHolidays(actor, { clinicId, ...england, ...change }, now)).toMatchObject({
      ok: false,
      refusal: { code: "VALIDATION", errors: [{ path }] },
    });
  });
});
