import { expect, test } from "vitest";
import { heatTable } from "#lib/analytics/heat-map.ts";
import { analyticsSchema } from "#lib/analytics/schema.ts";
import { analytics } from "#lib/analytics/server/analytics.ts";
import { db } from "#lib/db/client.ts";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { addDays, type LocalDate, type TimeZone, type WallTime } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import {
  at,
  type Clinic,
  clockAt,
  insertSql,
  insertValues,
  makeClinic,
  makeDoctor,
  makeHouse,
  makePatients,
  makePerson,
  makeService,
  makeSlots,
  monday,
} from "../factories.ts";
import { countStatements } from "../statements.ts";

interface Booked {
  doctorId: string;
  serviceId: string;
  patientId: string;
  time: WallTime;
  date?: LocalDate;
  status?: AppointmentStatus;
  price?: number;
  minutes?: number;
  /** Before the beginning. */
  bookedHoursAhead?: number;
}

async function put(clinic: Clinic, given: Booked): Promise<string> {
  const {
    time,
    date = monday,
    status = "confirmed",
    price = 4000,
    minutes = 30,
    bookedHoursAhead = 48,
    ...who
  } = given;
  const startsAt = at(time, date, clinic.timeZone);
  const values = insertValues({ clinicId: clinic.id, ...who, startsAt, durationMinutes: minutes, status: "confirmed" });
  const [row] = await ownerSql<{ id: string }>(insertSql, values);
  await ownerSql(
    `UPDATE appointment SET status = $2::appointment_status, price_amount = $3,
       cancelled_at = CASE WHEN $2 = 'cancelled' THEN starts_at - interval '1 hour' END,
       created_at = starts_at - make_interval(hours => $4::int) WHERE id = $1`,
    [row?.id, status, price, bookedHoursAhead],
  );
  return row?.id as string;
}

async function ask(
  clinic: Clinic,
  range: { from: LocalDate; to: LocalDate },
  more: { doctorId?: string; serviceId?: string; now?: number } = {},
) {
  const { actor } = await makePerson(clinic, "admin");
  const { now = at("23:30", range.to, clinic.timeZone), ...narrow } = more;
  const result = await analytics(actor, { clinicId: clinic.id, ...range, ...narrow }, clockAt(now));
  if (!result.ok) throw new Error(result.refusal.code);
  return analyticsSchema.parse(result.value);
}

test("a day whose numbers are known", async () => {
  const { clinic, service, doctor } = await makeHouse({ slots: { count: 8, capacity: 4 } });
  const talk = await makeService(clinic, { durationMinutes: 60 });
  const second = await makeDoctor(clinic, [service, talk], "Dr Second");
  const [ann, bob, cleo] = (await makePatients(3)).map(({ id }) => id) as [string, string, string];
  const one = { doctorId: doctor.doctorId, serviceId: service.id };
  const two = { doctorId: second.doctorId, serviceId: talk.id, minutes: 60 };
  await makeSlots(clinic, { date: addDays(monday, -7), count: 8, capacity: 4 });
  await put(clinic, { ...one, patientId: ann, time: "09:00", date: addDays(monday, -7), status: "completed" });
  await put(clinic, { ...one, patientId: ann, time: "09:00", status: "completed", bookedHoursAhead: 10 });
  await put(clinic, { ...one, patientId: bob, time: "09:30", status: "no_show", bookedHoursAhead: 20 });
  await put(clinic, { ...one, patientId: bob, time: "10:00", status: "cancelled", bookedHoursAhead: 30 });
  await put(clinic, { ...one, patientId: cleo, time: "10:30", status: "rejected", bookedHoursAhead: 900 });
  await put(clinic, { ...two, patientId: cleo, time: "09:00", status: "completed", price: 9000, bookedHoursAhead: 40 });
  await put(clinic, { ...two, patientId: bob, time: "11:00", bookedHoursAhead: 50 });
  await put(clinic, { ...one, patientId: cleo, time: "12:00", status: "pending", bookedHoursAhead: 60 });

  const range = { from: monday, to: monday };
  const found = await ask(clinic, range, { now: at("12:10") });
  expect(found.totals).toMatchObject({
    bookings: 7,
    appointments: 5,
    came: 2,
    missed: 1,
    ahead: 1,
    unresolved: 1,
    cancelled: 1,
    cancelledLate: 1,
    declined: 1,
    noShowRate: 1 / 3,
    minutes: 30 * 3 + 60 * 2,
    lead: { count: 6, q1: 22.5 * 60, median: 35 * 60, q3: 47.5 * 60 },
    value: [{ currency: "GBP", amount: 4000 + 9000 + 4000 + 4000 }],
    // Eight slots of four places and half an hour; two long appointments take two slots each.
    occupancy: { capacity: 8 * 4 * 30, taken: (1 + 1 + 1 + 2 + 2) * 30 },
    patients: { new: 2, returning: 1, withoutAccount: 0 },
  });
  expect(found.totalsBefore).toMatchObject({ bookings: 0 });
  expect(found.days).toEqual([{ date: monday, appointments: 5, missed: 1, cancelled: 1 }]);

  const nine = found.heat.find(({ hour }) => hour === 9);
  expect(nine).toEqual({ dayOfWeek: 0, hour: 9, capacity: 8 * 30, taken: (2 + 2) * 30 });
  expect(found.doctors.map(({ name, figures, workingMinutes }) => [name, figures.minutes, workingMinutes])).toEqual([
    ["Dr 00", 90, 0],
    ["Dr Second", 120, 0],
  ]);
  expect(found.doctors[1]?.figures).toMatchObject({ came: 1, unresolved: 1, lead: { count: 2, median: 45 * 60 } });
  expect(found.services.map(({ figures }) => figures.bookings).sort()).toEqual([2, 5]);

  const week = await ask(clinic, { from: monday, to: addDays(monday, 6) }, { now: at("12:10") });
  expect(week.before).toEqual({ from: addDays(monday, -7), to: addDays(monday, -1) });
  expect(week.totalsBefore).toMatchObject({ bookings: 1, came: 1, patients: { new: 1, returning: 0 } });

  const ofSecond = await ask(clinic, range, { doctorId: second.doctorId, now: at("12:10") });
  expect(ofSecond.totals).toMatchObject({ bookings: 2, occupancy: { capacity: 960, taken: 120 } });
  expect(ofSecond.doctors).toHaveLength(1);
  const ofTalk = await ask(clinic, range, { serviceId: talk.id, now: at("12:10") });
  expect(ofTalk.services.map(({ figures }) => figures.bookings)).toEqual([2]);
});

test.each<[TimeZone, LocalDate, LocalDate]>([
  ["Europe/London", "2031-03-30", "2031-10-26"],
  ["America/New_York", "2031-03-09", "2031-11-02"],
])("in %s an hour is the wall clock's, before and after the clocks change", async (timeZone, spring, autumn) => {
  const clinic = await makeClinic({ timeZone });
  const service = await makeService(clinic);
  const doctor = await makeDoctor(clinic, [service]);
  const [patient] = await makePatients(1);
  const who = { doctorId: doctor.doctorId, serviceId: service.id, patientId: patient?.id as string };
  for (const date of [addDays(spring, -1), spring, addDays(spring, 1), autumn]) {
    await makeSlots(clinic, { date, from: "09:00", count: 2, capacity: 2 });
    await put(clinic, { ...who, time: "09:00", date, status: "completed" });
  }
  const found = await ask(clinic, { from: addDays(spring, -1), to: addDays(spring, 1) });
  const cell = (dayOfWeek: number) => ({ dayOfWeek, hour: 9, capacity: 120, taken: 30 });
  expect(found.heat).toEqual([cell(0), cell(5), cell(6)]);
  const late = await ask(clinic, { from: autumn, to: autumn });
  expect(late.heat).toEqual([cell(6)]);
});

test("an hour that comes twice holds the places of both, one that is left out holds none", async () => {
  const clinic = await makeClinic({ timeZone: "Europe/London" });
  // From midnight: 00:00 to 03:00 on the wall are four hours of time in autumn, two in spring.
  await makeSlots(clinic, { date: "2031-10-26", from: "00:00", count: 8, capacity: 1 });
  await makeSlots(clinic, { date: "2031-03-30", from: "00:00", count: 4, capacity: 1 });
  const autumn = await ask(clinic, { from: "2031-10-26", to: "2031-10-26" });
  expect(heatTable(autumn.heat).rows.map(({ hour, total }) => [hour, total.capacity])).toEqual([
    [0, 60],
    [1, 120],
    [2, 60],
  ]);
  const spring = await ask(clinic, { from: "2031-03-30", to: "2031-03-30" });
  expect(spring.heat.map(({ hour, capacity }) => [hour, capacity])).toEqual([
    [0, 60],
    [2, 60],
  ]);
});

test("working hours are those within the house's, less time off; a session counts once", async () => {
  const { clinic, service, doctor } = await makeHouse({ service: { groupSize: 4 }, slots: { count: 8, capacity: 5 } });
  const hours = { clinicId: clinic.id, dayOfWeek: 0 };
  await ownerSql(
    `INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time)
     VALUES ($1, $2, '09:00', '12:00'), ($1, $2, '13:00', '17:00')`,
    Object.values(hours),
  );
  await db.timeOff.create({
    data: { doctorId: doctor.doctorId, startsAt: new Date(at("16:00")), endsAt: new Date(at("20:00")) },
  });
  for (const { id } of await makePatients(3)) {
    const values = insertValues({
      clinicId: clinic.id,
      doctorId: doctor.doctorId,
      serviceId: service.id,
      patientId: id,
      startsAt: at("10:00"),
      status: "confirmed",
    });
    const sql = insertSql.replace("session_key)", "session_key, group_size)").replace("uuid_v7())", "uuid_v7(), 4)");
    await ownerSql(sql, values);
  }
  const found = await ask(clinic, { from: monday, to: monday });
  expect(found.doctors).toMatchObject([
    { workingMinutes: 6 * 60, utilisation: 30 / 360, figures: { appointments: 3, minutes: 30 } },
  ]);
});

test("however long the range, the statements are as many", async () => {
  const { clinic } = await makeHouse();
  const day = await countStatements(() => ask(clinic, { from: monday, to: monday }));
  const year = await countStatements(() => ask(clinic, { from: addDays(monday, -399), to: monday }));
  expect(year).toBe(day);
  expect(year).toBeLessThanOrEqual(24);
});

test("only so many days in one go, and in their order", async () => {
  const { clinic } = await makeHouse();
  const { actor } = await makePerson(clinic, "admin");
  const clinicId = clinic.id;
  expect(await analytics(actor, { clinicId, from: addDays(monday, -400), to: monday })).toMatchObject({
    refusal: { code: "VALIDATION", errors: [{ path: "to", message: "range_too_long" }] },
  });
  expect(await analytics(actor, { clinicId, from: monday, to: addDays(monday, -1) })).toMatchObject({
    refusal: { errors: [{ path: "to", message: "before_start" }] },
  });
  const { actor: staff } = await makePerson(clinic, "staff");
  expect(await analytics(staff, { clinicId, from: monday, to: monday })).toMatchObject({
    refusal: { code: "NOT_FOUND" },
  });
});
