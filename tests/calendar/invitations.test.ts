import { afterAll, beforeEach, expect, test } from "vitest";
import { newGuest } from "#lib/auth/guest.ts";
import { deliverNext } from "#lib/notifications/server/deliver-messages.ts";
import { mailChannel } from "#lib/notifications/server/mail-channel.ts";
import { smtpTransport } from "#lib/notifications/server/mail-transport.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday } from "../factories.ts";
import { parsed, type ReceivedMail, startMailServer } from "../notifications/mail-server.ts";
import { heldByGuest } from "../scheduling/holding.ts";
import { booked } from "../scheduling/visit.ts";
import { mimeTree } from "./mime-tree.ts";
import { readCalendar } from "./read-calendar.ts";

const server = await startMailServer();
const settings = {
  mail: { smtpUrl: server.url, from: "Northgate <hello@northgate.example>" },
  siteUrl: "https://a.example",
};
const channel = mailChannel(smtpTransport(settings));

afterAll(() => server.close());
beforeEach(async () => {
  server.received.length = 0;
  await ownerSql("UPDATE message SET status = 'superseded' WHERE status = 'queued'");
});

/** Sends everything that waits, also what is kept back for a moment so that it can be undone. */
async function deliverAll(): Promise<void> {
  if (!channel) throw new Error("There are SMTP settings");
  await ownerSql("UPDATE message SET next_attempt_at = now() WHERE status = 'queued'");
  while (await deliverNext(channel));
}

async function invitationIn(mail: ReceivedMail | undefined) {
  const file = mail && (await parsed(mail)).attachments.find(({ contentType }) => contentType === "text/calendar");
  const read = file && readCalendar(file.content.toString());
  const [event] = read?.events ?? [];
  if (!read || !event) return null;
  const { startsAt, endsAt, sequence, text, tzid } = event;
  return { method: read.method, uid: text("uid"), status: text("status"), sequence, startsAt, endsAt, tzid, event };
}

/** What the mails to a person that came since the last call have in them. */
async function invitationsTo(email: string) {
  await deliverAll();
  const mails = server.received.filter(({ to }) => to === email);
  server.received.length = 0;
  return Promise.all(mails.map(invitationIn));
}

async function stateOf(id: string) {
  const [row] = await ownerSql<{ uid: string; sequence: number; version: number }>(
    "SELECT ics_uid AS uid, ics_sequence AS sequence, version FROM appointment WHERE id = $1",
    [id],
  );
  if (!row) throw new Error("The appointment is gone");
  return row;
}

test("from the request to the cancellation it stays one event, and each mail overrules the one before", async () => {
  const { appointment, patient, doctor } = await booked({ clinic: { cancelNoticeHours: 0 } });
  const { id } = appointment;
  const { uid } = await stateOf(id);
  const seen = await invitationsTo(patient.email);
  const step = async (work: Promise<{ ok: boolean }>) => {
    expect(await work).toMatchObject({ ok: true });
    seen.push(...(await invitationsTo(patient.email)));
  };
  await step(confirmAppointment(doctor.actor, { id, version: 1 }, earlyMonday));
  await step(rescheduleAppointment(patient.actor, { id, startsAt: at("14:00") }, earlyMonday));
  await step(confirmAppointment(doctor.actor, { id, version: (await stateOf(id)).version }, earlyMonday));
  await step(cancelAppointment(patient.actor, { id, reason: "Away" }, earlyMonday));

  const ten = { startsAt: at("10:00"), endsAt: at("10:30"), tzid: "Europe/London", uid };
  const two = { ...ten, startsAt: at("14:00"), endsAt: at("14:30") };
  expect(seen).toMatchObject([
    { method: "REQUEST", status: "TENTATIVE", sequence: 0, ...ten },
    { method: "REQUEST", status: "CONFIRMED", sequence: 0, ...ten },
    { method: "REQUEST", status: "TENTATIVE", sequence: 1, ...two },
    { method: "REQUEST", status: "CONFIRMED", sequence: 1, ...two },
    { method: "CANCEL", status: "CANCELLED", sequence: 2, ...two },
  ]);
  const stamps = seen.map((invitation) => invitation?.event.text("dtstamp") ?? "");
  expect(stamps).toEqual(stamps.toSorted());
});

test("a declined request is taken out again", async () => {
  const { appointment, patient, doctor } = await booked();
  const reject = await rejectAppointment(doctor.actor, { id: appointment.id, version: 1, reason: "Ill" }, earlyMonday);
  expect(reject).toMatchObject({ ok: true });
  const { uid, sequence } = await stateOf(appointment.id);
  const declined = (await invitationsTo(patient.email)).at(-1);
  expect(declined).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid, sequence });
  expect(sequence).toBe(1);
});

test("the mail holds text, HTML and the invitation side by side, and the same invitation as a file", async () => {
  const { patient } = await booked();
  await deliverAll();
  const mail = server.received.find(({ to }) => to === patient.email);
  if (!mail) throw new Error("No mail came");
  const { type, parts } = mimeTree(mail.raw);
  expect(type).toMatch(/^multipart\/mixed/);
  expect(parts.map((part) => part.type)).toEqual([
    expect.stringMatching(/^multipart\/alternative/),
    expect.stringMatching(/^application\/ics/),
  ]);
  expect(parts[0]?.parts.map((part) => part.type)).toEqual([
    expect.stringMatching(/^text\/plain; charset=utf-8/),
    expect.stringMatching(/^text\/html; charset=utf-8/),
    expect.stringMatching(/^text\/calendar; charset=utf-8; method=REQUEST/),
  ]);
  const files = (await parsed(mail)).attachments.map(({ content }) => content.toString());
  expect(files).toHaveLength(2);
  expect(files[0]).toBe(files[1]);
});

test("title, place and link say nothing about the person, the doctor or the treatment", async () => {
  const { patient, clinic, appointment } = await booked({ doctors: 1, service: {} });
  await ownerSql("UPDATE clinic SET address_line1 = '1 High Street', city = 'London', country = 'GB' WHERE id = $1", [
    clinic.id,
  ]);
  const [invitation] = await invitationsTo(patient.email);
  const event = invitation?.event;
  expect(event?.text("summary")).toBe("Requested, not yet confirmed: appointment at Test Clinic");
  expect(event?.text("location")).toBe("1 High Street, London");
  expect(event?.text("description")).toMatch(new RegExp(`/patient/appointments/${appointment.id}$`));
  expect(event?.text("attendee")?.toLowerCase()).toBe(`mailto:${patient.email}`);
  const text = event?.block.toString() ?? "";
  expect(text).not.toMatch(/Check-up|Dr |Patient 0/);
});

test("a consultation by telephone has no place", async () => {
  const { patient, service } = await booked();
  await ownerSql("UPDATE service SET mode = 'phone' WHERE id = $1", [service.id]);
  const [invitation] = await invitationsTo(patient.email);
  expect(invitation?.event.text("location")).toBeNull();
});

test("a guest's invitation holds no secret that would open the appointment", async () => {
  const made = await heldByGuest();
  const contact = { name: "Noor Haddad", email: "noor@example.test", phone: "+44 7700 900123" };
  const wish = { ...made.request, contact, hold: made.proof };
  expect(await bookAppointment(newGuest(), wish, earlyMonday)).toMatchObject({ ok: true });
  const [invitation] = await invitationsTo(contact.email);
  expect(invitation).toMatchObject({ method: "REQUEST", status: "TENTATIVE" });
  expect(invitation?.event.text("description")).toBeNull();
  expect(invitation?.event.block.toString()).not.toContain("/open/");
});

test("doctors get no invitation: whom it would name is the patient", async () => {
  const { appointment, patient, doctor } = await booked({ clinic: { cancelNoticeHours: 0 } });
  await cancelAppointment(patient.actor, { id: appointment.id }, earlyMonday);
  const sent = await invitationsTo(doctor.email);
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.every((invitation) => invitation === null)).toBe(true);
});

test("tried again after a failure it is the same invitation, though the appointment has changed since", async () => {
  const { appointment, patient } = await booked({ clinic: { cancelNoticeHours: 0 } });
  const [first] = await invitationsTo(patient.email);
  await rescheduleAppointment(patient.actor, { id: appointment.id, startsAt: at("15:00") }, earlyMonday);
  await ownerSql(
    "UPDATE message SET status = 'queued', attempts = 0 WHERE kind = 'appointment_requested' AND recipient = $1",
    [patient.email],
  );
  const again = (await invitationsTo(patient.email)).find((one) => one?.sequence === 0);
  expect(again?.event.block.toString()).toBe(first?.event.block.toString());
});
