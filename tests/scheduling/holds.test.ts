import { describe, expect, test } from "vitest";
import { newGuest } from "#lib/auth/guest.ts";
import { mostHolds } from "#lib/scheduling/hold.ts";
import { myAppointments } from "#lib/scheduling/server/appointments/my-appointments.ts";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { takeHoldTurn, visitorLimits } from "#lib/scheduling/server/booking/booking-turns.ts";
import { expireHolds } from "#lib/scheduling/server/holds/expire-holds.ts";
import { extendHold } from "#lib/scheduling/server/holds/extend-hold.ts";
import { findHold } from "#lib/scheduling/server/holds/find-hold.ts";
import { holdAppointment } from "#lib/scheduling/server/holds/hold-appointment.ts";
import { releaseHold } from "#lib/scheduling/server/holds/release-hold.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePatients, monday, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { heldByGuest, newSecret, runOut, statusOf } from "./holding.ts";
import { visit } from "./visit.ts";

const guest = newGuest();

describe("holding a time", () => {
  test("keeps it from everybody else, tells nobody, and stands in nobody's list", async () => {
    const { hold, request, patient } = await heldByGuest();
    expect(hold).toMatchObject({ startsAt: at("10:00"), endsAt: at("10:30"), expiresAt: at("06:10") });
    expect(await bookAppointment(patient.actor, request, earlyMonday)).toMatchObject({
      ok: false,
      refusal: { code: "DOCTOR_BUSY", alternatives: [{ startsAt: at("09:30") }, {}, {}] },
    });
    expect(await ownerSql("SELECT 1 FROM message WHERE appointment_id = $1", [hold.id])).toEqual([]);
    const mine = await holdAppointment(patient.actor, { ...request, startsAt: at("11:00") }, earlyMonday);
    expect(mine).toMatchObject({ ok: true });
    expect(await myAppointments(patient.actor, { view: "upcoming" }, earlyMonday)).toEqual([]);
  });

  test("counts as free for its holder only", async () => {
    const { hold, request, clinic } = await heldByGuest();
    const asked = { clinicId: clinic.id, serviceId: request.serviceId, from: monday, to: monday };
    const starts = async (except?: typeof hold) => {
      const found = await findAvailability({ ...asked, except }, earlyMonday);
      return found.ok ? found.value.days[0]?.offers.map(({ startsAt }) => startsAt) : [];
    };
    expect(await starts()).not.toContain(at("10:00"));
    expect(await starts(hold)).toContain(at("10:00"));
  });

  test("again answers with the hold that is there", async () => {
    const { hold, request, secret } = await heldByGuest();
    expect(await holdAppointment(guest, { ...request, secret }, earlyMonday)).toMatchObject({
      ok: true,
      value: { id: hold.id },
    });
  });

  test("another time gives the earlier one of that browser back in the same step", async () => {
    const { hold, request, secret, clinic } = await heldByGuest();
    const other = await holdAppointment(guest, { ...request, secret, startsAt: at("10:30") }, earlyMonday);
    expect(other).toMatchObject({ ok: true, value: { startsAt: at("10:30") } });
    expect(await statusOf(hold)).toBe("expired");
    await expectCountersTrue(clinic.id);
  });

  test("keeps the earlier one where the other time is refused", async () => {
    const { hold, request, secret, patient } = await heldByGuest();
    await bookAppointment(patient.actor, { ...request, startsAt: at("10:30") }, earlyMonday);
    const other = await holdAppointment(guest, { ...request, secret, startsAt: at("10:30") }, earlyMonday);
    expect(other).toMatchObject({ ok: false, refusal: { code: "DOCTOR_BUSY" } });
    expect(await statusOf(hold)).toBe("held");
  });

  test("is limited for a person over all their browsers, and not by what was offered to them", async () => {
    const { request, patient } = await visit();
    const tryAt = (n: number) =>
      holdAppointment(
        patient.actor,
        { ...request, secret: newSecret(), startsAt: at("09:00") + minutes(30 * n) },
        earlyMonday,
      );
    const ids: string[] = [];
    for (let n = 0; n < mostHolds; n++) {
      const held = await tryAt(n);
      if (held.ok) ids.push(held.value.id);
    }
    expect(ids).toHaveLength(mostHolds);
    const refused = { ok: false, refusal: { code: "RATE_LIMITED", detail: { reason: "holds" } } };
    expect(await tryAt(mostHolds)).toMatchObject(refused);
    const replaced = await bookAppointment(patient.actor, { ...request, startsAt: at("16:00") }, earlyMonday);
    await ownerSql("UPDATE appointment SET replaces_id = $2 WHERE id = $1", [
      ids[0],
      replaced.ok ? replaced.value.id : null,
    ]);
    expect(await tryAt(mostHolds)).toMatchObject({ ok: true });
  });

  test.each([
    ["no secret and no account", { secret: undefined }, "VALIDATION"],
    ["a secret that is too short to be one", { secret: "abc" }, "VALIDATION"],
    ["a time gone by", { startsAt: at("05:00") }, "PAST"],
    ["an unknown clinic", { clinicId: "00000000-0000-7000-8000-000000000000" }, "NOT_FOUND"],
  ])("is refused for %s", async (_, wish, code) => {
    const { request } = await visit();
    const answer = await holdAppointment(guest, { ...request, secret: newSecret(), ...wish }, earlyMonday);
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
  });

  test("is refused to a network address that holds without end", async () => {
    const visitor = { address: `192.0.2.${Math.floor(Math.random() * 250)}` };
    for (let n = 0; n < visitorLimits.holds.max; n++) expect(await takeHoldTurn(visitor)).toBeNull();
    expect(await takeHoldTurn(visitor)).toMatchObject({ code: "RATE_LIMITED" });
  });
});

describe("a hold", () => {
  test("becomes the booking of whoever signed in meanwhile", async () => {
    const { hold, proof, request, patient } = await heldByGuest();
    expect(
      await bookAppointment(patient.actor, { ...request, doctorId: null, hold: proof }, earlyMonday),
    ).toMatchObject({
      ok: true,
      value: { id: hold.id, status: "pending", startsAt: at("10:00") },
    });
    const [row] = await ownerSql("SELECT patient_id FROM appointment WHERE id = $1", [hold.id]);
    expect(row).toEqual({ patient_id: patient.id });
  });

  test("is nobody's who does not know its secret", async () => {
    const { hold, request, patient } = await heldByGuest();
    const stranger = { id: hold.id, secret: newSecret() };
    expect(await extendHold(guest, stranger)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    expect(await releaseHold(guest, stranger)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    expect(await findHold(guest, stranger.secret, request)).toBeNull();
    expect(await bookAppointment(patient.actor, { ...request, hold: stranger }, earlyMonday)).toMatchObject({
      refusal: { code: "HOLD_EXPIRED" },
    });
    expect(await statusOf(hold)).toBe("held");
  });

  test("of another time does not book this one", async () => {
    const { hold, proof, request, patient } = await heldByGuest();
    const wish = { ...request, startsAt: at("12:00"), hold: proof };
    const booked = await bookAppointment(patient.actor, wish, earlyMonday);
    expect(booked).toMatchObject({ ok: true, value: { startsAt: at("12:00") } });
    expect(booked).not.toMatchObject({ value: { id: hold.id } });
  });

  test("lasts longer when extended, but not for ever", async () => {
    const { hold, proof } = await heldByGuest();
    await ownerSql("UPDATE appointment SET hold_expires_at = now() + interval '1 minute' WHERE id = $1", [hold.id]);
    const extended = await extendHold(guest, proof);
    const lasts = extended.ok ? extended.value.expiresAt - Date.now() : 0;
    expect(lasts).toBeGreaterThan(minutes(9));
    expect(lasts).toBeLessThan(minutes(11));
    await ownerSql("UPDATE appointment SET created_at = now() - interval '38 minutes' WHERE id = $1", [hold.id]);
    await extendHold(guest, proof);
    const [row] = await ownerSql<{ lasts: number }>(
      "SELECT extract(epoch FROM hold_expires_at - created_at)::float8 / 60 AS lasts FROM appointment WHERE id = $1",
      [hold.id],
    );
    expect(row?.lasts).toBeLessThanOrEqual(48);
  });

  test("is not extended once it has run out", async () => {
    const { hold, proof } = await heldByGuest();
    await runOut(hold);
    expect(await extendHold(guest, proof)).toMatchObject({ refusal: { code: "HOLD_EXPIRED" } });
  });

  test("is given back at once when it is left, and then free for everybody", async () => {
    const { hold, proof, request, patient, clinic } = await heldByGuest();
    expect(await releaseHold(guest, proof)).toEqual({ ok: true, value: null });
    expect(await releaseHold(guest, proof)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    expect(await statusOf(hold)).toBe("expired");
    const [audit] = await ownerSql(
      "SELECT actor_role FROM audit_entry WHERE action = 'appointment.released' AND subject_id = $1",
      [hold.id],
    );
    expect(audit).toEqual({ actor_role: "guest" });
    expect(await bookAppointment(patient.actor, request, earlyMonday)).toMatchObject({ ok: true });
    await expectCountersTrue(clinic.id);
  });

  test("is taken back by the job once it has run out, and not before", async () => {
    const [one, other] = [await heldByGuest(), await heldByGuest()];
    await runOut(one.hold);
    expect(await expireHolds()).toBeGreaterThanOrEqual(1);
    expect([await statusOf(one.hold), await statusOf(other.hold)]).toEqual(["expired", "held"]);
    await expectCountersTrue(one.clinic.id);
  });

  test("that ran out still books while the place is free, and says so when it is gone", async () => {
    const { hold, proof, request, patient } = await heldByGuest();
    const [other] = (await makePatients(1)) as [Person];
    await runOut(hold);
    const booked = await bookAppointment(patient.actor, { ...request, hold: proof }, earlyMonday);
    expect(booked).toMatchObject({ ok: true });
    expect(await bookAppointment(other.actor, { ...request, hold: proof }, earlyMonday)).toMatchObject({
      refusal: { code: "HOLD_EXPIRED", alternatives: [{}, {}, {}] },
    });
  });

  test("that is held is bookable although the rules for new bookings changed since", async () => {
    const { proof, request, patient, clinic } = await heldByGuest();
    await ownerSql("UPDATE clinic SET min_notice_minutes = 1440 WHERE id = $1", [clinic.id]);
    expect(await bookAppointment(patient.actor, { ...request, hold: proof }, earlyMonday)).toMatchObject({ ok: true });
    expect(
      await holdAppointment(guest, { ...request, startsAt: at("11:00"), secret: newSecret() }, clockAt(at("06:00"))),
    ).toMatchObject({
      refusal: { code: "TOO_SHORT_NOTICE" },
    });
  });
});
