import { beforeAll, describe, expect, test } from "vitest";
import { demoPassword } from "#lib/accounts/demo.ts";
import { verifyPassword } from "#lib/auth/password-hash.ts";
import { systemActor } from "#lib/auth/system-actor.ts";
import { isMessageKind, messagePayloads } from "#lib/notifications/message-kinds.ts";
import { appointmentStatuses } from "#lib/scheduling/lifecycle.ts";
import { doctorInbox } from "#lib/scheduling/server/appointments/doctor-inbox.ts";
import { myAppointments } from "#lib/scheduling/server/appointments/my-appointments.ts";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { offerFreedPlaces } from "#lib/scheduling/server/waitlist/offer-freed-places.ts";
import { addDays } from "#lib/time.ts";
import seed from "#prisma/seed.ts";
import { appUrl, ownerSql, ownerUrl } from "./database.ts";
import { actorWithEmail } from "./demo-actor.ts";

let milliseconds = 0;

beforeAll(async () => {
  const start = performance.now();
  await seed({ ownerUrl, applicationUrl: appUrl });
  milliseconds = performance.now() - start;
});

async function count(sql: string): Promise<number> {
  const [row] = await ownerSql<{ count: string }>(sql);
  return Number(row?.count);
}

test("takes two or three seconds, beside other tests a few more", () => {
  expect(milliseconds).toBeLessThan(15_000);
});

test("a second demo is refused and changes nothing", async () => {
  const before = await count("SELECT count(*) FROM appointment");
  await expect(seed({ ownerUrl, applicationUrl: appUrl })).rejects.toThrow("already has the demo clinic");
  expect(await count("SELECT count(*) FROM appointment")).toBe(before);
});

describe("what the database counts", () => {
  test("equals the rows, slot by slot and day by day", async () => {
    expect(
      await count(`SELECT count(*) FROM time_slot s WHERE booked <> (SELECT count(*) FROM appointment a
        WHERE a.clinic_id = s.clinic_id AND occupies(a.status) AND a.starts_at < s.ends_at AND a.ends_at > s.starts_at)`),
    ).toBe(0);
    expect(
      await count(`SELECT count(*) FROM clinic_day d WHERE booked <> (SELECT count(*) FROM appointment a
        WHERE a.clinic_id = d.clinic_id AND occupies(a.status) AND a.local_date = d.local_date)`),
    ).toBe(0);
  });

  test("holds full slots, nearly full ones and a day that takes no more", async () => {
    expect(await count("SELECT count(*) FROM time_slot WHERE booked = capacity")).toBeGreaterThan(0);
    expect(await count("SELECT count(*) FROM time_slot WHERE booked = capacity - 1")).toBeGreaterThan(0);
    expect(await count("SELECT count(*) FROM clinic_day WHERE booked = capacity")).toBe(1);
  });
});

test("slots reach ninety days ahead, so that the daily job goes on from there", async () => {
  const [reach] = await ownerSql<{ known: number; last: number }>(
    `SELECT c.slots_until - today AS known, (SELECT max(local_date) FROM time_slot) - today AS last
     FROM clinic c, LATERAL (SELECT (now() AT TIME ZONE c.time_zone)::date AS today)`,
  );
  // The day may have turned meanwhile, and the last days may be a Sunday and a public holiday.
  expect(reach?.known).toBeGreaterThanOrEqual(88);
  expect(reach?.last).toBeGreaterThanOrEqual(85);
});

test("has a summer week, public holidays to come, and no slot on a closed day", async () => {
  const [house] = await ownerSql(`SELECT (SELECT count(*)::int FROM week_template) AS templates,
    (SELECT count(*)::int FROM closure WHERE holiday LIKE 'GB-ENG/%') AS holidays,
    (SELECT count(*)::int FROM time_slot s JOIN closure c ON s.local_date BETWEEN c.from_date AND c.to_date
      WHERE c.open_time IS NULL) AS "slotsOnClosedDays"`);
  expect(house).toEqual({ templates: 1, holidays: 3, slotsOnClosedDays: 0 });
});

test("shows every status but those of a hold, which is over in minutes", async () => {
  const rows = await ownerSql<{ status: string }>("SELECT DISTINCT status::text AS status FROM appointment");
  const expected = appointmentStatuses.filter((status) => status !== "held" && status !== "expired");
  expect(rows.map(({ status }) => status).sort()).toEqual([...expected].sort());
});

test("no appointment lies outside its doctor's hours or on an absence", async () => {
  expect(
    await count(`SELECT count(*) FROM appointment a JOIN clinic c ON c.id = a.clinic_id WHERE NOT EXISTS (
        SELECT FROM weekly_hours w WHERE w.doctor_id = a.doctor_id
          AND w.day_of_week = extract(isodow FROM a.local_date) - 1
          AND (a.starts_at AT TIME ZONE c.time_zone)::time >= w.start_time
          AND (a.ends_at AT TIME ZONE c.time_zone)::time <= w.end_time)
      AND NOT EXISTS (SELECT FROM availability_window w WHERE w.doctor_id = a.doctor_id
          AND w.starts_at <= a.starts_at AND w.ends_at >= a.ends_at)`),
  ).toBe(0);
  expect(
    await count(`SELECT count(*) FROM appointment a JOIN time_off t ON t.doctor_id = a.doctor_id
      AND t.starts_at < a.ends_at AND t.ends_at > a.starts_at`),
  ).toBe(0);
});

test("every step of every appointment stands in the sealed audit log", async () => {
  const [row] = await ownerSql(`SELECT (SELECT sum(version)::int FROM appointment) AS steps, count(*)::int AS lines,
    count(s.position)::int AS sealed, broken_audit_seal() AS broken
    FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE e.subject_type = 'appointment'`);
  expect(row).toEqual({ steps: row?.lines, lines: row?.lines, sealed: row?.lines, broken: null });
});

test("the mail log has a few mails, each with what its kind needs", async () => {
  const rows = await ownerSql<{ kind: string; payload: unknown; status: string }>(
    "SELECT kind, payload, status FROM message",
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter(({ status }) => status !== "sent" && status !== "dead")).toEqual([]);
  for (const { kind, payload } of rows) {
    expect(isMessageKind(kind) && messagePayloads[kind].safeParse(payload).success).toBe(true);
  }
});

test.each(["admin", "staff", "doctor", "patient"])("%s@ can sign in with the printed password", async (role) => {
  const [account] = await ownerSql<{ hash: string; roles: string[]; verified: boolean }>(
    `SELECT password_hash AS hash, email_verified_at IS NOT NULL AS verified,
       ARRAY(SELECT role::text FROM membership m WHERE m.user_id = u.id) AS roles
     FROM app_user u WHERE email = $1`,
    [`${role}@demo.slotwell.test`],
  );
  expect(account).toMatchObject({ roles: [role], verified: true });
  expect(await verifyPassword(demoPassword, account?.hash ?? null)).toBe(true);
});

describe("care plans", () => {
  test("run, are paused and called off, paid and not, with visits moved by closed days and one without a place", async () => {
    const plans = await ownerSql<{ status: string; payment: string }>(
      "SELECT status::text, payment_status::text AS payment FROM subscription ORDER BY id",
    );
    expect(plans).toEqual([
      { status: "active", payment: "unpaid" },
      { status: "active", payment: "paid" },
      { status: "paused", payment: "unpaid" },
      { status: "cancelled", payment: "refunded" },
    ]);
    const reasons = await ownerSql<{ code: string }>(
      "SELECT DISTINCT reason_code AS code FROM visit WHERE reason_code IS NOT NULL",
    );
    expect(reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(["closed", "declined", "paused"]));
  });

  test("one of them waits for the demo's doctor as a whole", async () => {
    const doctor = await actorWithEmail("doctor@demo.slotwell.test");
    const ofPlans = (await doctorInbox(doctor)).flatMap(({ plan }) => (plan ? [plan] : []));
    expect(new Set(ofPlans.map(({ id }) => id)).size).toBe(1);
    expect(ofPlans.length).toBeGreaterThan(2);
  });
});

describe("what people find", () => {
  test("the doctor's inbox is lively, urgent requests first", async () => {
    const inbox = await doctorInbox(await actorWithEmail("doctor@demo.slotwell.test"));
    expect(inbox.length).toBeGreaterThanOrEqual(8);
    expect(inbox.slice(0, 3).map(({ urgent }) => urgent)).toEqual([true, true, false]);
  });

  test("the patient has appointments to come and past ones", async () => {
    const patient = await actorWithEmail("patient@demo.slotwell.test");
    const upcoming = await myAppointments(patient, { view: "upcoming" });
    expect(new Set(upcoming.map(({ status }) => status))).toEqual(new Set(["pending", "confirmed"]));
    expect(upcoming.some(({ videoUrl }) => videoUrl !== null)).toBe(true);
    const past = await myAppointments(patient, { view: "past" });
    expect(past.map(({ status }) => status)).toEqual(expect.arrayContaining(["completed", "cancelled", "rejected"]));
  });

  test("every service can still be booked within the horizon", async () => {
    const services = await ownerSql<{ id: string; clinicId: string; name: string; today: string }>(
      `SELECT s.id, s.clinic_id AS "clinicId", s.name, (now() AT TIME ZONE c.time_zone)::date::text AS today
       FROM service s JOIN clinic c ON c.id = s.clinic_id`,
    );
    expect(services).toHaveLength(9);
    for (const { id: serviceId, clinicId, name, today } of services) {
      const found = await findAvailability({
        clinicId,
        serviceId,
        doctorId: null,
        from: today,
        to: addDays(today, 14),
      });
      expect(found.ok && found.value.days.some(({ state }) => state === "open"), name).toBe(true);
      expect(found.ok && found.value.days.some(({ state }) => state === "full"), name).toBe(true);
    }
  });
});

test("has a waiting list whose wishes nothing fits, so that a place that comes free goes to whoever tries it", async () => {
  const [clinic] = await ownerSql<{ id: string }>("SELECT id FROM clinic");
  expect(await count("SELECT count(*) FROM waitlist_entry WHERE status = 'waiting'")).toBeGreaterThan(4);
  expect(await offerFreedPlaces(systemActor("waiting list"), { clinicId: clinic?.id ?? "" })).toBe(0);
  expect(await count("SELECT count(*) FROM waitlist_entry WHERE status = 'waiting'")).toBeGreaterThan(4);
});
