import { describe, expect, test } from "vitest";
import { doctorByLink } from "#lib/auth/answering.ts";
import { guestByLink } from "#lib/auth/guest.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { undoStep } from "#lib/scheduling/server/appointments/undo-step.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makePatients, type Person } from "../factories.ts";
import { booked } from "./visit.ts";

async function tokenIn(email: string, id: string, kind: string): Promise<string> {
  const [mail] = await ownerSql<{ token: string | null }>(
    "SELECT payload ->> 'token' AS token FROM message WHERE appointment_id = $1 AND recipient = $2 AND kind = $3 ORDER BY id DESC LIMIT 1",
    [id, email, kind],
  );
  return mail?.token ?? "";
}

async function asked(settings: Parameters<typeof booked>[0] = {}) {
  const made = await booked({ clinic: { cancelNoticeHours: 0 }, ...settings });
  const { id } = made.appointment;
  const doctorsToken = await tokenIn(made.doctor.email, id, "doctor_new_request");
  const patientsToken = await tokenIn(made.patient.email, id, "appointment_requested");
  return { ...made, id, doctorsToken, patientsToken };
}

async function answeringBy(token: string) {
  const actor = await doctorByLink(token);
  if (!actor) throw new Error("The link opens nothing.");
  return actor;
}

describe("a patient with an account", () => {
  test("cancels by a mail's link without signing in, and is told as ever", async () => {
    const { id, patientsToken, patient } = await asked();
    const guest = await guestByLink(patientsToken);
    if (!guest) throw new Error("The link opens nothing.");
    expect(await findAppointment(guest, id, earlyMonday)).toMatchObject({ id, actions: ["cancelled"] });
    expect(await cancelAppointment(guest, { id }, earlyMonday)).toMatchObject({ ok: true });
    expect(await tokenIn(patient.email, id, "appointment_cancelled")).not.toBe("");
  });

  test("moves by it, and every link leads to where the appointment is then, for as long as the newest", async () => {
    const { id, patientsToken, patient, appointment } = await asked();
    const guest = await guestByLink(patientsToken);
    if (!guest) throw new Error("The link opens nothing.");
    await ownerSql("UPDATE access_token SET expires_at = now() + interval '1 minute' WHERE subject = $1", [`${id}:1`]);
    const moved = await rescheduleAppointment(guest, { id, startsAt: at("12:00") }, earlyMonday);
    expect(moved).toMatchObject({ ok: true, value: { startsAt: at("12:00") } });
    for (const token of [patientsToken, await tokenIn(patient.email, id, "appointment_moved")]) {
      expect(await guestByLink(token)).toMatchObject({ appointmentId: id });
    }
    const lives = await ownerSql<{ until: Date }>(
      "SELECT expires_at AS until FROM access_token WHERE subject = ANY ($1) AND purpose = 'appointment'",
      [[`${id}:1`, `${id}:2`]],
    );
    expect(lives).toHaveLength(2);
    for (const { until } of lives) expect(until.getTime()).toBeGreaterThan(appointment.endsAt);
  });

  test("gets no further by it than to that one appointment", async () => {
    const one = await asked();
    const later = { ...one.request, startsAt: at("14:00") };
    const own = await bookAppointment(one.patient.actor, later, earlyMonday);
    const guest = await guestByLink(one.patientsToken);
    if (!guest || !own.ok) throw new Error("The link opens nothing.");
    expect(await findAppointment(guest, own.value.id, earlyMonday)).toBeNull();
    expect(await cancelAppointment(guest, { id: own.value.id }, earlyMonday)).toMatchObject({
      refusal: { code: "NOT_FOUND" },
    });
  });
});

describe("a doctor", () => {
  test("confirms by the mail's link without signing in, on the record as the doctor", async () => {
    const { id, doctorsToken, doctor, patient } = await asked();
    const actor = await answeringBy(doctorsToken);
    expect(await findAppointment(actor, id, earlyMonday)).toMatchObject({ id, status: "pending" });
    expect(await confirmAppointment(actor, { id, version: 1 }, earlyMonday)).toMatchObject({
      value: { status: "confirmed" },
    });
    const [line] = await ownerSql(
      "SELECT actor_id, actor_role FROM audit_entry WHERE subject_id = $1 AND action = 'appointment.confirmed'",
      [id],
    );
    expect(line).toEqual({ actor_id: doctor.id, actor_role: "doctor by link" });
    expect(await tokenIn(patient.email, id, "appointment_confirmed")).not.toBe("");
  });

  test("declines by it with a reason; taking that back on the own pages makes the link answer again", async () => {
    const { id, doctorsToken, doctor } = await asked();
    const actor = await answeringBy(doctorsToken);
    const declined = await rejectAppointment(actor, { id, reason: "Away that day" }, earlyMonday);
    if (!declined.ok) throw new Error(declined.refusal.code);
    expect(await confirmAppointment(actor, { id }, earlyMonday)).toMatchObject({
      refusal: { code: "ILLEGAL_TRANSITION" },
    });
    const { version } = declined.value;
    expect(await undoStep(doctor.actor, { id, version })).toMatchObject({ value: { status: "pending" } });
    expect(await confirmAppointment(actor, { id }, earlyMonday)).toMatchObject({ ok: true });
  });

  test("answers once: what was confirmed meanwhile cannot be declined by the link", async () => {
    const { id, doctorsToken, doctor } = await asked();
    const actor = await answeringBy(doctorsToken);
    await confirmAppointment(doctor.actor, { id }, earlyMonday);
    expect(await rejectAppointment(actor, { id }, earlyMonday)).toMatchObject({
      refusal: { code: "ILLEGAL_TRANSITION" },
    });
    expect(await rejectAppointment(actor, { id, version: 1 }, earlyMonday)).toMatchObject({
      refusal: { code: "VERSION_CONFLICT" },
    });
  });

  test("gets no further by it than to that one request", async () => {
    const one = await asked();
    const [somebody] = (await makePatients(1)) as [Person];
    const other = await bookAppointment(somebody.actor, { ...one.request, startsAt: at("14:00") }, earlyMonday);
    if (!other.ok) throw new Error(other.refusal.code);
    const actor = await answeringBy(one.doctorsToken);
    expect(await findAppointment(actor, other.value.id, earlyMonday)).toBeNull();
    expect(await confirmAppointment(actor, { id: other.value.id }, earlyMonday)).toMatchObject({
      refusal: { code: "NOT_FOUND" },
    });
    expect(await guestByLink(one.doctorsToken)).toBeNull();
    expect(await doctorByLink(one.patientsToken)).toBeNull();
  });

  test("to whom a request has moved answers it, and the one before no longer does", async () => {
    const { id, doctorsToken, patient, doctors } = await asked({ doctors: 2 });
    const [, second] = doctors;
    if (!second) throw new Error("Two doctors were made.");
    const wish = { id, startsAt: at("12:00"), doctorId: second.doctorId };
    expect(await rescheduleAppointment(patient.actor, wish, earlyMonday)).toMatchObject({ ok: true });
    expect(await doctorByLink(doctorsToken)).toBeNull();
    const actor = await answeringBy(await tokenIn(second.email, id, "doctor_moved"));
    expect(await confirmAppointment(actor, { id }, earlyMonday)).toMatchObject({ ok: true });
  });

  test.each([
    ["disabled", "UPDATE app_user SET disabled_at = now() WHERE id = $1"],
    ["no doctor there any more", "DELETE FROM membership WHERE user_id = $1"],
    ["no doctor who takes appointments", "UPDATE doctor SET is_active = false WHERE user_id = $1"],
  ])("who is %s by then opens nothing", async (_, change) => {
    const { doctorsToken, doctor } = await asked();
    await answeringBy(doctorsToken);
    await ownerSql(change, [doctor.id]);
    expect(await doctorByLink(doctorsToken)).toBeNull();
  });

  test("whose link is unknown, revoked or out of date opens nothing; it lives until the appointment begins", async () => {
    const { id, doctorsToken, appointment, doctor } = await asked();
    const subject = `${id}:1:${doctor.doctorId}`;
    const [row] = await ownerSql<{ until: Date }>("SELECT expires_at AS until FROM access_token WHERE subject = $1", [
      subject,
    ]);
    expect(row?.until.getTime()).toBe(appointment.startsAt);
    for (const unknown of ["", "x", "t".repeat(43)]) expect(await doctorByLink(unknown)).toBeNull();
    for (const change of ["expires_at = now()", "expires_at = now() + interval '1 day', revoked_at = now()"]) {
      await ownerSql(`UPDATE access_token SET ${change} WHERE subject = $1`, [subject]);
      expect(await doctorByLink(doctorsToken)).toBeNull();
    }
  });

  test("gets no link to answer what needs no answer", async () => {
    const { id, doctor } = await booked({ service: { requiresConfirmation: false } }).then((made) => ({
      id: made.appointment.id,
      doctor: made.doctor,
    }));
    expect(await tokenIn(doctor.email, id, "doctor_new_request")).toBe("");
    expect(
      await ownerSql("SELECT 1 FROM access_token WHERE subject LIKE $1 AND purpose = 'doctor_request'", [`${id}:%`]),
    ).toEqual([]);
  });
});
