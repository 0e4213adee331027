import { describe, expect, test } from "vitest";
import { guestByLink, newGuest } from "#lib/auth/guest.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { findMoveTimes } from "#lib/scheduling/server/appointments/find-move-times.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePatients, makePerson, makeSlots, monday, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { booked, visit } from "./visit.ts";

const tuesday = "2031-03-04";

interface Stored {
  status: string;
  version: number;
  starts: number;
  ends: number;
  day: string;
  doctor: string;
  uid: string;
  sequence: number;
}

async function stored(id: string): Promise<Stored> {
  const [row] = await ownerSql<Stored & Record<string, unknown>>(
    `SELECT status::text, version, epoch_ms(starts_at)::float8 AS starts, epoch_ms(ends_at)::float8 AS ends,
       local_date::text AS day, doctor_id::text AS doctor, ics_uid AS uid, ics_sequence AS sequence
     FROM appointment WHERE id = $1`,
    [id],
  );
  return row as Stored;
}

/** Booked for 10:00 on Monday, with slots on Tuesday too; patients may change it until two hours before. */
async function movable(settings: Parameters<typeof booked>[0] = {}) {
  const made = await booked({ ...settings, clinic: { cancelNoticeHours: 2, ...settings.clinic } });
  await makeSlots(made.clinic, { date: tuesday, ...settings.slots });
  return { ...made, id: made.appointment.id };
}

describe("a move", () => {
  test("keeps the identity and takes the place along in one step, to another day too", async () => {
    const { id, patient, clinic } = await movable();
    const before = await stored(id);
    const startsAt = at("15:00", tuesday);
    const moved = await rescheduleAppointment(patient.actor, { id, startsAt, version: 1 }, earlyMonday);
    expect(moved).toMatchObject({ ok: true, value: { id, version: 2, startsAt } });
    expect(await stored(id)).toMatchObject({
      starts: startsAt,
      ends: at("15:30", tuesday),
      day: tuesday,
      uid: before.uid,
      sequence: before.sequence + 1,
      doctor: before.doctor,
    });
    await expectCountersTrue(clinic.id);
    const [audit] = await ownerSql("SELECT action, detail FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC", [
      id,
    ]);
    expect(audit).toMatchObject({ action: "appointment.moved", detail: { from: at("10:00"), to: startsAt } });
  });

  test("may overlap with the place it leaves, also where that was the last", async () => {
    const { id, patient, clinic } = await movable({
      service: { durationMinutes: 60 },
      slots: { capacity: 1, dayCapacity: 1 },
    });
    const moved = await rescheduleAppointment(patient.actor, { id, startsAt: at("10:30") }, earlyMonday);
    expect(moved).toMatchObject({ ok: true });
    await expectCountersTrue(clinic.id);
  });

  test("is a request again when its patient moves it, and stays confirmed when the team does", async () => {
    const { id, doctor, patient, clinic } = await movable();
    await confirmAppointment(doctor.actor, { id }, earlyMonday);
    const staff = await makePerson(clinic, "staff");
    const byStaff = await rescheduleAppointment(staff.actor, { id, startsAt: at("11:00") }, earlyMonday);
    expect(byStaff).toMatchObject({ ok: true, value: { status: "confirmed" } });
    const byDoctor = await rescheduleAppointment(doctor.actor, { id, startsAt: at("11:30") }, earlyMonday);
    expect(byDoctor).toMatchObject({ ok: true, value: { status: "confirmed" } });
    const byPatient = await rescheduleAppointment(patient.actor, { id, startsAt: at("12:00") }, earlyMonday);
    expect(byPatient).toMatchObject({ ok: true, value: { status: "pending" } });
  });

  test("a patient may until the deadline; the team until it begins, late with a reason", async () => {
    const { id, doctor, patient } = await movable();
    const late = clockAt(at("08:00") + 1);
    const to = (startsAt: number, extra = {}) => ({ id, startsAt, ...extra });
    expect(await rescheduleAppointment(patient.actor, to(at("11:00")), late)).toMatchObject({
      refusal: { code: "TOO_LATE_TO_CANCEL", detail: { deadline: at("08:00"), reason: "move" } },
    });
    expect(await rescheduleAppointment(doctor.actor, to(at("11:00")), late)).toMatchObject({
      refusal: { code: "VALIDATION", errors: [{ path: "reason", message: "reason_late" }] },
    });
    const moved = await rescheduleAppointment(doctor.actor, to(at("11:00"), { reason: "I am late" }), late);
    expect(moved).toMatchObject({ ok: true });
    const begun = await rescheduleAppointment(doctor.actor, to(at("12:00"), { reason: "x" }), clockAt(at("11:00")));
    expect(begun).toMatchObject({ refusal: { code: "ILLEGAL_TRANSITION", detail: { reason: "begun" } } });
  });

  test("goes to another doctor, or to whoever is free, but a doctor keeps to their own calendar", async () => {
    const { id, doctors, patient } = await movable({ doctors: 2 });
    const other = doctors[1]?.doctorId;
    const wish = { id, startsAt: at("10:00"), doctorId: other };
    expect(await rescheduleAppointment(doctors[0]?.actor as never, wish, earlyMonday)).toMatchObject({
      refusal: { code: "FORBIDDEN" },
    });
    expect(await rescheduleAppointment(patient.actor, wish, earlyMonday)).toMatchObject({
      ok: true,
      value: { doctorId: other },
    });
    const any = { id, startsAt: at("11:00"), doctorId: "any" };
    expect(await rescheduleAppointment(patient.actor, any, earlyMonday)).toMatchObject({ ok: true });
  });

  test("takes a room that is free then, and joins the session that it comes to", async () => {
    const { id, patient, clinic, service } = await movable();
    await ownerSql("UPDATE service SET resource_kind = 'Room' WHERE id = $1", [service.id]);
    await ownerSql("INSERT INTO resource (id, clinic_id, kind, name) VALUES (uuid_v7(), $1, 'Room', 'Blue')", [
      clinic.id,
    ]);
    expect(await rescheduleAppointment(patient.actor, { id, startsAt: at("11:00") }, earlyMonday)).toMatchObject({
      ok: true,
    });
    const [row] = await ownerSql(
      "SELECT r.name FROM appointment a JOIN resource r ON r.id = a.resource_id WHERE a.id = $1",
      [id],
    );
    expect(row).toEqual({ name: "Blue" });

    const group = await movable({ service: { groupSize: 2 } });
    const [second] = (await makePatients(1)) as [Person];
    const later = { ...group.request, startsAt: at("12:00") };
    await bookAppointment(second.actor, later, earlyMonday);
    const joined = await rescheduleAppointment(
      group.patient.actor,
      { id: group.id, startsAt: later.startsAt },
      earlyMonday,
    );
    expect(joined).toMatchObject({ ok: true });
    const sessions = await ownerSql("SELECT booked FROM group_session WHERE doctor_id = $1 ORDER BY starts_at", [
      group.doctor.doctorId,
    ]);
    expect(sessions).toEqual([{ booked: 0 }, { booked: 2 }]);
    await expectCountersTrue(group.clinic.id);
  });

  test("is refused for a time that cannot be had, with others; the old place is kept", async () => {
    const { id, patient, clinic, request } = await movable({ slots: { capacity: 1 } });
    const [other] = (await makePatients(1)) as [Person];
    await bookAppointment(other.actor, { ...request, startsAt: at("11:00") }, earlyMonday);
    const refused = await rescheduleAppointment(patient.actor, { id, startsAt: at("11:00") }, earlyMonday);
    expect(refused).toMatchObject({ ok: false, refusal: { code: "SLOT_FULL" } });
    const offers = refused.ok ? [] : (refused.refusal.alternatives ?? []);
    expect(offers).toHaveLength(3);
    expect(offers.map((offer) => offer.startsAt)).not.toContain(at("10:00"));
    for (const wish of [
      { id, startsAt: at("10:10") },
      { id, startsAt: at("08:00", "2031-03-03") },
      { id, startsAt: at("10:00") },
      { id, startsAt: at("12:00"), version: 7 },
    ]) {
      expect(await rescheduleAppointment(patient.actor, wish, earlyMonday)).toMatchObject({ ok: false });
    }
    expect(await stored(id)).toMatchObject({ version: 1, starts: at("10:00") });
    await expectCountersTrue(clinic.id);
  });

  test("a foreign appointment and an unknown one look the same", async () => {
    const { id, clinic } = await movable();
    const [stranger] = (await makePatients(1)) as [Person];
    const unknown = "00000000-0000-7000-8000-000000000000";
    for (const actor of [stranger.actor, newGuest(), (await makePerson(clinic, "doctor")).actor]) {
      for (const asked of [id, unknown]) {
        const answer = await rescheduleAppointment(actor, { id: asked, startsAt: at("11:00") }, earlyMonday);
        expect(answer).toEqual({ ok: false, refusal: { code: "NOT_FOUND", detail: {} } });
        expect(await findMoveTimes(actor, { id: asked }, earlyMonday)).toMatchObject({
          refusal: { code: "NOT_FOUND" },
        });
      }
    }
  });
});

describe("who hears of a move", () => {
  const mails = (id: string) =>
    ownerSql<{ kind: string; recipient: string; status: string; payload: Record<string, unknown> }>(
      `SELECT kind, recipient, status::text, payload FROM message WHERE appointment_id = $1
       ORDER BY appointment_version, kind, recipient`,
      [id],
    );

  test("the patient and the doctor, and what still waited about the old time is not sent", async () => {
    const { id, patient, doctor } = await movable();
    await rescheduleAppointment(patient.actor, { id, startsAt: at("11:00") }, earlyMonday);
    expect((await mails(id)).map(({ kind, recipient, status }) => [kind, recipient, status])).toEqual([
      ["appointment_requested", patient.email, "superseded"],
      ["doctor_new_request", doctor.email, "superseded"],
      ["appointment_moved", patient.email, "queued"],
      ["doctor_moved", doctor.email, "queued"],
    ]);
    const [, , told] = await mails(id);
    expect(told?.payload).toMatchObject({ startsAt: at("11:00"), previousStartsAt: at("10:00"), status: "pending" });
  });

  test("not the doctor who did it; both doctors where it changes hands", async () => {
    const { id, doctor, doctors, patient, clinic } = await movable({ doctors: 2 });
    await rescheduleAppointment(doctor.actor, { id, startsAt: at("11:00") }, earlyMonday);
    const staff = await makePerson(clinic, "staff");
    const other = doctors[1] as typeof doctor;
    await rescheduleAppointment(staff.actor, { id, startsAt: at("11:00"), doctorId: other.doctorId }, earlyMonday);
    const told = (await mails(id)).filter(({ kind }) => kind.endsWith("_moved"));
    expect(told.map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ["appointment_moved", patient.email],
      ["appointment_moved", patient.email],
      ...[doctor.email, other.email].sort().map((email) => ["doctor_moved", email]),
    ]);
  });

  test("a guest, by a link of the new version; both links still open it", async () => {
    const { request, doctor } = await visit({ clinic: { cancelNoticeHours: 2 } });
    const contact = { name: "Gus Guest", email: "gus@example.test" };
    const made = await bookAppointment(newGuest(), { ...request, contact }, earlyMonday);
    if (!made.ok) throw new Error(made.refusal.code);
    const { id } = made.value;
    const tokenOf = async (kind: string) => {
      const found = (await mails(id)).find((mail) => mail.kind === kind && mail.recipient === contact.email);
      return String(found?.payload.token);
    };
    const guest = await guestByLink(await tokenOf("appointment_requested"));
    if (!guest) throw new Error("The link does not open it");
    const startsAt = at("13:00", monday);
    expect(await rescheduleAppointment(guest, { id, startsAt }, earlyMonday)).toMatchObject({ ok: true });
    expect(await guestByLink(await tokenOf("appointment_moved"))).toMatchObject({ appointmentId: id });
    await confirmAppointment(doctor.actor, { id }, earlyMonday);
    expect(await guestByLink(await tokenOf("appointment_confirmed"))).toMatchObject({ appointmentId: id });
    const late = await rescheduleAppointment(guest, { id, startsAt: at("14:00") }, clockAt(at("11:00") + 1));
    expect(late).toMatchObject({ refusal: { code: "TOO_LATE_TO_CANCEL" } });
  });
});

describe("the times to move to", () => {
  test("are those that are accepted: the own place counts as free, the own time is no other", async () => {
    const { id, patient } = await movable({ service: { durationMinutes: 60 }, slots: { capacity: 1, count: 6 } });
    const found = await findMoveTimes(patient.actor, { id, from: monday }, earlyMonday);
    if (!found.ok) throw new Error(found.refusal.code);
    const offered = found.value.days.flatMap(({ offers }) => offers.map(({ startsAt }) => startsAt));
    expect(offered.slice(0, 4)).toEqual(["09:00", "09:30", "10:30", "11:00"].map((time) => at(time)));
    for (const startsAt of offered.slice(0, 4)) {
      expect(await rescheduleAppointment(patient.actor, { id, startsAt }, earlyMonday)).toMatchObject({ ok: true });
    }
  });

  test("staff see those of the front desk: no notice, no horizon", async () => {
    const { id, patient, clinic } = await movable();
    await ownerSql("UPDATE clinic SET min_notice_minutes = 1440 WHERE id = $1", [clinic.id]);
    const staff = await makePerson(clinic, "staff");
    const firstFor = async (actor: typeof patient.actor) => {
      const found = await findMoveTimes(actor, { id }, earlyMonday);
      return found.ok ? found.value.days.flatMap(({ offers }) => offers)[0]?.startsAt : null;
    };
    expect(await firstFor(staff.actor)).toBe(at("09:00"));
    expect(await firstFor(patient.actor)).toBe(at("09:00", tuesday));
  });
});
