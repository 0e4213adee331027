import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { missingGuards } from "#lib/db/guards.ts";
import { verifyDatabase } from "#lib/db/verify.ts";
import { appPool, ownerSql } from "../database.ts";
import { at, makeHouse } from "../factories.ts";

// The index that lets a browser hold a time once is taken away, to see that nothing else would.

const insertHold = `
  INSERT INTO appointment (clinic_id, doctor_id, service_id, hold_key, starts_at, ends_at, status, hold_expires_at,
    price_amount, price_currency, occupied, local_date, session_key)
  VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($5::float8 / 1000) + interval '30 minutes', 'held',
    now() + interval '10 minutes', 0, 'GBP', 'empty', current_date, uuid_v7())`;

afterEach(async () => {
  await ownerSql("TRUNCATE appointment, message, visit CASCADE");
  await ownerSql(`CREATE UNIQUE INDEX IF NOT EXISTS appointment_hold_once ON appointment (hold_key, starts_at)
    WHERE status = 'held' AND hold_key IS NOT NULL`);
});

/** One browser holds one time with each of five doctors at once. @returns the constraints that said no, "" for a yes */
async function fiveAtOnce(): Promise<string[]> {
  const { clinic, service, doctors } = await makeHouse({ doctors: 5 });
  const key = randomBytes(32);
  const attempts = await Promise.allSettled(
    doctors.map(({ doctorId }) => appPool.query(insertHold, [clinic.id, doctorId, service.id, key, at("09:00")])),
  );
  return attempts.map((attempt) => (attempt.status === "fulfilled" ? "" : String(attempt.reason.constraint))).sort();
}

test("a browser holds a time once, past all of our code; without the index as often as it likes", async () => {
  expect(await fiveAtOnce()).toEqual(["", ...Array<string>(4).fill("appointment_hold_once")]);
  await ownerSql("DROP INDEX appointment_hold_once");
  expect(await missingGuards()).toEqual(["appointment_hold_once"]);
  expect(await fiveAtOnce()).toEqual(Array(5).fill(""));
  const broken = (await verifyDatabase()).filter(({ ok }) => !ok).map(({ name }) => name);
  expect(broken).toEqual(["every guard is in place", "no browser holds a time twice"]);
});
