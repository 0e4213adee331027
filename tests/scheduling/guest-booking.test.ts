import { describe, expect, test } from "vitest";
import { guestByLink, newGuest } from "#lib/auth/guest.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { bookedByBrowser } from "#lib/scheduling/server/booking/booked-by-browser.ts";
import { giveBackGuestTurn, takeGuestTurn, visitorLimits } from "#lib/scheduling/server/booking/booking-turns.ts";
import { holdAppointment } from "#lib/scheduling/server/holds/hold-appointment.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePerson } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { heldByGuest, newSecret } from "./holding.ts";
import type { visit } from "./visit.ts";

const contact = { name: "Noor Haddad", email: "noor@example.test", phone: "+44 7700 900123" };

async function bookedByGuest(settings: Parameters<typeof visit>[0] = {}) {
  const made = await heldByGuest(settings);
  const wish = { ...made.request, contact, notes: "On crutches.", hold: made.proof };
  const booked = await bookAppointment(newGuest(), wish, earlyMonday);
  if (!booked.ok) throw new Error(booked.refusal.code);
  return { ...made, appointment: booked.value };
}

async function mailsTo(email: string, id: string) {
  return ownerSql<{ kind: string; token: string }>(
    "SELECT kind, payload ->> 'token' AS token FROM message WHERE appointment_id = $1 AND recipient = $2 ORDER BY id",
    [id, email],
  );
}

async function guestOf(id: string) {
  const [mail] = await mailsTo(contact.email, id);
  const actor = await guestByLink(mail?.token ?? "");
  if (!actor) throw new Error("The mail's link opens nothing.");
  return actor;
}

describe("a guest", () => {
  test("books what their browser held, by name and address, and gets a link", async () => {
    const { appointment, hold, clinic } = await bookedByGuest({ clinic: { cancelNoticeHours: 2 } });
    expect(appointment).toMatchObject({ id: hold.id, status: "pending" });
    expect(await mailsTo(contact.email, appointment.id)).toMatchObject([
      { kind: "appointment_requested", token: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
    const found = await findAppointment(await guestOf(appointment.id), appointment.id, earlyMonday);
    expect(found).toMatchObject({
      patient: contact,
      notes: "On crutches.",
      internalNotes: null,
      actions: ["cancelled"],
    });
    await expectCountersTrue(clinic.id);
  });

  test("is shown to the doctor and the front desk with name, address and telephone", async () => {
    const { appointment, doctor, clinic } = await bookedByGuest();
    const staff = await makePerson(clinic, "staff");
    for (const { actor } of [doctor, staff]) {
      expect(await findAppointment(actor, appointment.id, earlyMonday)).toMatchObject({ patient: contact });
    }
  });

  test("cancels by the link until the deadline, which frees the place and tells the doctor", async () => {
    const { appointment, doctor, clinic, patient, request } = await bookedByGuest({ clinic: { cancelNoticeHours: 2 } });
    const guest = await guestOf(appointment.id);
    expect(await cancelAppointment(guest, { id: appointment.id }, clockAt(at("08:30")))).toMatchObject({
      refusal: { code: "TOO_LATE_TO_CANCEL" },
    });
    expect(await cancelAppointment(guest, { id: appointment.id, reason: "A cold" }, earlyMonday)).toMatchObject({
      ok: true,
      value: { status: "cancelled" },
    });
    expect((await mailsTo(contact.email, appointment.id)).map(({ kind }) => kind)).toContain("appointment_cancelled");
    expect(await mailsTo(doctor.email, appointment.id)).toMatchObject([{}, { kind: "doctor_cancelled" }]);
    expect(await bookAppointment(patient.actor, request, earlyMonday)).toMatchObject({ ok: true });
    await expectCountersTrue(clinic.id);
  });

  test("gets a link with each mail, and the first one still leads there", async () => {
    const { appointment, doctor } = await bookedByGuest();
    await confirmAppointment(doctor.actor, { id: appointment.id }, earlyMonday);
    const mails = await mailsTo(contact.email, appointment.id);
    expect(mails.map(({ kind }) => kind)).toEqual(["appointment_requested", "appointment_confirmed"]);
    expect(new Set(mails.map(({ token }) => token)).size).toBe(2);
    for (const { token } of mails) expect(await guestByLink(token)).toMatchObject({ appointmentId: appointment.id });
  });

  test.each([
    ["no name and no address", undefined, ["contact.name", "contact.email"]],
    ["no address", { name: "Noor" }, ["contact.email"]],
    ["an address that is none", { name: "Noor", email: "noor" }, ["contact.email"]],
    ["no name", { name: " ", email: "noor@example.test" }, ["contact.name"]],
  ])("is asked again for %s", async (_, given, paths) => {
    const { request, proof } = await heldByGuest();
    const answer = await bookAppointment(newGuest(), { ...request, contact: given, hold: proof }, earlyMonday);
    expect(answer.ok ? null : answer.refusal.errors?.map(({ path }) => path)).toEqual(paths);
  });

  test("does not book the same time twice, nor for an account, nor urgently", async () => {
    const { request, patient } = await bookedByGuest({ doctors: 2 });
    const again = await bookAppointment(newGuest(), { ...request, doctorId: null, contact }, earlyMonday);
    expect(again).toMatchObject({ refusal: { code: "SAME_PATIENT" } });
    for (const more of [{ patientId: patient.id }, { urgent: true }]) {
      const wish = { ...request, startsAt: at("12:00"), contact, ...more };
      expect(await bookAppointment(newGuest(), wish, earlyMonday)).toMatchObject({ refusal: { code: "FORBIDDEN" } });
    }
  });

  test("of another appointment may do nothing with this one", async () => {
    const [one, other] = [await bookedByGuest(), await bookedByGuest()];
    const stranger = await guestOf(other.appointment.id);
    for (const actor of [stranger, newGuest()]) {
      expect(await findAppointment(actor, one.appointment.id, earlyMonday)).toBeNull();
      expect(await findAppointment(actor, one.appointment.id, earlyMonday, "patient")).toBeNull();
      expect(await cancelAppointment(actor, { id: one.appointment.id }, earlyMonday)).toMatchObject({
        refusal: { code: "NOT_FOUND" },
      });
    }
  });
});

test("20 posts of one guest at once make one booking", async () => {
  const { request, proof, clinic, hold } = await heldByGuest({ doctors: 4 });
  const wish = { ...request, contact, hold: proof };
  const results = await Promise.all(Array.from({ length: 20 }, () => bookAppointment(newGuest(), wish, earlyMonday)));
  expect(results.filter(({ ok }) => ok)).toMatchObject([{ value: { id: hold.id } }]);
  await expectCountersTrue(clinic.id);
});

describe("a link", () => {
  test("that is unknown, out of date, revoked or for something else opens nothing", async () => {
    const { appointment } = await bookedByGuest();
    const [mail] = await mailsTo(contact.email, appointment.id);
    const token = mail?.token as string;
    for (const unknown of ["", "x", newSecret()]) expect(await guestByLink(unknown)).toBeNull();
    const subject = `${appointment.id}:${appointment.version}`;
    for (const change of ["expires_at = now()", "expires_at = now() + interval '1 day', revoked_at = now()"]) {
      await ownerSql(`UPDATE access_token SET ${change} WHERE subject = $1`, [subject]);
      expect(await guestByLink(token)).toBeNull();
    }
    await ownerSql("UPDATE access_token SET revoked_at = NULL, purpose = 'verify_email' WHERE subject = $1", [subject]);
    expect(await guestByLink(token)).toBeNull();
  });

  test("lives until a month after the appointment", async () => {
    const { appointment } = await bookedByGuest();
    const [row] = await ownerSql<{ days: number }>(
      "SELECT extract(epoch FROM expires_at - $2::timestamptz)::float8 / 86400 AS days FROM access_token WHERE subject = $1",
      [`${appointment.id}:${appointment.version}`, new Date(appointment.endsAt)],
    );
    expect(row?.days).toBeGreaterThan(29);
  });
});

describe("the browser that booked", () => {
  test("sees what it booked, no other browser does, and nobody without an account what has one", async () => {
    const { appointment, secret, request } = await bookedByGuest();
    expect(await bookedByBrowser(secret, { id: appointment.id })).toMatchObject({ patient: contact });
    const at10 = { serviceId: request.serviceId, startsAt: request.startsAt };
    expect(await bookedByBrowser(secret, at10)).toMatchObject({ id: appointment.id });
    expect(await bookedByBrowser(newSecret(), { id: appointment.id })).toBeNull();
    expect(await bookedByBrowser(undefined, { id: appointment.id })).toBeNull();

    const signedIn = await heldByGuest();
    const wish = { ...signedIn.request, hold: signedIn.proof };
    await bookAppointment(signedIn.patient.actor, wish, earlyMonday);
    expect(await bookedByBrowser(signedIn.secret, { id: signedIn.hold.id })).toBeNull();
  });

  test("may hold the next time", async () => {
    const { request, secret, appointment } = await bookedByGuest();
    const next = await holdAppointment(newGuest(), { ...request, startsAt: at("14:00"), secret }, earlyMonday);
    expect(next).toMatchObject({ ok: true });
    expect(await bookedByBrowser(secret, { id: appointment.id })).not.toBeNull();
  });
});

test("an address that books without end has to wait, and so does whoever is written to", async () => {
  const visitor = { address: `198.51.100.${Math.floor(Math.random() * 250)}` };
  const email = `${newSecret()}@example.test`;
  for (let n = 0; n < visitorLimits.recipient.max; n++) expect(await takeGuestTurn(visitor, email)).toBeNull();
  expect(await takeGuestTurn(visitor, email)).toMatchObject({ code: "RATE_LIMITED" });
  for (let n = visitorLimits.recipient.max + 1; n < visitorLimits.bookings.max; n++) {
    expect(await takeGuestTurn(visitor, `${newSecret()}@example.test`)).toBeNull();
  }
  expect(await takeGuestTurn(visitor, `${newSecret()}@example.test`)).toMatchObject({ code: "RATE_LIMITED" });

  const other = `${newSecret()}@example.test`;
  const elsewhere = { address: "198.51.100.251" };
  for (let n = 0; n < visitorLimits.recipient.max + 1; n++) {
    expect(await takeGuestTurn(elsewhere, other)).toBeNull();
    await giveBackGuestTurn(other);
  }
});
