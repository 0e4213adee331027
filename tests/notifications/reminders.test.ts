import { beforeEach, expect, test } from "vitest";
import { dayBounds, minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, makePatients, monday } from "../factories.ts";
import { countStatements } from "../statements.ts";
import { before, book, makeGuest, plansSent, remindAt, reminderHouse, remindersOf } from "./reminding.ts";

// Every clinic of the file is looked at by each run.
beforeEach(() => ownerSql("UPDATE clinic SET reminder_minutes = '{}'"));

test("a week, a day and two hours before, each once", async () => {
  const house = await reminderHouse();
  await book(house, house.patient, at("10:30"));
  for (const moment of [before(7, "10:29"), before(7, "10:30"), before(4, "10:30"), before(1, "10:30")]) {
    await remindAt(moment);
    await remindAt(moment);
  }
  expect(await plansSent(house)).toEqual([10_080, 1_440]);
  await remindAt(at("08:30"));
  await remindAt(at("10:29"));
  await remindAt(at("10:31"));
  const sent = await remindersOf(house);
  expect(sent.map(({ payload }) => payload.before)).toEqual([10_080, 1_440, 120]);
  expect(sent.map(({ recipient }) => recipient)).toEqual(sent.map(() => house.patient.email));
  expect(sent.map(({ expiresAt }) => expiresAt)).toEqual(sent.map(() => at("10:30")));
});

test("a whole day in one mail, another person's in another", async () => {
  const house = await reminderHouse();
  const [other] = await makePatients(1);
  const ids = [
    await book(house, house.patient, at("14:00"), { status: "pending" }),
    await book(house, house.patient, at("09:00")),
  ];
  await book(house, other as typeof house.patient, at("09:00"), { doctor: 1 });
  await remindAt(at("07:00"));
  const sent = await remindersOf(house);
  expect(sent).toHaveLength(2);
  const own = sent.find(({ recipient }) => recipient === house.patient.email);
  expect(own?.payload.appointments.map(({ id, status }) => [id, status])).toEqual([
    [ids[1], "confirmed"],
    [ids[0], "pending"],
  ]);
  expect(own?.expiresAt).toBe(at("14:00"));
  await remindAt(at("12:00"));
  expect(await remindersOf(house)).toHaveLength(2);
});

test("five nodes at once write each reminder once, its links with it", async () => {
  const house = await reminderHouse();
  const people = await makePatients(3);
  for (const [n, person] of people.entries()) await book(house, person, at("10:00"), { doctor: n });
  await Promise.all([1, 2, 3, 4, 5].map(() => remindAt(before(1, "10:00"))));
  const sent = await remindersOf(house);
  expect(sent.map(({ recipient }) => recipient).sort()).toEqual(people.map(({ email }) => email).sort());
  const live = await ownerSql<{ purpose: string; tokens: number }>(
    `SELECT purpose::text, count(*)::int AS tokens FROM access_token WHERE subject LIKE $1 || ':%' OR subject LIKE ANY($2)
     GROUP BY purpose ORDER BY purpose`,
    [house.clinic.id, sent.flatMap(({ payload }) => payload.appointments.map(({ id }) => `${id}:%`))],
  );
  expect(live).toEqual([
    { purpose: "appointment", tokens: 3 },
    { purpose: "unsubscribe", tokens: 3 },
  ]);
});

test("after two days without anybody: the newest that is due, and nothing that is over", async () => {
  const house = await reminderHouse();
  const [over, ...others] = await makePatients(3);
  await book(house, over as typeof house.patient, at("09:00"));
  for (const [n, person] of others.entries()) await book(house, person, at("11:00"), { doctor: n + 1 });
  await remindAt(before(1, "10:59"));
  await remindAt(at("09:15"));
  await remindAt(at("09:16"));
  const sent = await remindersOf(house);
  const to = (person?: { email: string }) =>
    sent.filter(({ recipient }) => recipient === person?.email).map(({ payload }) => payload.before);
  expect(to(over)).toEqual([1_440]);
  expect(others.map(to)).toEqual([
    [10_080, 120],
    [10_080, 120],
  ]);
});

test("whoever booked since is not reminded of what they have just been told", async () => {
  const house = await reminderHouse();
  const id = await book(house, house.patient, at("10:30"));
  await ownerSql("UPDATE appointment SET created_at = to_timestamp($2::float8 / 1000) WHERE id = $1", [
    id,
    before(1, "12:00"),
  ]);
  await remindAt(before(1, "12:01"));
  expect(await plansSent(house)).toEqual([]);
  await remindAt(at("08:30"));
  expect(await plansSent(house)).toEqual([120]);
});

test("what was due before the clinic was here is not made up for", async () => {
  const house = await reminderHouse();
  await book(house, house.patient, at("10:30"));
  await ownerSql("UPDATE clinic SET created_at = to_timestamp($2::float8 / 1000) WHERE id = $1", [
    house.clinic.id,
    before(1, "12:00"),
  ]);
  await remindAt(before(1, "12:01"));
  expect(await plansSent(house)).toEqual([]);
  await remindAt(at("08:30"));
  expect(await plansSent(house)).toEqual([120]);
});

test("nor whoever was mailed about it since, but they are of what never went out", async () => {
  const house = await reminderHouse();
  const id = await book(house, house.patient, at("10:30"));
  const mail = (status: string, moment: number) =>
    ownerSql(
      `INSERT INTO message (clinic_id, appointment_id, appointment_version, kind, recipient, status, created_at)
       VALUES ($1, $2, $5, 'appointment_moved', $3, $6::message_status, to_timestamp($4::float8 / 1000))`,
      [house.clinic.id, id, house.patient.email, moment, status === "dead" ? 2 : 3, status],
    );
  await mail("sent", before(7, "11:00"));
  await remindAt(before(7, "11:01"));
  expect(await plansSent(house)).toEqual([]);
  await mail("dead", before(1, "11:00"));
  await remindAt(before(1, "11:01"));
  expect(await plansSent(house)).toEqual([1_440]);
});

test.each(["cancelled", "rejected", "held", "completed", "no_show"])(
  "nobody is reminded of what is %s",
  async (status) => {
    const house = await reminderHouse();
    const id = await book(house, house.patient, at("10:30"));
    await ownerSql(
      `UPDATE appointment SET status = $2::appointment_status, cancelled_at = CASE WHEN $2 = 'cancelled' THEN now() END,
       hold_expires_at = CASE WHEN $2 = 'held' THEN now() + interval '9 years' END WHERE id = $1`,
      [id, status],
    );
    await remindAt(at("09:00"));
    expect(await plansSent(house)).toEqual([]);
  },
);

test("a guest is written to at the address they left, in one mail with their account's", async () => {
  const house = await reminderHouse();
  const email = await makeGuest(await book(house, house.patient, at("10:30")));
  const own = await book(house, house.patient, at("12:30"));
  const same = await book(house, (await makePatients(1))[0] as typeof house.patient, at("15:00"));
  await makeGuest(same);
  await ownerSql("UPDATE appointment SET contact_email = upper($2) WHERE id = $1", [same, house.patient.email]);
  await remindAt(at("08:30"));
  const sent = (await remindersOf(house)).sort((a, b) => b.payload.before - a.payload.before).reverse();
  expect(
    sent.map(({ recipient, payload }) => [recipient, payload.isGuest, payload.appointments.map(({ id }) => id)]),
  ).toEqual([
    [email, true, [expect.any(String)]],
    [house.patient.email, true, [own, same]],
  ]);
});

test("who had enough gets none, who chose gets what they chose, as the clinic's plan says it", async () => {
  const house = await reminderHouse();
  const [enough, chose, none] = (await makePatients(3)) as [
    typeof house.patient,
    typeof house.patient,
    typeof house.patient,
  ];
  for (const [n, person] of [enough, chose, none].entries()) await book(house, person, at("10:30"), { doctor: n });
  await ownerSql("INSERT INTO reminder_opt_out (clinic_id, email) VALUES ($1, upper($2))", [
    house.clinic.id,
    enough.email,
  ]);
  await ownerSql("UPDATE app_user SET reminders_chosen = true, reminder_minutes = $2 WHERE id = $1", [
    chose.id,
    [1_440, 60],
  ]);
  await ownerSql("UPDATE app_user SET reminders_chosen = true WHERE id = $1", [none.id]);
  for (const moment of [before(7, "10:30"), before(1, "10:30"), at("08:30"), at("09:45")]) await remindAt(moment);
  const sent = await remindersOf(house);
  expect(sent.map(({ recipient, payload }) => [recipient, payload.before])).toEqual([[chose.email, 1_440]]);
});

test("a clinic without a plan sends none, one with another sends that, by its own clock", async () => {
  const [none, far] = [await reminderHouse(), await reminderHouse({ clinic: { timeZone: "Pacific/Auckland" } })];
  await ownerSql("UPDATE clinic SET reminder_minutes = '{}' WHERE id = $1", [none.clinic.id]);
  await ownerSql("UPDATE clinic SET reminder_minutes = '{2880}' WHERE id = $1", [far.clinic.id]);
  const there = at("10:30", monday, "Pacific/Auckland");
  await book(none, none.patient, at("10:30"));
  await book(far, far.patient, there);
  await remindAt(there - minutes(2_880) - 1);
  expect(await plansSent(far)).toEqual([]);
  await remindAt(there - minutes(2_880));
  expect(await plansSent(far)).toEqual([2_880]);
  expect((await remindersOf(far))[0]?.payload.localDate).toBe(monday);
  await remindAt(at("10:00"));
  expect(await plansSent(none)).toEqual([]);
});

test("a day before a day of 23 hours is the same time of the clock", async () => {
  const date = "2031-03-30";
  expect(dayBounds(date, "Europe/London").end - dayBounds(date, "Europe/London").start).toBe(minutes(23 * 60));
  const house = await reminderHouse({ slots: { date } });
  await book(house, house.patient, at("10:30", date));
  await remindAt(at("10:30", "2031-03-29") - 1);
  expect(await plansSent(house)).toEqual([10_080]);
  await remindAt(at("10:30", "2031-03-29"));
  expect(await plansSent(house)).toEqual([10_080, 1_440]);
});

test("one statement loads them, however many they are", async () => {
  const house = await reminderHouse({ doctors: 3 });
  // Outside transactions: the clock, the load; each batch of messages is one statement in one of its own.
  const count = () => countStatements(() => remindAt(before(1, "16:00")));
  for (const [n, person] of (await makePatients(3)).entries()) await book(house, person, at("10:00"), { doctor: n });
  const few = await count();
  for (const [n, person] of (await makePatients(12)).entries()) {
    await book(house, person, at(`1${1 + Math.floor(n / 3)}:00`), { doctor: n % 3 });
  }
  expect(await count()).toBe(few);
});
