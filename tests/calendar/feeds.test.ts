import { describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/actor.ts";
import { mintActor } from "#lib/auth/mint.ts";
import type { FeedKind } from "#lib/calendar/feed.ts";
import { endFeed } from "#lib/calendar/server/end-feed.ts";
import { findFeed } from "#lib/calendar/server/find-feed.ts";
import { makeFeed } from "#lib/calendar/server/make-feed.ts";
import { readFeed } from "#lib/calendar/server/read-feed.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePatients, makePerson } from "../factories.ts";
import { booked } from "../scheduling/visit.ts";
import { readCalendar, readOnly } from "./read-calendar.ts";

async function feedOf(actor: Actor, kind: FeedKind): Promise<string> {
  const made = await makeFeed(actor, { kind });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.token;
}

async function textOf(token: string, clock = earlyMonday): Promise<string> {
  const feed = await readFeed(token, clock);
  if (!feed) throw new Error("The feed is missing");
  return feed.text;
}

describe("a feed's address", () => {
  test("is 256 random bits, of which the database keeps the hash alone", async () => {
    const [patient] = await makePatients(1);
    const token = await feedOf(patient?.actor as Actor, "patient");
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const [row] = await ownerSql<{ row: string; isHash: boolean }>(
      `SELECT t::text AS row, hash = sha256(convert_to($1, 'UTF8')) AS "isHash" FROM access_token t WHERE subject = $2`,
      [token, `patient:${patient?.id}`],
    );
    expect(row?.isHash).toBe(true);
    expect(row?.row).not.toContain(token);
    const [audit] = await ownerSql<{ text: string }>("SELECT e::text FROM audit_entry e WHERE subject_id = $1", [
      patient?.id,
    ]);
    expect(JSON.stringify(audit)).not.toContain(token);
  });

  test("ends when a new one is made, and for good when it is ended", async () => {
    const { patient } = await booked();
    const first = await feedOf(patient.actor, "patient");
    expect(await readFeed(first, earlyMonday)).not.toBeNull();
    const second = await feedOf(patient.actor, "patient");
    expect(await readFeed(first, earlyMonday)).toBeNull();
    expect(await readFeed(second, earlyMonday)).not.toBeNull();
    expect(await findFeed(patient.actor, "patient")).toMatchObject({ madeAt: expect.any(Number) });
    expect(await endFeed(patient.actor, { kind: "patient" })).toEqual({ ok: true, value: null });
    expect(await readFeed(second, earlyMonday)).toBeNull();
    expect(await findFeed(patient.actor, "patient")).toBeNull();
  });

  test("made twice at once leaves one that works", async () => {
    const { patient } = await booked();
    const tokens = await Promise.all(Array.from({ length: 6 }, () => feedOf(patient.actor, "patient")));
    const read = await Promise.all(tokens.map((token) => readFeed(token, earlyMonday)));
    expect(read.filter((feed) => feed !== null)).toHaveLength(1);
  });

  test.each(["", "a", "a".repeat(43), "../../etc/passwd", "%00"])("%j is nobody's", async (token) => {
    expect(await readFeed(token)).toBeNull();
  });

  test("another purpose's token opens none", async () => {
    const { patient } = await booked();
    const token = await feedOf(patient.actor, "patient");
    await ownerSql("UPDATE access_token SET purpose = 'subscription' WHERE subject = $1", [`patient:${patient.id}`]);
    expect(await readFeed(token, earlyMonday)).toBeNull();
  });

  test("opens nothing of somebody who was disabled, and again what there is when they are back", async () => {
    const { patient } = await booked();
    const token = await feedOf(patient.actor, "patient");
    await ownerSql("UPDATE app_user SET disabled_at = now() WHERE id = $1", [patient.id]);
    expect(await readFeed(token, earlyMonday)).toBeNull();
    await ownerSql("UPDATE app_user SET disabled_at = NULL WHERE id = $1", [patient.id]);
    expect(await readFeed(token, earlyMonday)).not.toBeNull();
  });

  test("notes that a calendar came by, once an hour", async () => {
    const { patient } = await booked();
    const token = await feedOf(patient.actor, "patient");
    expect((await findFeed(patient.actor, "patient"))?.readAt).toBeNull();
    await textOf(token);
    const state = await findFeed(patient.actor, "patient");
    expect(state?.readAt).toEqual(expect.any(Number));
    await textOf(token);
    expect(await findFeed(patient.actor, "patient")).toEqual(state);
  });
});

describe("what a feed tells", () => {
  test("the patient's own appointments, and nobody else's", async () => {
    const { patient, request, appointment } = await booked();
    const [other] = await makePatients(1);
    const theirs = { ...request, startsAt: at("11:00") };
    expect(await bookAppointment(other?.actor as Actor, theirs, earlyMonday)).toMatchObject({ ok: true });
    const event = readOnly(await textOf(await feedOf(patient.actor, "patient")));
    expect(event).toMatchObject({ startsAt: at("10:00"), endsAt: at("10:30"), tzid: "Europe/London" });
    expect(event.text("summary")).toBe("Requested, not yet confirmed: appointment at Test Clinic");
    expect(event.text("status")).toBe("TENTATIVE");
    expect(event.text("description")).toMatch(new RegExp(`/patient/appointments/${appointment.id}$`));
  });

  test("the doctor's, without a word about who comes and why", async () => {
    const { doctor, patient, request } = await booked();
    const [other] = await makePatients(1);
    const second = await bookAppointment(other?.actor as Actor, { ...request, startsAt: at("11:00") }, earlyMonday);
    if (!second.ok) throw new Error(second.refusal.code);
    await confirmAppointment(doctor.actor, { id: second.value.id, version: 1 }, earlyMonday);
    const text = await textOf(await feedOf(doctor.actor, "doctor"));
    const { events, method } = readCalendar(text);
    expect(method).toBe("PUBLISH");
    expect(events.map(({ startsAt }) => startsAt)).toEqual([at("10:00"), at("11:00")]);
    expect(events.map((event) => event.text("summary"))).toEqual([
      "Requested, not yet confirmed: appointment at Test Clinic",
      "Appointment at Test Clinic",
    ]);
    const private_ = ["Patient 0", patient.email, "Check-up", "Dr ", "ATTENDEE"];
    expect(private_.filter((word) => text.includes(word))).toEqual([]);
  });

  test("as a patient a doctor follows what they have, not what they hold", async () => {
    const { doctor } = await booked();
    expect(readCalendar(await textOf(await feedOf(doctor.actor, "patient"))).events).toEqual([]);
  });

  test("a move keeps the event, a cancellation takes it out, and the state's name follows", async () => {
    const { patient, appointment } = await booked({ clinic: { cancelNoticeHours: 0 } });
    const token = await feedOf(patient.actor, "patient");
    const before = await readFeed(token, earlyMonday);
    expect(await readFeed(token, earlyMonday)).toEqual(before);
    const wish = { id: appointment.id, startsAt: at("13:00") };
    expect(await rescheduleAppointment(patient.actor, wish, earlyMonday)).toMatchObject({ ok: true });
    const moved = await readFeed(token, earlyMonday);
    expect(moved?.etag).not.toBe(before?.etag);
    const [was, is] = [readOnly(before?.text ?? ""), readOnly(moved?.text ?? "")];
    expect(is.text("uid")).toBe(was.text("uid"));
    expect([was.sequence, is.sequence]).toEqual([0, 1]);
    expect(is.startsAt).toBe(at("13:00"));
    await cancelAppointment(patient.actor, { id: appointment.id }, earlyMonday);
    const gone = await readFeed(token, earlyMonday);
    expect(readCalendar(gone?.text ?? "").events).toEqual([]);
    expect(gone?.etag).not.toBe(moved?.etag);
  });

  test("thirty days back and no further", async () => {
    const { patient } = await booked();
    const token = await feedOf(patient.actor, "patient");
    const daysLater = (days: number) => clockAt(at("10:30") + minutes(days * 24 * 60));
    expect(readCalendar(await textOf(token, daysLater(29.9))).events).toHaveLength(1);
    expect(readCalendar(await textOf(token, daysLater(30))).events).toHaveLength(0);
  });

  test("nothing that is only held", async () => {
    const { patient, appointment } = await booked();
    const token = await feedOf(patient.actor, "patient");
    await ownerSql(
      "UPDATE appointment SET status = 'held', hold_expires_at = now() + interval '1 hour' WHERE id = $1",
      [appointment.id],
    );
    expect(readCalendar(await textOf(token)).events).toEqual([]);
  });
});

describe("a doctor's feed", () => {
  test("is for doctors only", async () => {
    const { patient, clinic } = await booked();
    const staff = await makePerson(clinic, "staff");
    for (const { actor } of [patient, staff]) {
      expect(await makeFeed(actor, { kind: "doctor" })).toMatchObject({ ok: false, refusal: { code: "FORBIDDEN" } });
    }
  });

  test("tells of the clinics where they still work, and is gone when that is nowhere", async () => {
    const { doctor, clinic } = await booked();
    const token = await feedOf(doctor.actor, "doctor");
    await ownerSql("DELETE FROM membership WHERE user_id = $1", [doctor.id]);
    expect(await readFeed(token, earlyMonday)).toBeNull();
    const elsewhere = (await booked()).clinic;
    await ownerSql("INSERT INTO membership (user_id, clinic_id, role) VALUES ($1, $2, 'doctor')", [
      doctor.id,
      elsewhere.id,
    ]);
    expect(readCalendar(await textOf(token)).events).toEqual([]);
    await ownerSql("INSERT INTO membership (user_id, clinic_id, role) VALUES ($1, $2, 'doctor')", [
      doctor.id,
      clinic.id,
    ]);
    expect(readCalendar(await textOf(token)).events).toHaveLength(1);
  });

  test("can be ended by whoever is no doctor any more", async () => {
    const { doctor } = await booked();
    const token = await feedOf(doctor.actor, "doctor");
    const former = mintActor({ userId: doctor.id, name: "Former", doctorId: null, memberships: [] });
    expect(await endFeed(former, { kind: "doctor" })).toMatchObject({ ok: true });
    expect(await readFeed(token, earlyMonday)).toBeNull();
  });
});

test.each([{}, { kind: "staff" }, { kind: ["patient"] }, null])("%j is no feed", async (input) => {
  const [patient] = await makePatients(1);
  for (const command of [makeFeed, endFeed]) {
    expect(await command(patient?.actor as Actor, input)).toMatchObject({ ok: false, refusal: { code: "VALIDATION" } });
  }
});
