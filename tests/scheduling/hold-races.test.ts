import { expect, test } from "vitest";
import { newGuest } from "#lib/auth/guest.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { expireHolds } from "#lib/scheduling/server/holds/expire-holds.ts";
import { extendHold } from "#lib/scheduling/server/holds/extend-hold.ts";
import { holdAppointment } from "#lib/scheduling/server/holds/hold-appointment.ts";
import { releaseHold } from "#lib/scheduling/server/holds/release-hold.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makePatients, makeSlots, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { heldByGuest, newSecret, runOut, statusOf } from "./holding.ts";
import { visit } from "./visit.ts";

const rounds = Number(process.env.RACE_ROUNDS ?? 20);
const timeout = 180_000;
const guest = newGuest();

function accepted<T extends { ok: boolean }>(results: T[]): T[] {
  return results.filter((result) => result.ok);
}

test("200 at once hold a slot of 5: exactly 5", { timeout }, async () => {
  const { clinic, request } = await visit({ doctors: 8, slots: { capacity: 5 } });
  const patients = await makePatients(100);
  const visitors = Array.from({ length: 100 }, newSecret);
  const wish = { ...request, doctorId: null };
  const results = await Promise.all([
    ...patients.map(({ actor }) => holdAppointment(actor, { ...wish, secret: newSecret() }, earlyMonday)),
    ...visitors.map((secret) => holdAppointment(guest, { ...wish, secret }, earlyMonday)),
  ]);
  expect(accepted(results)).toHaveLength(5);
  const codes = new Set(results.flatMap((result) => (result.ok ? [] : [result.refusal.code])));
  expect([...codes]).toEqual(["SLOT_FULL"]);
  await expectCountersTrue(clinic.id);
});

test.each(["a patient", "a browser"])("20 equal holds at once by %s: one", async (who) => {
  const { clinic, request, patient } = await visit({ doctors: 3 });
  const [actor, secret] = who === "a patient" ? [patient.actor, undefined] : [guest, newSecret()];
  const results = await Promise.all(
    Array.from({ length: 20 }, () => holdAppointment(actor, { ...request, doctorId: null, secret }, earlyMonday)),
  );
  expect(new Set(results.map((result) => result.ok && result.value.id)).size).toBe(1);
  expect(accepted(results)).toHaveLength(20);
  const held = await ownerSql("SELECT 1 FROM appointment WHERE clinic_id = $1 AND status = 'held'", [clinic.id]);
  expect(held).toHaveLength(1);
  await expectCountersTrue(clinic.id);
});

test("20 times at once by one browser: it keeps one of them", async () => {
  const { clinic, request } = await visit();
  await makeSlots(clinic, { date: "2031-03-04" });
  const secret = newSecret();
  const starts = Array.from({ length: 10 }, (_, n) => minutes(30 * n)).flatMap((later) => [
    at("09:00") + later,
    at("09:00", "2031-03-04") + later,
  ]);
  const results = await Promise.all(
    starts.map((startsAt) => holdAppointment(guest, { ...request, startsAt, secret }, earlyMonday)),
  );
  expect(accepted(results)).toHaveLength(20);
  const held = await ownerSql("SELECT 1 FROM appointment WHERE clinic_id = $1 AND status = 'held'", [clinic.id]);
  expect(held).toHaveLength(1);
  await expectCountersTrue(clinic.id);
});

test("holds that ran out are taken over by 50 bookings at once: capacity kept", async () => {
  const { clinic, request } = await visit({ doctors: 8, slots: { capacity: 5 } });
  const wish = { ...request, doctorId: null };
  for (let n = 0; n < 5; n++) {
    const held = await holdAppointment(guest, { ...wish, secret: newSecret() }, earlyMonday);
    if (held.ok) await runOut(held.value);
  }
  const patients = await makePatients(50);
  const results = await Promise.all(patients.map(({ actor }) => bookAppointment(actor, wish, earlyMonday)));
  expect(accepted(results)).toHaveLength(5);
  await expectCountersTrue(clinic.id);
});

test("a hold claimed by two posts at once becomes one booking", async () => {
  for (let round = 0; round < rounds; round++) {
    const { hold, proof, request, patient, clinic } = await heldByGuest({ doctors: 2 });
    const post = () => bookAppointment(patient.actor, { ...request, hold: proof }, earlyMonday);
    const results = await Promise.all([post(), post()]);
    expect(accepted(results)).toHaveLength(1);
    expect(accepted(results)).toMatchObject([{ value: { id: hold.id } }]);
    const booked = await ownerSql("SELECT 1 FROM appointment WHERE clinic_id = $1 AND status = 'pending'", [clinic.id]);
    expect(booked).toHaveLength(1);
    await expectCountersTrue(clinic.id);
  }
});

test("claimed, extended, released and expired at the same instant: it ends in one way, and the counters are true", {
  timeout,
}, async () => {
  for (let round = 0; round < rounds; round++) {
    const { hold, proof, request, patient, clinic } = await heldByGuest();
    const [other] = (await makePatients(1)) as [Person];
    // It runs out while all of them are on their way.
    await ownerSql("UPDATE appointment SET hold_expires_at = clock_timestamp() + interval '8 ms' WHERE id = $1", [
      hold.id,
    ]);
    const [own, foreign] = await Promise.all([
      bookAppointment(patient.actor, { ...request, hold: proof }, earlyMonday),
      bookAppointment(other.actor, request, earlyMonday),
      expireHolds(),
      extendHold(guest, proof),
      ...(round % 2 ? [releaseHold(guest, proof)] : []),
      expireHolds({ clinicId: clinic.id, around: request.startsAt }),
    ]);
    expect(accepted([own, foreign]).length).toBeLessThanOrEqual(1);
    if (own.ok && own.value.id === hold.id) expect(await statusOf(hold)).toBe("pending");
    const taken = await ownerSql("SELECT 1 FROM appointment WHERE clinic_id = $1 AND occupies(status)", [clinic.id]);
    expect(taken.length).toBeLessThanOrEqual(1);
    await expectCountersTrue(clinic.id);
  }
});

test("holds that change days in opposite directions never wait for each other in a circle", { timeout }, async () => {
  const { clinic, request } = await visit({ doctors: 20, slots: { capacity: 40 } });
  const tuesday = "2031-03-04";
  await makeSlots(clinic, { date: tuesday, capacity: 40 });
  const secrets = Array.from({ length: 20 }, newSecret);
  const holdAt = (secret: string, date?: string) =>
    holdAppointment(guest, { ...request, doctorId: null, startsAt: at("09:00", date), secret }, earlyMonday);
  for (let round = 0; round < 6; round++) {
    const results = await Promise.all(
      secrets.map((secret, n) => holdAt(secret, (n + round) % 2 ? tuesday : undefined)),
    );
    expect(accepted(results)).toHaveLength(20);
  }
  await expectCountersTrue(clinic.id);
});
