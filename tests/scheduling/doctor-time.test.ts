import { describe, expect, test } from "vitest";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { addTimeOff } from "#lib/scheduling/server/doctors/add-time-off.ts";
import { addWindow } from "#lib/scheduling/server/doctors/add-window.ts";
import { doctorTime } from "#lib/scheduling/server/doctors/doctor-time.ts";
import { removeTimeOff } from "#lib/scheduling/server/doctors/remove-time-off.ts";
import { removeWindow } from "#lib/scheduling/server/doctors/remove-window.ts";
import { replaceWeeklyHours } from "#lib/scheduling/server/doctors/replace-weekly-hours.ts";
import { addDays, dayBounds, type LocalDate, minutes, wallTimeOf } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import {
  at,
  clockAt,
  earlyMonday,
  makeClinic,
  makeHouse,
  makePatients,
  makePerson,
  makeService,
  makeSlots,
  monday,
} from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { booked, visit } from "./visit.ts";

const saturday = addDays(monday, 5);
const spring = "2031-03-30";

async function arranged() {
  const house = await makeHouse();
  const of = { clinicId: house.clinic.id, doctorId: house.doctor.doctorId };
  return { ...house, of, actor: house.doctor.actor };
}

type House = Pick<Awaited<ReturnType<typeof arranged>>, "clinic" | "service">;

async function offered({ clinic, service }: House, date: LocalDate): Promise<string[]> {
  const query = { clinicId: clinic.id, serviceId: service.id, from: date, to: date };
  const found = await findAvailability(query, earlyMonday);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.days.flatMap((day) => day.offers.map(({ startsAt }) => wallTimeOf(startsAt, clinic.timeZone)));
}

const wrong = (path: string, message: string) => ({ refusal: { code: "VALIDATION", errors: [{ path, message }] } });

describe("time off", () => {
  test("takes what it covers off the offers, and gives it back when it is removed", async () => {
    const house = await arranged();
    const all = await offered(house, monday);
    const asked = { ...house.of, from: monday, fromTime: "09:30", toTime: "16:15", reason: " Course " };
    const added = await addTimeOff(house.actor, asked, earlyMonday);
    if (!added.ok) throw new Error(added.refusal.code);
    expect(added.value).toMatchObject({ startsAt: at("09:30"), endsAt: at("16:15"), reason: "Course" });
    expect(await offered(house, monday)).toEqual(["09:00", "16:30"]);

    expect(await removeTimeOff(house.actor, { clinicId: house.clinic.id, id: added.value.id })).toMatchObject({
      ok: true,
    });
    expect(await offered(house, monday)).toEqual(all);
    const lines = await ownerSql("SELECT action, detail FROM audit_entry WHERE subject_id = $1 ORDER BY id", [
      house.of.doctorId,
    ]);
    const detail = { timeOffId: added.value.id, startsAt: at("09:30"), endsAt: at("16:15") };
    expect(lines).toEqual([
      { action: "time_off.added", detail },
      { action: "time_off.removed", detail },
    ]);
  });

  test("of whole days holds at every clinic of the doctor, from the first midnight to the last", async () => {
    const house = await arranged();
    const elsewhere = await makeClinic();
    const there = await makeService(elsewhere);
    await makeSlots(elsewhere);
    await ownerSql("INSERT INTO doctor_service (doctor_id, service_id) VALUES ($1, $2)", [house.of.doctorId, there.id]);
    await ownerSql("UPDATE weekly_hours SET clinic_id = $2 WHERE doctor_id = $1 AND day_of_week = 0", [
      house.of.doctorId,
      elsewhere.id,
    ]);
    const other = { clinic: elsewhere, service: there };
    expect(await offered(other, monday)).toHaveLength(16);
    const added = await addTimeOff(house.actor, { ...house.of, from: monday, to: addDays(monday, 6) }, earlyMonday);
    const { end } = dayBounds(addDays(monday, 6), house.clinic.timeZone);
    expect(added).toMatchObject({ value: { startsAt: at("00:00"), endsAt: end, reason: null } });
    expect(await offered(other, monday)).toEqual([]);
  });

  test.each<[string, object, string, string]>([
    ["a time that the clocks leave out", { from: spring, fromTime: "01:30" }, "fromTime", "skipped_time"],
    ["an end that they leave out", { from: spring, to: spring, toTime: "01:59" }, "toTime", "skipped_time"],
    ["an end before its beginning", { to: addDays(monday, -1) }, "to", "before_start"],
    ["an end at its beginning", { fromTime: "10:00", toTime: "10:00" }, "toTime", "close_not_after_open"],
    ["more than a year", { to: addDays(monday, 366) }, "to", "range_too_long"],
    ["what has passed", { from: addDays(monday, -2), to: addDays(monday, -1) }, "to", "past"],
    ["no day", { from: "" }, "from", "date"],
    ["no time", { fromTime: "25:00" }, "fromTime", "time"],
    ["a novel as its reason", { reason: "x".repeat(201) }, "reason", "too_long"],
  ])("is refused at its field for %s, and nothing is written", async (_, fields, path, message) => {
    const { actor, of } = await arranged();
    expect(await addTimeOff(actor, { ...of, from: monday, ...fields }, earlyMonday)).toMatchObject(
      wrong(path, message),
    );
    expect(await ownerSql("SELECT 1 FROM time_off WHERE doctor_id = $1", [of.doctorId])).toEqual([]);
  });

  test("twice the same is refused, also at once; stretches that overlap count together", async () => {
    const house = await arranged();
    const add = (fields: object) => addTimeOff(house.actor, { ...house.of, from: monday, ...fields }, earlyMonday);
    const answers = await Promise.all(Array.from({ length: 8 }, () => add({ fromTime: "10:00", toTime: "12:00" })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject(wrong("from", "duplicate"));
    expect(await add({ fromTime: "11:00", toTime: "16:00" })).toMatchObject({ ok: true });
    expect(await offered(house, monday)).toEqual(["09:00", "09:30", "16:00", "16:30"]);
  });

  test("begun already may still be added, for the rest of it", async () => {
    const { actor, of } = await arranged();
    const noon = clockAt(at("12:00"));
    expect(await addTimeOff(actor, { ...of, from: monday }, noon)).toMatchObject({ ok: true });
    expect(await addTimeOff(actor, { ...of, from: monday, toTime: "12:00" }, noon)).toMatchObject(
      wrong("from", "past"),
    );
  });

  test("the doctor, the front desk and admins arrange it; nobody else does, nor finds it", async () => {
    const house = await makeHouse({ doctors: 2 });
    const { clinic, doctor, doctors } = house;
    const of = { clinicId: clinic.id, doctorId: doctor.doctorId };
    const team = [doctor, await makePerson(clinic, "staff"), await makePerson(clinic, "admin")];
    const elsewhere = await makeClinic();
    const admin = await makePerson(elsewhere, "admin");
    const ids: string[] = [];
    for (const [n, { actor }] of team.entries()) {
      const added = await addTimeOff(actor, { ...of, from: addDays(monday, n) }, earlyMonday);
      if (added.ok) ids.push(added.value.id);
    }
    expect(ids).toHaveLength(3);
    const missing = { refusal: { code: "NOT_FOUND" } };
    for (const { actor } of [doctors[1] as typeof doctor, admin, await makePerson()]) {
      expect(await addTimeOff(actor, { ...of, from: monday }, earlyMonday)).toMatchObject(missing);
      expect(await removeTimeOff(actor, { clinicId: clinic.id, id: ids[0] })).toMatchObject(missing);
      expect(await doctorTime(actor, of, earlyMonday)).toMatchObject(missing);
    }
    // An admin's own clinic does not make somebody else's doctor theirs.
    const abroad = { clinicId: elsewhere.id, doctorId: doctor.doctorId };
    expect(await addTimeOff(admin.actor, { ...abroad, from: monday }, earlyMonday)).toMatchObject(missing);
    expect(await removeTimeOff(admin.actor, { clinicId: elsewhere.id, id: ids[0] })).toMatchObject(missing);
    expect(await doctorTime(admin.actor, abroad, earlyMonday)).toMatchObject(missing);
    for (const [n, { actor }] of team.entries()) {
      expect(await removeTimeOff(actor, { clinicId: clinic.id, id: ids[n] })).toMatchObject({ ok: true });
      expect(await removeTimeOff(actor, { clinicId: clinic.id, id: ids[n] })).toMatchObject(missing);
    }
  });

  test("drops no appointment: the one within it stays as it is", async () => {
    const { clinic, doctor, appointment } = await booked();
    const of = { clinicId: clinic.id, doctorId: doctor.doctorId };
    expect(await addTimeOff(doctor.actor, { ...of, from: monday }, earlyMonday)).toMatchObject({ ok: true });
    const kept = await ownerSql("SELECT status, version FROM appointment WHERE id = $1", [appointment.id]);
    expect(kept).toEqual([{ status: "pending", version: 1 }]);
    await expectCountersTrue(clinic.id);
  });
});

describe("an extra window", () => {
  test("is offered where the clinic has slots, and only there", async () => {
    const house = await arranged();
    const { actor, of, clinic, service } = house;
    await replaceWeeklyHours(actor, { ...of, hours: [] });
    await makeSlots(clinic, { date: saturday, count: 4 });
    expect(await offered(house, saturday)).toEqual([]);
    const added = await addWindow(actor, { ...of, date: saturday, startTime: "09:30", endTime: "13:00" }, earlyMonday);
    if (!added.ok) throw new Error(added.refusal.code);
    expect(await offered(house, saturday)).toEqual(["09:30", "10:00", "10:30"]);
    const [patient] = await makePatients(1);
    const request = { clinicId: clinic.id, serviceId: service.id, doctorId: of.doctorId };
    const book = (time: string) =>
      bookAppointment(patient?.actor as never, { ...request, startsAt: at(time, saturday) }, earlyMonday);
    expect(await book("09:00")).toMatchObject({ refusal: { code: "OUTSIDE_HOURS" } });
    const appointment = await book("10:00");
    if (!appointment.ok) throw new Error(appointment.refusal.code);

    expect(await removeWindow(actor, { clinicId: clinic.id, id: added.value.id })).toMatchObject({ ok: true });
    expect(await offered(house, saturday)).toEqual([]);
    const kept = await ownerSql("SELECT status FROM appointment WHERE id = $1", [appointment.value.id]);
    expect(kept).toEqual([{ status: "pending" }]);
  });

  test.each<[string, object, string, string]>([
    ["a beginning that the clocks leave out", { date: spring, startTime: "01:30" }, "startTime", "skipped_time"],
    ["an end that they leave out", { date: spring, startTime: "00:30", endTime: "01:30" }, "endTime", "skipped_time"],
    ["an end before its beginning", { endTime: "08:00" }, "endTime", "close_not_after_open"],
    ["what has passed", { date: addDays(monday, -2) }, "date", "past"],
    ["no end", { endTime: "" }, "endTime", "time"],
  ])("is refused at its field for %s", async (_, fields, path, message) => {
    const { actor, of } = await arranged();
    const window = { ...of, date: saturday, startTime: "09:00", endTime: "12:00", ...fields };
    expect(await addWindow(actor, window, earlyMonday)).toMatchObject(wrong(path, message));
  });

  test("twice the same is refused; overlapping ones and midnight are not", async () => {
    const { actor, of } = await arranged();
    const add = (startTime: string, endTime: string) =>
      addWindow(actor, { ...of, date: saturday, startTime, endTime }, earlyMonday);
    const answers = await Promise.all(Array.from({ length: 6 }, () => add("09:00", "12:00")));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await add("09:00", "12:00")).toMatchObject(wrong("date", "duplicate"));
    expect(await add("11:00", "00:00")).toMatchObject({ value: { endsAt: at("00:00", addDays(saturday, 1)) } });
  });

  test("is refused while the doctor works at another clinic, by that clinic's clock", async () => {
    const { actor, of, doctor } = await arranged();
    const elsewhere = await makeClinic({ timeZone: "Europe/Berlin" });
    await ownerSql("DELETE FROM weekly_hours WHERE doctor_id = $1", [doctor.doctorId]);
    await ownerSql(
      `INSERT INTO weekly_hours (doctor_id, clinic_id, day_of_week, start_time, end_time)
       VALUES ($1, $2, 5, '10:00', '11:00')`,
      [doctor.doctorId, elsewhere.id],
    );
    const add = (startTime: string, endTime: string) =>
      addWindow(actor, { ...of, date: saturday, startTime, endTime }, earlyMonday);
    expect(await add("09:30", "12:00")).toMatchObject(wrong("startTime", "hours_elsewhere"));
    expect(await add("10:00", "12:00")).toMatchObject({ ok: true });
  });
});

test("the list has what is not over yet, or what touches the days asked for", async () => {
  const { actor, of, clinic } = await arranged();
  await makeSlots(clinic, { date: saturday, count: 2 });
  for (const days of [0, 3, 40]) await addTimeOff(actor, { ...of, from: addDays(monday, days) }, earlyMonday);
  for (const date of [monday, saturday, addDays(saturday, 7)]) {
    await addWindow(actor, { ...of, date, startTime: "09:00", endTime: "10:00" }, earlyMonday);
  }
  const read = async (range?: { from: LocalDate; to: LocalDate }, time = "12:00") => {
    const found = await doctorTime(actor, range ? { ...of, range } : of, clockAt(at(time)));
    if (!found.ok) throw new Error(found.refusal.code);
    const { timeOff, windows } = found.value;
    return { timeOff: timeOff.map(({ startsAt }) => startsAt), windows };
  };
  const midnights = [0, 3, 40].map((days) => at("00:00", addDays(monday, days)));
  expect(await read()).toMatchObject({ timeOff: midnights, windows: [{ hasSlots: true }, { hasSlots: false }] });
  const week = await read({ from: monday, to: addDays(monday, 6) });
  expect(week.timeOff).toEqual(midnights.slice(0, 2));
  expect(week.windows).toHaveLength(2);
});

test("time off added while 30 book: none who was accepted loses the place, and nobody gets one afterwards", async () => {
  // The promise: time off is a rule and not a guard. A booking decided before it was known is kept; one asked for after
  // it was added is refused; and whatever was accepted counts in slot and day.
  for (let round = 0; round < 3; round++) {
    const { clinic, service, doctor, request } = await visit({ slots: { from: "08:00", count: 30 } });
    const of = { clinicId: clinic.id, doctorId: doctor.doctorId };
    const patients = await makePatients(33);
    const book = (n: number, time: number) =>
      bookAppointment(patients[n]?.actor as never, { ...request, startsAt: time }, earlyMonday);
    const [added, ...answers] = await Promise.all([
      addTimeOff(doctor.actor, { ...of, from: monday }, earlyMonday),
      ...Array.from({ length: 30 }, (_, n) => book(n, at("08:00") + minutes(30 * (n % 28)))),
    ]);
    expect(added.ok).toBe(true);
    const accepted = answers.flatMap((answer) => (answer.ok ? [answer.value.id] : []));
    for (const answer of answers)
      if (!answer.ok) expect(["OUTSIDE_HOURS", "DOCTOR_BUSY"]).toContain(answer.refusal.code);
    const kept = await ownerSql<{ id: string }>(
      "SELECT id FROM appointment WHERE doctor_id = $1 AND status = 'pending' ORDER BY id",
      [of.doctorId],
    );
    expect(kept.map(({ id }) => id)).toEqual(accepted.sort());
    expect(await book(31, at("22:00"))).toMatchObject({ refusal: { code: "OUTSIDE_HOURS" } });
    expect(await book(32, at("22:30"))).toMatchObject({ refusal: { code: "OUTSIDE_HOURS" } });
    expect(await offered({ clinic, service }, monday)).toEqual([]);
    await expectCountersTrue(clinic.id);
  }
});
