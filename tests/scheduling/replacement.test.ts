import { describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/actor.ts";
import { guestByLink } from "#lib/auth/guest.ts";
import { acceptReplacement, declineReplacement } from "#lib/scheduling/server/appointments/answer-replacement.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { offerReplacement } from "#lib/scheduling/server/appointments/offer-replacement.ts";
import {
  lastReplacements,
  openReplacement,
  replacementOffers,
} from "#lib/scheduling/server/appointments/replacements.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { expireHolds } from "#lib/scheduling/server/holds/expire-holds.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makePatients, makePerson, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { booked } from "./visit.ts";

async function atTheDesk(settings: Parameters<typeof booked>[0] = {}) {
  const made = await booked({ doctors: 2, ...settings });
  const staff = (await makePerson(made.clinic, "staff")).actor;
  const offer = (startsAt: EpochMs, doctorId: string | null = null, appointmentId = made.appointment.id) =>
    offerReplacement(staff, { appointmentId, startsAt, doctorId }, earlyMonday);
  return { ...made, staff, offer };
}

type Desk = Awaited<ReturnType<typeof atTheDesk>>;

async function offered({ offer }: Desk, startsAt: EpochMs, doctorId: string | null = null) {
  const held = await offer(startsAt, doctorId);
  if (!held.ok) throw new Error(held.refusal.code);
  return held.value;
}

const rowOf = async (id: string) =>
  (
    await ownerSql<{ status: string; starts: number; doctor: string; outcome: string | null; patient: string | null }>(
      `SELECT status, epoch_ms(starts_at)::float8 AS starts, doctor_id AS doctor, cancel_reason AS outcome,
         patient_id AS patient FROM appointment WHERE id = $1`,
      [id],
    )
  )[0];

const mailsTo = (email: string) =>
  ownerSql<{ kind: string; status: string; payload: Record<string, unknown> }>(
    "SELECT kind, status, payload FROM message WHERE recipient = $1 ORDER BY created_at, kind",
    [email],
  );

describe("offering another time", () => {
  test("keeps the place for as long as the clinic says, tells the patient, and leaves the appointment where it is", async () => {
    const desk = await atTheDesk();
    const held = await offered(desk, at("14:00"));
    expect(held).toMatchObject({ status: "held", isTold: true });
    expect(await openReplacement(desk.patient.actor, desk.appointment.id)).toMatchObject({
      id: held.id,
      state: "open",
      startsAt: at("14:00"),
      expiresAt: at("06:00") + minutes(120),
    });
    expect(await rowOf(desk.appointment.id)).toMatchObject({ status: "pending", starts: at("10:00") });
    const [mail] = (await mailsTo(desk.patient.email)).filter(({ kind }) => kind === "replacement_offered");
    expect(mail?.payload).toMatchObject({ startsAt: at("14:00"), previousStartsAt: at("10:00"), doctorName: "Dr 01" });
    await expectCountersTrue(desk.clinic.id);
  });

  test("also at the same time with another doctor, where the patient already is", async () => {
    const desk = await atTheDesk();
    const other = desk.doctors[1]?.doctorId as string;
    const held = await offered(desk, at("10:00"), other);
    expect(held.doctorId).toBe(other);
    expect(await acceptReplacement(desk.patient.actor, { id: held.id })).toMatchObject({ ok: true });
    expect(await rowOf(desk.appointment.id)).toMatchObject({ starts: at("10:00"), doctor: other });
    await expectCountersTrue(desk.clinic.id);
  });

  test("but not its own place, nor where the patient has something else, nor what is taken", async () => {
    const desk = await atTheDesk({ slots: { capacity: 2 } });
    const { clinic, service, patient, doctors } = desk;
    const second = doctors[1]?.doctorId as string;
    const also = { clinicId: clinic.id, serviceId: service.id, doctorId: second, startsAt: at("11:00") };
    await bookAppointment(patient.actor, also, earlyMonday);
    expect(await desk.offer(at("10:00"), desk.request.doctorId)).toMatchObject({ ok: false });
    expect(await desk.offer(at("11:00"), desk.request.doctorId)).toMatchObject({ refusal: { code: "SAME_PATIENT" } });
    const [stranger] = (await makePatients(1)) as [Person];
    await bookAppointment(stranger.actor, { ...also, startsAt: at("12:00") }, earlyMonday);
    const taken = await desk.offer(at("12:00"), second);
    expect(taken).toMatchObject({ refusal: { code: "DOCTOR_BUSY" } });
    expect(!taken.ok && taken.refusal.alternatives).toHaveLength(3);
  });

  test("a newer offer gives the older one back; a refused one keeps it", async () => {
    const desk = await atTheDesk();
    const first = await offered(desk, at("14:00"));
    expect(await desk.offer(at("03:00"))).toMatchObject({ ok: false });
    expect(await rowOf(first.id)).toMatchObject({ status: "held" });
    const second = await offered(desk, at("15:00"));
    expect(await rowOf(first.id)).toMatchObject({ status: "expired", outcome: "withdrawn" });
    expect(await openReplacement(desk.staff, desk.appointment.id)).toMatchObject({ id: second.id });
    const mails = (await mailsTo(desk.patient.email)).filter(({ kind }) => kind === "replacement_offered");
    expect(mails.map(({ status }) => status)).toEqual(["superseded", "queued"]);
    await expectCountersTrue(desk.clinic.id);
  });

  test("is the front desk's: nobody else finds the appointment", async () => {
    const desk = await atTheDesk();
    const wish = { appointmentId: desk.appointment.id, startsAt: at("14:00"), doctorId: null };
    for (const actor of [desk.patient.actor, desk.doctor.actor, (await makePerson()).actor]) {
      expect(await offerReplacement(actor, wish, earlyMonday)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
      expect(await replacementOffers(actor, desk.appointment.id, earlyMonday)).toMatchObject({ ok: false });
    }
    expect(await lastReplacements(desk.doctor.actor, { clinicId: desk.clinic.id, ids: [] })).toMatchObject({
      ok: false,
    });
  });

  test("what is over cannot be moved", async () => {
    const desk = await atTheDesk({ clinic: { cancelNoticeHours: 0 } });
    const held = await offered(desk, at("14:00"));
    await cancelAppointment(desk.patient.actor, { id: desk.appointment.id }, earlyMonday);
    expect(await desk.offer(at("15:00"))).toMatchObject({ refusal: { code: "ILLEGAL_TRANSITION" } });
    expect(await acceptReplacement(desk.patient.actor, { id: held.id })).toMatchObject({
      refusal: { code: "ILLEGAL_TRANSITION" },
    });
    expect(await rowOf(held.id)).toMatchObject({ status: "held" });
    expect(await openReplacement(desk.patient.actor, desk.appointment.id)).toBeNull();
  });

  test("the three nearest times are proposed, the same doctor first, none where the patient already is", async () => {
    const desk = await atTheDesk();
    const also = { ...desk.request, startsAt: at("10:30") };
    await bookAppointment(desk.patient.actor, also, earlyMonday);
    const proposed = await replacementOffers(desk.staff, desk.appointment.id, earlyMonday);
    expect(proposed.ok && proposed.value.map(({ startsAt }) => startsAt)).toEqual([
      at("09:30"),
      at("09:00"),
      at("11:00"),
    ]);
  });
});

describe("the answer", () => {
  test("accepted: the appointment is there, itself, and its patient and both doctors are told", async () => {
    const desk = await atTheDesk();
    const other = desk.doctors[1] as (typeof desk)["doctor"];
    const held = await offered(desk, at("14:00"), other.doctorId);
    const moved = await acceptReplacement(desk.patient.actor, { id: held.id });
    expect(moved).toMatchObject({ ok: true, value: { id: desk.appointment.id, startsAt: at("14:00") } });
    expect(await rowOf(held.id)).toMatchObject({ status: "expired", outcome: "accepted" });
    for (const { email, kind } of [
      { email: desk.patient.email, kind: "appointment_moved" },
      { email: desk.doctor.email, kind: "doctor_moved" },
      { email: other.email, kind: "doctor_moved" },
    ]) {
      expect((await mailsTo(email)).filter((mail) => mail.kind === kind)).toHaveLength(1);
    }
    await expectCountersTrue(desk.clinic.id);
  });

  test("declined: the place is free again and the desk sees it", async () => {
    const desk = await atTheDesk();
    const held = await offered(desk, at("14:00"));
    expect(await declineReplacement(desk.patient.actor, { id: held.id })).toMatchObject({ ok: true });
    const ids = [desk.appointment.id];
    const last = await lastReplacements(desk.staff, { clinicId: desk.clinic.id, ids });
    expect(last.ok && last.value.get(desk.appointment.id)).toMatchObject({ state: "declined" });
    expect(await rowOf(desk.appointment.id)).toMatchObject({ starts: at("10:00") });
    expect(await acceptReplacement(desk.patient.actor, { id: held.id })).toMatchObject({
      refusal: { code: "HOLD_EXPIRED" },
    });
    await expectCountersTrue(desk.clinic.id);
  });

  test("nobody answers for somebody else; the doctor does not, the desk may", async () => {
    const desk = await atTheDesk();
    const held = await offered(desk, at("14:00"));
    const [stranger] = (await makePatients(1)) as [Person];
    for (const actor of [stranger.actor, desk.doctor.actor]) {
      expect(await acceptReplacement(actor, { id: held.id })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
      expect(await declineReplacement(actor, { id: held.id })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    }
    expect(await acceptReplacement(desk.patient.actor, { id: desk.appointment.id })).toMatchObject({ ok: false });
    expect(await declineReplacement(desk.staff, { id: held.id })).toMatchObject({ ok: true });
    expect(await rowOf(held.id)).toMatchObject({ outcome: "withdrawn" });
  });

  test("somebody without an account answers by the link of the mail", async () => {
    const desk = await atTheDesk();
    const email = "gita@example.test";
    const walkIn = {
      clinicId: desk.clinic.id,
      serviceId: desk.service.id,
      doctorId: desk.request.doctorId,
      startsAt: at("12:00"),
      contact: { name: "Gita", email },
    };
    const made = await bookAppointment(desk.staff, walkIn, earlyMonday);
    if (!made.ok) throw new Error(made.refusal.code);
    const held = await desk.offer(at("14:00"), null, made.value.id);
    if (!held.ok) throw new Error(held.refusal.code);
    const mail = (await mailsTo(email)).find(({ kind }) => kind === "replacement_offered");
    const guest = await guestByLink(String(mail?.payload.token));
    if (!guest) throw new Error("The link leads nowhere");
    expect(await openReplacement(guest, made.value.id)).toMatchObject({ startsAt: at("14:00") });
    expect(await acceptReplacement(guest, { id: held.value.id })).toMatchObject({
      value: { id: made.value.id, startsAt: at("14:00") },
    });
    const moved = (await mailsTo(email)).find(({ kind }) => kind === "appointment_moved");
    expect(await guestByLink(String(moved?.payload.token))).not.toBeNull();
    await expectCountersTrue(desk.clinic.id);
  });
});

describe("at once", () => {
  const rounds = Array.from({ length: 8 }, (_, n) => n);

  test.each(rounds)("accepted twice: one moves it, the other comes too late (%i)", async () => {
    const desk = await atTheDesk();
    const held = await offered(desk, at("14:00"));
    const accept = (actor: Actor) => acceptReplacement(actor, { id: held.id });
    const answers = await Promise.all([accept(desk.patient.actor), accept(desk.patient.actor), accept(desk.staff)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const each of answers) if (!each.ok) expect(each.refusal.code).toBe("HOLD_EXPIRED");
    expect(await rowOf(desk.appointment.id)).toMatchObject({ starts: at("14:00") });
    await expectCountersTrue(desk.clinic.id);
  });

  test.each(rounds)("accepted while it runs out: all of it or nothing of it (%i)", async () => {
    const desk = await atTheDesk({ slots: { capacity: 1 } });
    const held = await offered(desk, at("14:00"));
    await ownerSql(
      "UPDATE appointment SET hold_expires_at = clock_timestamp() + interval '15 milliseconds' WHERE id = $1",
      [held.id],
    );
    const [stranger] = (await makePatients(1)) as [Person];
    const wish = { ...desk.request, doctorId: null, startsAt: at("14:00") };
    const pause = new Promise((resolve) => setTimeout(resolve, Math.random() * 25));
    const [accepted, , taken] = await Promise.all([
      pause.then(() => acceptReplacement(desk.patient.actor, { id: held.id })),
      pause.then(() => expireHolds()),
      pause.then(() => bookAppointment(stranger.actor, wish, earlyMonday)),
    ]);
    expect(await rowOf(desk.appointment.id)).toMatchObject({ starts: accepted.ok ? at("14:00") : at("10:00") });
    expect(accepted.ok && taken.ok).toBe(false);
    if (!accepted.ok) expect(accepted.refusal.code).toBe("HOLD_EXPIRED");
    await expectCountersTrue(desk.clinic.id);
  });

  test.each(rounds)("two offers for one appointment: one of them is open at the end (%i)", async () => {
    const desk = await atTheDesk({ doctors: 2 });
    const answers = await Promise.all([desk.offer(at("14:00")), desk.offer(at("15:00")), desk.offer(at("16:00"))]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    const open = await ownerSql("SELECT 1 FROM appointment WHERE replaces_id = $1 AND status = 'held'", [
      desk.appointment.id,
    ]);
    expect(open).toHaveLength(1);
    await expectCountersTrue(desk.clinic.id);
  });

  test("the database refuses a second open offer, whoever makes it", async () => {
    const desk = await atTheDesk();
    const insert = (startsAt: EpochMs) =>
      ownerSql(
        `INSERT INTO appointment (clinic_id, doctor_id, service_id, starts_at, ends_at, status, hold_expires_at, hold_key,
           replaces_id, price_amount, price_currency, occupied, local_date, session_key)
         SELECT clinic_id, doctor_id, service_id, to_timestamp($2::float8 / 1000),
           to_timestamp($2::float8 / 1000) + interval '30 minutes', 'held', now() + interval '1 hour',
           sha256(uuid_v7()::text::bytea), id, 0, 'GBP', 'empty', current_date, uuid_v7()
         FROM appointment WHERE id = $1`,
        [desk.appointment.id, startsAt],
      );
    await insert(at("14:00"));
    await expect(insert(at("15:00"))).rejects.toThrow("appointment_replacement");
  });

  test.each(rounds)("crossing offers, each onto the other's day and place, end without a deadlock (%i)", async () => {
    const desk = await atTheDesk();
    const [other] = (await makePatients(1)) as [Person];
    const second = await bookAppointment(other.actor, { ...desk.request, startsAt: at("14:00") }, earlyMonday);
    if (!second.ok) throw new Error(second.refusal.code);
    const doctorId = desk.doctors[1]?.doctorId as string;
    const mine = await desk.offer(at("14:00"), doctorId);
    const theirs = await desk.offer(at("10:00"), doctorId, second.value.id);
    if (!mine.ok || !theirs.ok) throw new Error("Both places were free");
    const answers = await Promise.all([
      acceptReplacement(desk.patient.actor, { id: mine.value.id }),
      acceptReplacement(other.actor, { id: theirs.value.id }),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    await expectCountersTrue(desk.clinic.id);
  });
});
