import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { missingGuards } from "#lib/db/guards.ts";
import { verifyDatabase } from "#lib/db/verify.ts";
import { minutes } from "#lib/time.ts";
import { appPool, ownerSql } from "../database.ts";
import { at } from "../factories.ts";
import { booked } from "./visit.ts";

// The index that lets one place be held in place of an appointment is taken away, to see that nothing else would.

const insertOffer = `
  INSERT INTO appointment (clinic_id, doctor_id, service_id, replaces_id, hold_key, starts_at, ends_at, status,
    hold_expires_at, price_amount, price_currency, occupied, local_date, session_key)
  VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), to_timestamp($6::float8 / 1000) + interval '30 minutes',
    'held', now() + interval '10 minutes', 0, 'GBP', 'empty', current_date, uuid_v7())`;

afterEach(async () => {
  await ownerSql("TRUNCATE appointment, message, visit CASCADE");
  await ownerSql(`CREATE UNIQUE INDEX IF NOT EXISTS appointment_replacement ON appointment (replaces_id)
    WHERE status = 'held' AND replaces_id IS NOT NULL`);
});

/** Three times are held for one appointment at once. @returns the constraints that said no, "" for a yes */
async function threeAtOnce(): Promise<string[]> {
  const { clinic, service, doctor, appointment } = await booked();
  const attempts = await Promise.allSettled(
    [0, 1, 2].map((n) => {
      const place = [clinic.id, doctor.doctorId, service.id, appointment.id, randomBytes(32)];
      return appPool.query(insertOffer, [...place, at("12:00") + minutes(30 * n)]);
    }),
  );
  return attempts.map((attempt) => (attempt.status === "fulfilled" ? "" : String(attempt.reason.constraint))).sort();
}

test("one place is held for an appointment, past all of our code; without the index as many as there are", async () => {
  expect(await threeAtOnce()).toEqual(["", ...Array<string>(2).fill("appointment_replacement")]);
  await ownerSql("DROP INDEX appointment_replacement");
  expect(await missingGuards()).toEqual(["appointment_replacement"]);
  expect(await threeAtOnce()).toEqual(Array(3).fill(""));
  const broken = (await verifyDatabase()).filter(({ ok }) => !ok).map(({ name }) => name);
  expect(broken).toEqual(["every guard is in place", "no appointment has two replacements held for it"]);
});
