import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type ErasedWords, eraseAccount } from "#lib/accounts/server/erase-account.ts";
import { exportAccount } from "#lib/accounts/server/export-account.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { mintActor } from "#lib/auth/mint.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { openSession } from "#lib/auth/sessions.ts";
import { makeFeed } from "#lib/calendar/server/make-feed.ts";
import { readFeed } from "#lib/calendar/server/read-feed.ts";
import { db } from "#lib/db/client.ts";
import { verifyDatabase } from "#lib/db/verify.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { previewPlan } from "#lib/scheduling/server/plans/preview-plan.ts";
import { joinWaitlist } from "#lib/scheduling/server/waitlist/join-waitlist.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makeHouse, makePatients, makePerson, monday, type Person } from "../factories.ts";
import { expectCountersTrue } from "../scheduling/counters.ts";
import { granted, makePlanHouse, orderOf, wishOf } from "../scheduling/planning.ts";
import { goodPassword } from "./people.ts";

const words: ErasedWords = { name: "Former patient", reason: "The account was deleted." };
const sure = { password: goodPassword, sure: "on" };
const passwordHash = hashPassword(goodPassword);

/** Somebody whose every word is known from all others. */
async function makeCanary(): Promise<Person & { marks: string[] }> {
  const mark = randomUUID().slice(0, 8);
  const marks = [`canary-${mark}@example.test`, `Canary ${mark}`, "+44 7700 9009", `says-${mark}`];
  const [email, name, phone] = marks as [string, string, string];
  const user = await db.user.create({
    data: { email, name, phone, passwordHash: await passwordHash, emailVerifiedAt: new Date() },
  });
  return { id: user.id, email, marks, actor: mintActor({ userId: user.id, name, doctorId: null, memberships: [] }) };
}

/** In which rows of which tables any of the marks still stands. */
async function foundIn(marks: string[]): Promise<string[]> {
  const tables = await ownerSql<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await ownerSql<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
    found.push(...rows.filter(({ row }) => marks.some((mark) => row.includes(mark))).map(() => name));
  }
  return [...new Set(found)];
}

const statusesOf = async ({ id }: Person) =>
  (
    await ownerSql<{ status: string }>(
      "SELECT status::text FROM appointment WHERE patient_id = $1 ORDER BY starts_at",
      [id],
    )
  ).map(({ status }) => status);

test("all that said who somebody was is gone, all that lay ahead has ended, and every count is true", async () => {
  const house = await makeHouse({ doctors: 2, clinic: { cancelNoticeHours: 24 } });
  const { clinic, service, doctor } = house;
  const canary = await makeCanary();
  const [, , , says] = canary.marks as [string, string, string, string];
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, notes: says };
  const past = granted(await bookAppointment(canary.actor, { ...request, startsAt: at("09:00") }, earlyMonday));
  const answers = [{ questionId: "q", label: "Anything?", answer: says }];
  await ownerSql("UPDATE appointment SET answers = $2, internal_notes = $3, status = 'completed' WHERE id = $1", [
    past.id,
    JSON.stringify(answers),
    says,
  ]);
  const called = granted(
    await bookAppointment(canary.actor, { ...request, startsAt: at("10:00") }, clockAt(at("06:00", "2031-02-20"))),
  );
  granted(await cancelAppointment(canary.actor, { id: called.id, reason: says }, clockAt(at("06:00", "2031-02-21"))));
  // Within a day of its beginning: a patient may not call it off, and it is called off all the same.
  granted(await bookAppointment(canary.actor, { ...request, startsAt: at("11:00") }, earlyMonday));
  const wish = { clinicId: clinic.id, serviceId: service.id, doctorId: null, untilDate: monday };
  granted(await joinWaitlist(canary.actor, wish, earlyMonday));
  const planHouse = await makePlanHouse();
  const planWish = wishOf(planHouse, { months: 1 });
  const preview = granted(await previewPlan(canary.actor, planWish, earlyMonday));
  const { contact: _, ...order } = orderOf(planWish, preview);
  const plan = granted(await createPlan(canary.actor, order, earlyMonday));
  const feed = granted(await makeFeed(canary.actor, { kind: "patient" }));
  const secret = await openSession({ userId: canary.id, sessionEpoch: 0 }, "Firefox/1 Linux");
  await ownerSql(
    `INSERT INTO message (clinic_id, kind, recipient, payload, status) VALUES ($1, 'daily_sheet', 'desk@example.test', $2, 'sent')`,
    [
      clinic.id,
      JSON.stringify({
        date: monday,
        doctors: [
          {
            doctorName: "Dr 00",
            appointments: [
              { startsAt: at("11:00"), serviceName: "Check-up", patientName: canary.marks[1], status: "pending" },
            ],
          },
        ],
      }),
    ],
  );
  await ownerSql(
    "INSERT INTO message_attempt (message_id, attempt, outcome, answer) SELECT id, 1, 'failed', $2::text FROM message WHERE user_id = $1 OR recipient = $2 LIMIT 1",
    [canary.id, canary.email],
  );
  await ownerSql("INSERT INTO reminder_opt_out (clinic_id, email) VALUES ($1, $2)", [clinic.id, canary.email]);
  const inviter = await makePerson(clinic, "admin");
  await ownerSql(
    "INSERT INTO invitation (clinic_id, email, roles, invited_by_id, expires_at) VALUES ($1, $2, '{staff}', $3, now() + interval '1 day')",
    [clinic.id, canary.email, inviter.id],
  );
  expect(await foundIn(canary.marks)).toEqual(
    expect.arrayContaining(["app_user", "appointment", "invitation", "message", "message_attempt", "reminder_opt_out"]),
  );

  const ended = granted(await eraseAccount(canary.actor, sure, words, earlyMonday));
  expect(ended).toEqual({ appointments: 1, plans: 1, wishes: 1 });

  expect(await foundIn(canary.marks)).toEqual([]);
  expect((await statusesOf(canary)).sort()).toEqual([...Array(7).fill("cancelled"), "completed"]);
  const visits = await ownerSql("SELECT 1 FROM visit WHERE subscription_id = $1 AND status <> 'cancelled'", [plan.id]);
  expect(visits).toEqual([]);
  expect(await loadActor(canary.id, 0)).toBeNull();
  expect(await loadActor(canary.id, 1, secret)).toBeNull();
  expect(await readFeed(feed.token)).toBeNull();
  const told = await ownerSql<{ kind: string; recipient: string; patient: string }>(
    `SELECT kind, recipient::text, payload->>'patientName' AS patient FROM message
     WHERE status = 'queued' AND (appointment_id IN (SELECT id FROM appointment WHERE patient_id = $1) OR subscription_id = $2)
     ORDER BY kind`,
    [canary.id, plan.id],
  );
  expect(told).toEqual([
    { kind: "doctor_cancelled", recipient: doctor.email, patient: "Former patient" },
    { kind: "doctor_plan_changed", recipient: planHouse.doctor.email, patient: "Former patient" },
  ]);
  for (const { id } of [clinic, planHouse.clinic]) await expectCountersTrue(id);
  expect((await verifyDatabase()).filter((check) => !check.ok)).toEqual([]);
});

test("an account is there or not: a wrong password changes nothing, a second deletion finds none", async () => {
  const canary = await makeCanary();
  const wrong = await eraseAccount(canary.actor, { ...sure, password: "something else" }, words, earlyMonday);
  expect(wrong).toMatchObject({ ok: false, refusal: { errors: [{ path: "password", message: "password_wrong" }] } });
  const unsure = await eraseAccount(canary.actor, { password: goodPassword }, words, earlyMonday);
  expect(unsure).toMatchObject({ ok: false, refusal: { errors: [{ path: "sure", message: "tick" }] } });
  expect(await loadActor(canary.id, 0)).not.toBeNull();
  const twice = await Promise.all([1, 2, 3].map(() => eraseAccount(canary.actor, sure, words, earlyMonday)));
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
});

test("the last admin, a doctor with patients ahead, and who is being seen stay", async () => {
  const { clinic, service, doctor } = await makeHouse();
  const setPassword = async ({ id }: { id: string }) =>
    db.user.update({ where: { id }, data: { passwordHash: await passwordHash } });
  const reasonOf = async (actor: Person["actor"]) => {
    const result = await eraseAccount(actor, sure, words, earlyMonday);
    return result.ok ? "ok" : result.refusal.detail.reason;
  };
  const admin = await makePerson(clinic, "admin");
  await setPassword(admin);
  expect(await reasonOf(admin.actor)).toBe("last_admin");
  const second = await makePerson(clinic, "admin");
  await setPassword(second);
  // Both at once: one of them has to stay.
  const both = await Promise.all([reasonOf(admin.actor), reasonOf(second.actor)]);
  expect(both.sort()).toEqual(["last_admin", "ok"]);

  await setPassword(doctor);
  const [patient] = (await makePatients(1)) as [Person];
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt: at("09:00") };
  const { id, version } = granted(await bookAppointment(patient.actor, request, earlyMonday));
  expect(await reasonOf(doctor.actor)).toBe("doctor_ahead");
  await setPassword(patient);
  await ownerSql("UPDATE appointment SET status = 'checked_in' WHERE id = $1", [id]);
  expect(await reasonOf(patient.actor)).toBe("being_seen");
  await ownerSql("UPDATE appointment SET status = 'completed', version = $2 WHERE id = $1", [id, version + 1]);
  expect(await reasonOf(patient.actor)).toBe("ok");
  expect(await reasonOf(doctor.actor)).toBe("ok");
});

const rounds = Number(process.env.RACE_ROUNDS ?? 20);

test("whatever is booked while an account is deleted, none of it lives on", { timeout: 120_000 }, async () => {
  const house = await makeHouse({ doctors: 2, slots: { count: 16 } });
  const { clinic, service, doctors } = house;
  for (let round = 0; round < rounds; round++) {
    const canary = await makeCanary();
    const starts = ["09:00", "10:00", "11:00", "12:00"].map((time) => at(time));
    const book = (startsAt: number, n: number) =>
      bookAppointment(
        canary.actor,
        { clinicId: clinic.id, serviceId: service.id, doctorId: doctors[n % 2]?.doctorId ?? null, startsAt },
        earlyMonday,
      );
    const wish = { clinicId: clinic.id, serviceId: service.id, doctorId: null, untilDate: monday };
    granted(await book(at("13:00"), 0));
    const [erased, ...others] = await Promise.all([
      eraseAccount(canary.actor, sure, words, earlyMonday),
      joinWaitlist(canary.actor, wish, earlyMonday),
      ...starts.map(book),
    ]);
    expect(erased?.ok).toBe(true);
    for (const other of others) if (!other.ok) expect(other.refusal.code).toBe("UNAUTHENTICATED");
    expect(new Set(await statusesOf(canary))).toEqual(new Set(["cancelled"]));
    const waiting = await db.waitlistEntry.count({ where: { patientId: canary.id, status: { not: "withdrawn" } } });
    expect(waiting).toBe(0);
  }
  await expectCountersTrue(clinic.id);
});

test("the guard itself refuses: by plain SQL nobody books for an account that is no more", async () => {
  const { clinic, service, doctor } = await makeHouse();
  const canary = await makeCanary();
  granted(await eraseAccount(canary.actor, sure, words, earlyMonday));
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt: at("09:00") };
  expect(await bookAppointment(canary.actor, request, earlyMonday)).toMatchObject({
    ok: false,
    refusal: { code: "UNAUTHENTICATED" },
  });
  for (const trigger of ["appointment_account_made", "appointment_account_changed"]) {
    await ownerSql(`ALTER TABLE appointment DISABLE TRIGGER ${trigger}`);
  }
  try {
    // What would be without it.
    expect(await bookAppointment(canary.actor, request, earlyMonday)).toMatchObject({ ok: true });
  } finally {
    for (const trigger of ["appointment_account_made", "appointment_account_changed"]) {
      await ownerSql(`ALTER TABLE appointment ENABLE TRIGGER ${trigger}`);
    }
  }
});

test("an export holds what is known about its owner and nothing that opens anything, five times an hour", async () => {
  const { clinic, service, doctor } = await makeHouse();
  const [stranger] = (await makePatients(1)) as [Person];
  const canary = await makeCanary();
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId };
  const notes = canary.marks[3];
  const own = granted(await bookAppointment(canary.actor, { ...request, startsAt: at("09:00"), notes }, earlyMonday));
  granted(
    await bookAppointment(stranger.actor, { ...request, startsAt: at("10:00"), notes: "a stranger's" }, earlyMonday),
  );
  await ownerSql("UPDATE appointment SET internal_notes = 'among the team' WHERE id = $1", [own.id]);
  const wish = { clinicId: clinic.id, serviceId: service.id, doctorId: null, untilDate: monday };
  granted(await joinWaitlist(canary.actor, wish, earlyMonday));
  await openSession({ userId: canary.id, sessionEpoch: 0 }, "Mozilla/5.0 (X11; Linux x86_64) Firefox/143.0");

  const everything = granted(await exportAccount(canary.actor));
  expect(everything).toMatchObject({
    account: { email: canary.email, name: canary.marks[1], phone: canary.marks[2] },
    appointments: [{ id: own.id, notes, doctor: "Dr 00", status: "pending", startsAt: expect.any(String) }],
    plans: [],
    waitingList: [{ status: "waiting" }],
    devices: [{ browser: "Firefox", system: "Linux" }],
  });
  const text = JSON.stringify(everything);
  expect(text).toContain("appointment.booked");
  expect(text).toContain("appointment_requested");
  for (const secret of [
    "among the team",
    "a stranger's",
    stranger.email,
    passwordHash,
    '"token"',
    "doctor_new_request",
  ]) {
    expect(text).not.toContain(await secret);
  }
  for (let more = 0; more < 4; more++) expect((await exportAccount(canary.actor)).ok).toBe(true);
  expect(await exportAccount(canary.actor)).toMatchObject({ ok: false, refusal: { code: "RATE_LIMITED" } });
});
