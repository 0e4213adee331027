import type pg from "pg";
import { expect, test } from "vitest";
import type { LogPosition } from "#lib/live/log-position.ts";
import { type Change, endOfChangeLog, readChangeLog } from "#lib/live/server/change-log.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { addDays } from "#lib/time.ts";
import { appPool, ownerSql } from "../database.ts";
import {
  at,
  earlyMonday,
  insertSql,
  insertValues,
  makePatients,
  makeSlots,
  monday,
  type Person,
} from "../factories.ts";
import { visit } from "../scheduling/visit.ts";

const tuesday = addDays(monday, 1);

async function house() {
  const { clinic, service, doctor } = await visit();
  await makeSlots(clinic, { date: tuesday });
  const patients = (await makePatients(2)) as [Person, Person];
  /** Another day each, so that neither waits for the other's. */
  const book = (connection: pg.Pool | pg.PoolClient, n: 0 | 1) => {
    const startsAt = at("10:00", n === 0 ? monday : tuesday);
    const wish = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt };
    return connection.query<{ id: string }>(insertSql, insertValues({ ...wish, patientId: patients[n].id }));
  };
  return { clinic, patients, book };
}

/** Reads as the hub does, again and again; `read` is what one round found. */
async function reader() {
  let position: LogPosition = await endOfChangeLog();
  const read = async (): Promise<Change[]> => {
    const found = await readChangeLog(position);
    position = found.position;
    return found.changes;
  };
  await read();
  return { read, passedOver: () => [...position.passedOver.keys()], top: () => position.top };
}

const days = (changes: Change[]) => changes.map(({ localDate }) => localDate);

test.each([
  ["", async (_: pg.PoolClient) => {}],
  ["inside a savepoint, ", async (client: pg.PoolClient) => void (await client.query("SAVEPOINT inner_work"))],
])("%sa change that commits after a later one is found all the same", async (_, prepare) => {
  const { book } = await house();
  const log = await reader();
  const late = await appPool.connect();
  try {
    await late.query("BEGIN");
    await prepare(late);
    await book(late, 0);
    await book(appPool, 1);
    expect(days(await log.read())).toEqual([tuesday]);
    // Others come and go meanwhile; the one passed over is not given up.
    for (let n = 0; n < 3; n++) {
      await ownerSql("SELECT pg_current_xact_id()");
      expect(await log.read()).toEqual([]);
      expect(log.passedOver()).toHaveLength(1);
    }
    await late.query("COMMIT");
    // Whoever remembers the greatest id alone never hears of it.
    expect(await ownerSql("SELECT id FROM change WHERE id > $1", [log.top()])).toEqual([]);
    expect(days(await log.read())).toEqual([monday]);
    expect(log.passedOver()).toEqual([]);
    expect(await log.read()).toEqual([]);
  } finally {
    late.release(true);
  }
});

test("a change that is rolled back is waited for until its transaction has ended, and no longer", async () => {
  const { book } = await house();
  const log = await reader();
  const undone = await appPool.connect();
  try {
    await undone.query("BEGIN");
    await book(undone, 0);
    await book(appPool, 1);
    expect(days(await log.read())).toEqual([tuesday]);
    expect(log.passedOver()).toHaveLength(1);
    await undone.query("ROLLBACK");
    // A snapshot tells of the whole server: what another test file has begun may have to end first.
    const stillWaitedFor = async () => {
      expect(await log.read()).toEqual([]);
      return log.passedOver();
    };
    await expect.poll(stillWaitedFor, { timeout: 30_000 }).toEqual([]);
  } finally {
    undone.release(true);
  }
});

test("what was under way when somebody began to read is found", async () => {
  const { book } = await house();
  const late = await appPool.connect();
  try {
    await late.query("BEGIN");
    await book(late, 0);
    await book(appPool, 1);
    const log = await reader();
    await late.query("COMMIT");
    expect(days(await log.read())).toEqual([monday]);
  } finally {
    late.release(true);
  }
});

test("each step of an appointment's life is a change of its day, once", async () => {
  const { book, patients } = await house();
  const log = await reader();
  const { rows } = await book(appPool, 1);
  expect(days(await log.read())).toEqual([tuesday]);
  const cancelled = await cancelAppointment(patients[1].actor, { id: rows[0]?.id }, earlyMonday);
  expect(cancelled).toMatchObject({ ok: true });
  expect(new Set(days(await log.read()))).toEqual(new Set([tuesday]));
  expect(await log.read()).toEqual([]);
});
