import { beforeEach, expect, test } from "vitest";
import { queueDailySheets } from "#lib/notifications/server/queue-daily-sheets.ts";
import { addDays, dayBounds } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, makePatients, makePerson, monday } from "../factories.ts";
import { book, makeGuest, reminderHouse } from "./reminding.ts";

beforeEach(() => ownerSql("UPDATE clinic SET daily_sheet_time = NULL"));

async function houseWithSheet(...roles: ("staff" | "admin")[]) {
  const house = await reminderHouse();
  await ownerSql("UPDATE clinic SET daily_sheet_time = '07:00' WHERE id = $1", [house.clinic.id]);
  const people = await Promise.all(roles.map((role) => makePerson(house.clinic, role)));
  return { house, people };
}

interface Sheet {
  recipient: string;
  expiresAt: number;
  payload: {
    date: string;
    doctors: { doctorName: string; appointments: { startsAt: number; patientName: string; status: string }[] }[];
  };
}

const sheetsOf = (clinicId: string) =>
  ownerSql<Sheet & Record<string, unknown>>(
    `SELECT recipient::text, payload, extract(epoch FROM expires_at)::float8 * 1000 AS "expiresAt" FROM message
     WHERE clinic_id = $1 AND kind = 'daily_sheet' ORDER BY id`,
    [clinicId],
  );

test("once a day, to the staff, with that day's appointments by doctor and time", async () => {
  const { house, people } = await houseWithSheet("staff", "staff", "admin");
  await book(house, house.patient, at("14:00"), { doctor: 1 });
  const [other] = (await makePatients(1)) as [typeof house.patient];
  await makeGuest(await book(house, other, at("09:30"), { doctor: 0, status: "pending" }), "Gus Guest");
  await book(house, other, at("09:00"), { doctor: 1 });
  await queueDailySheets(clockAt(at("06:59")));
  expect(await sheetsOf(house.clinic.id)).toEqual([]);
  await Promise.all([1, 2, 3, 4].map(() => queueDailySheets(clockAt(at("07:00")))));
  await queueDailySheets(clockAt(at("15:00")));
  const sheets = await sheetsOf(house.clinic.id);
  expect(sheets.map(({ recipient }) => recipient).sort()).toEqual(
    people
      .slice(0, 2)
      .map(({ email }) => email)
      .sort(),
  );
  const [sheet] = sheets;
  expect(sheet?.expiresAt).toBe(dayBounds(monday, "Europe/London").end);
  expect(sheet?.payload.date).toBe(monday);
  const lines = sheet?.payload.doctors.map(({ doctorName, appointments }) => [
    doctorName,
    appointments.map(({ startsAt, status }) => [startsAt, status]),
  ]);
  expect(lines).toEqual([
    ["Dr 00", [[at("09:30"), "pending"]]],
    [
      "Dr 01",
      [
        [at("09:00"), "confirmed"],
        [at("14:00"), "confirmed"],
      ],
    ],
  ]);
  expect(sheet?.payload.doctors[0]?.appointments[0]?.patientName).toBe("Gus Guest");
});

test("to the admins where there is no staff, to nobody who may not sign in", async () => {
  const { house, people } = await houseWithSheet("admin", "staff");
  await ownerSql("UPDATE app_user SET disabled_at = now() WHERE id = $1", [people[1]?.id]);
  await queueDailySheets(clockAt(at("08:00")));
  expect((await sheetsOf(house.clinic.id)).map(({ recipient }) => recipient)).toEqual([people[0]?.email]);
});

test("a day without anybody has one where the house is open, and none where it is closed", async () => {
  const { house } = await houseWithSheet("staff");
  await queueDailySheets(clockAt(at("08:00", addDays(monday, 1))));
  expect(await sheetsOf(house.clinic.id)).toEqual([]);
  await queueDailySheets(clockAt(at("08:00")));
  expect((await sheetsOf(house.clinic.id)).map(({ payload }) => payload.doctors)).toEqual([[]]);
});

test("after a standstill only today's", async () => {
  const { house } = await houseWithSheet("staff");
  await queueDailySheets(clockAt(at("08:00", addDays(monday, -1))));
  await queueDailySheets(clockAt(at("06:00", addDays(monday, 1))));
  expect(await sheetsOf(house.clinic.id)).toEqual([]);
});
