import { describe, expect, test } from "vitest";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { addWeek } from "#lib/scheduling/server/doctors/add-week.ts";
import { removeWeek } from "#lib/scheduling/server/doctors/remove-week.ts";
import { replaceWeeklyHours } from "#lib/scheduling/server/doctors/replace-weekly-hours.ts";
import { weeklyHours } from "#lib/scheduling/server/doctors/weekly-hours.ts";
import { addDays, type LocalDate, wallTimeOf } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { earlyMonday, makeHouse, makePerson, makeSlots, monday, type TestDoctor } from "../factories.ts";
import { booked } from "./visit.ts";

const morning = { dayOfWeek: 0, startTime: "09:00", endTime: "12:00" };
const afternoon = { dayOfWeek: 0, startTime: "13:00", endTime: "15:00" };
const nextMonday = addDays(monday, 7);

/** A doctor who works on Monday mornings. */
async function mornings() {
  const house = await makeHouse();
  const of = { clinicId: house.clinic.id, doctorId: house.doctor.doctorId };
  const { actor } = house.doctor;
  await replaceWeeklyHours(actor, { ...of, hours: [morning] });
  return { ...house, of, actor };
}

const weeksOf = async ({ actor, of }: { actor: TestDoctor["actor"]; of: { clinicId: string; doctorId: string } }) => {
  const weeks = await weeklyHours(actor, of);
  if (!weeks.ok) throw new Error(weeks.refusal.code);
  return weeks.value;
};

describe("a week for certain dates", () => {
  test("takes over on its days and nowhere else: patients are offered what holds then", async () => {
    const made = await mornings();
    const { actor, of, clinic, service } = made;
    await makeSlots(clinic, { date: nextMonday });
    const week = { ...of, from: addDays(nextMonday, -3), until: addDays(nextMonday, 3), hours: [afternoon] };
    expect(await addWeek(actor, week, earlyMonday)).toMatchObject({ ok: true });
    expect(await weeksOf(made)).toEqual([
      { from: null, to: addDays(nextMonday, -4), hours: [morning] },
      { from: addDays(nextMonday, -3), to: addDays(nextMonday, 3), hours: [afternoon] },
      { from: addDays(nextMonday, 4), to: null, hours: [morning] },
    ]);
    const times = async (date: LocalDate) => {
      const found = await findAvailability(
        { clinicId: clinic.id, serviceId: service.id, from: date, to: date },
        earlyMonday,
      );
      return found.ok && found.value.days[0]?.offers.map(({ startsAt }) => wallTimeOf(startsAt, clinic.timeZone));
    };
    expect(await times(monday)).toEqual(["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]);
    expect(await times(nextMonday)).toEqual(["13:00", "13:30", "14:00", "14:30"]);
  });

  test("changed by itself or with those that are like it, and taken away again", async () => {
    const made = await mornings();
    const { actor, of } = made;
    const from = nextMonday;
    const until = addDays(from, 6);
    await addWeek(actor, { ...of, from, until, hours: [afternoon] }, earlyMonday);
    const resumed = addDays(until, 1);

    await replaceWeeklyHours(actor, { ...of, from, hours: [] });
    expect((await weeksOf(made)).map(({ hours }) => hours)).toEqual([[morning], [], [morning]]);
    const early = { ...morning, startTime: "08:00" };
    await replaceWeeklyHours(actor, { ...of, from: null, also: [resumed], hours: [early] });
    expect((await weeksOf(made)).map(({ hours }) => hours)).toEqual([[early], [], [early]]);
    await replaceWeeklyHours(actor, { ...of, from: resumed, hours: [morning] });
    expect((await weeksOf(made)).map(({ hours }) => hours)).toEqual([[early], [], [morning]]);

    expect(await removeWeek(actor, { ...of, from })).toMatchObject({ ok: true });
    expect(await weeksOf(made)).toEqual([
      { from: null, to: until, hours: [early] },
      { from: resumed, to: null, hours: [morning] },
    ]);
    expect(await removeWeek(actor, { ...of, from })).toMatchObject({ refusal: { code: "VERSION_CONFLICT" } });
    expect(await replaceWeeklyHours(actor, { ...of, from, hours: [] })).toMatchObject({
      refusal: { code: "VERSION_CONFLICT" },
    });
  });

  test("for good: from its day on, while weeks planned for later stay", async () => {
    const made = await mornings();
    const { actor, of } = made;
    const until = addDays(nextMonday, 6);
    await addWeek(actor, { ...of, from: nextMonday, until, hours: [] }, earlyMonday);
    await addWeek(actor, { ...of, from: addDays(monday, 1), until: "", hours: [afternoon] }, earlyMonday);
    expect(await weeksOf(made)).toEqual([
      { from: null, to: monday, hours: [morning] },
      { from: addDays(monday, 1), to: addDays(nextMonday, -1), hours: [afternoon] },
      { from: nextMonday, to: until, hours: [] },
      { from: addDays(until, 1), to: null, hours: [afternoon] },
    ]);
  });

  test.each<[string, object, string, string]>([
    ["a day that has passed", { from: addDays(monday, -1) }, "from", "past"],
    ["an end before its beginning", { until: addDays(monday, -1) }, "until", "before_start"],
    ["no day at all", { from: "2031-02-30" }, "from", "date"],
    ["no beginning", { from: "" }, "from", "date"],
    [
      "shifts that overlap",
      { hours: [morning, { ...afternoon, startTime: "11:00" }] },
      "hours.1.startTime",
      "shifts_overlap",
    ],
  ])("is refused at its field for %s, and nothing is written", async (_, wrong, path, message) => {
    const made = await mornings();
    const week = { ...made.of, from: monday, until: nextMonday, hours: [afternoon], ...wrong };
    expect(await addWeek(made.actor, week, earlyMonday)).toMatchObject({
      refusal: { code: "VALIDATION", errors: [{ path, message }] },
    });
    expect(await weeksOf(made)).toEqual([{ from: null, to: null, hours: [morning] }]);
  });

  test("drops no appointment that lies outside of it", async () => {
    const { clinic, doctor, appointment } = await booked();
    const week = { clinicId: clinic.id, doctorId: doctor.doctorId, from: monday, until: monday, hours: [] };
    expect(await addWeek(doctor.actor, week, earlyMonday)).toMatchObject({ ok: true });
    const kept = await ownerSql("SELECT status, version FROM appointment WHERE id = $1", [appointment.id]);
    expect(kept).toEqual([{ status: "pending", version: 1 }]);
  });
});

test("weeks added, changed and removed at once: each as a whole, in some order, and never two on one day", async () => {
  const made = await mornings();
  const admin = await makePerson(made.clinic, "admin");
  const changes = Array.from({ length: 24 }, (_, n) => {
    const actor = n % 2 ? admin.actor : made.actor;
    const from = addDays(monday, (n * 5) % 21);
    const hours = [0, 1, 2].map((dayOfWeek) => ({ dayOfWeek, startTime: "09:00", endTime: `1${n % 9}:30` }));
    if (n % 4 === 3) return removeWeek(actor, { ...made.of, from });
    return addWeek(actor, { ...made.of, from, until: n % 3 ? addDays(from, n) : null, hours }, earlyMonday);
  });
  const answers = await Promise.all(changes);
  for (const answer of answers) expect(answer.ok || answer.refusal.code === "VERSION_CONFLICT").toBe(true);
  const weeks = await weeksOf(made);
  for (const [place, week] of weeks.entries()) {
    expect(week.hours.length === 0 || week.hours.length === 3 || week.hours.length === 1).toBe(true);
    const next = weeks[place + 1];
    expect(week.to).toBe(next?.from ? addDays(next.from, -1) : null);
  }
  const logged = await ownerSql<{ lines: number }>(
    "SELECT count(*)::int AS lines FROM audit_entry WHERE subject_id = $1 AND action LIKE 'weekly_hours.%'",
    [made.of.doctorId],
  );
  expect(logged).toEqual([{ lines: 1 + answers.filter((answer) => answer.ok).length }]);
});
