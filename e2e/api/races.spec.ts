import type pg from "pg";
import { freePort } from "#bin/port.ts";
import { startSite } from "#bin/site.ts";
import { type RunningClinic, withClinic } from "../clinic.ts";
import { expect, test } from "../fixtures.ts";
import { cookieHeader, newPatients, type Person } from "../people.ts";
import { openRaceHouse } from "../race-house.ts";

const rounds = Number(process.env.RACE_ROUNDS || 20);
const racers = 200;
const capacity = 5;

test.describe.configure({ mode: "serial" });

/** Two processes on one database: what holds is not held by any process's memory. */
async function withTwoSites(use: (sites: string[], clinic: RunningClinic) => Promise<void>): Promise<void> {
  await withClinic(async (clinic) => {
    const port = await freePort();
    // It thinks itself at the same address, as nodes behind one proxy do.
    const second = startSite({ ...clinic.settings, port }, "start", () => {});
    try {
      if (!(await second.ready)) throw new Error("The second site did not start.");
      await use([clinic.url, `http://localhost:${port}`], clinic);
    } finally {
      await second.stop();
    }
  });
}

interface Outcome {
  status: number;
  code: string;
  id: string | null;
  retryAfter: string | null;
}

async function call(
  sites: string[],
  index: number,
  path: string,
  person: Person,
  body: object,
  headers: Record<string, string> = {},
): Promise<Outcome> {
  const response = await fetch(`${sites[index % sites.length]}/api/v1${path}`, {
    method: "POST",
    headers: {
      cookie: cookieHeader(person),
      origin: sites[0] as string,
      "content-type": "application/json",
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { code?: string; id?: string };
  const { status } = response;
  return { status, code: answer.code ?? "", id: answer.id ?? null, retryAfter: response.headers.get("retry-after") };
}

function tally(outcomes: Outcome[]): Record<string, number> {
  const kinds = Map.groupBy(outcomes, ({ status, code }) => `${status} ${code}`.trim());
  return Object.fromEntries([...kinds].map(([kind, all]) => [kind, all.length]));
}

interface FreeSlot {
  id: string;
  startsAt: string;
}

async function freeSlots(database: pg.Pool, count: number): Promise<FreeSlot[]> {
  const { rows } = await database.query<FreeSlot>(
    `SELECT id, to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "startsAt" FROM time_slot
     WHERE booked = 0 AND is_open AND starts_at BETWEEN now() + interval '2 days' AND now() + interval '25 days'
     ORDER BY starts_at DESC LIMIT $1`,
    [count],
  );
  expect(rows).toHaveLength(count);
  return rows;
}

test("equal at once, through two servers: slot, doctor, day, one cancellation, one key", async () => {
  test.setTimeout(10 * 60_000);
  await withTwoSites(async (sites, { database }) => {
    const service = await openRaceHouse(database, capacity + 3);
    const patients = await newPatients(database, racers, "Racer");
    const first = patients[0] as Person;
    const slots = await freeSlots(database, rounds + 4);

    await test.step(`${racers} for a slot of ${capacity}, ${rounds} times`, async () => {
      for (const { id, startsAt } of slots.slice(0, rounds)) {
        const wish = { clinic: "northgate", service, startsAt };
        const outcomes = await Promise.all(
          patients.map((patient, index) => call(sites, index, "/appointments", patient, wish)),
        );
        expect(tally(outcomes)).toEqual({ "201": capacity, "409 SLOT_FULL": racers - capacity });
        expect(await bookedIn(database, id)).toBe(capacity);
      }
    });

    const [forDoctor, forDay, forCancel, forKey] = slots.slice(rounds) as [FreeSlot, FreeSlot, FreeSlot, FreeSlot];
    await test.step("50 for one doctor", async () => {
      const doctor = await doctorOf(database, service);
      const wish = { clinic: "northgate", service, doctor, startsAt: forDoctor.startsAt };
      const outcomes = await Promise.all(
        patients.slice(0, 50).map((patient, index) => call(sites, index, "/appointments", patient, wish)),
      );
      expect(tally(outcomes)).toEqual({ "201": 1, "409 DOCTOR_BUSY": 49 });
    });

    await test.step("50 for the last 3 places of a day", async () => {
      await database.query(
        `UPDATE clinic_day SET capacity = booked + 3
         WHERE (clinic_id, local_date) = (SELECT clinic_id, local_date FROM time_slot WHERE id = $1)`,
        [forDay.id],
      );
      const wish = { clinic: "northgate", service, startsAt: forDay.startsAt };
      const outcomes = await Promise.all(
        patients.slice(50, 100).map((patient, index) => call(sites, index, "/appointments", patient, wish)),
      );
      expect(tally(outcomes)).toEqual({ "201": 3, "409 DAY_FULL": 47 });
      await database.query("UPDATE clinic_day SET capacity = NULL");
    });

    await test.step("50 cancellations of one appointment", async () => {
      const wish = { clinic: "northgate", service, startsAt: forCancel.startsAt };
      const booked = await call(sites, 0, "/appointments", first, wish);
      expect(booked.status).toBe(201);
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, index) => call(sites, index, `/appointments/${booked.id}/cancel`, first, {})),
      );
      expect(tally(outcomes)).toEqual({ "200": 1, "409 ILLEGAL_TRANSITION": 49 });
      expect(await bookedIn(database, forCancel.id)).toBe(0);
    });

    await test.step("20 with one key: one appointment, and one answer for all", async () => {
      const wish = { clinic: "northgate", service, startsAt: forKey.startsAt };
      const key = { "Idempotency-Key": "one-and-the-same" };
      const send = async (index: number): Promise<Outcome> => {
        const outcome = await call(sites, index, "/appointments", first, wish, key);
        if (outcome.code !== "IN_PROGRESS") return outcome;
        expect(outcome.retryAfter).toBe("1");
        return send(index);
      };
      const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => send(index)));
      expect(tally(outcomes)).toEqual({ "201": 20 });
      expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
      expect(await bookedIn(database, forKey.id)).toBe(1);

      const other = await call(sites, 1, "/appointments", first, { ...wish, notes: "Another" }, key);
      expect([other.status, other.code]).toEqual([422, "IDEMPOTENCY_MISMATCH"]);
    });
  });
});

async function bookedIn(database: pg.Pool, slotId: string): Promise<number> {
  const { rows } = await database.query<{ booked: number }>("SELECT booked FROM time_slot WHERE id = $1", [slotId]);
  return rows[0]?.booked ?? -1;
}

async function doctorOf(database: pg.Pool, service: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT doctor_id AS id FROM doctor_service JOIN service ON service.id = service_id WHERE service.slug = $1 LIMIT 1`,
    [service],
  );
  return rows[0]?.id ?? "";
}
