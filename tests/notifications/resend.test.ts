import { expect, test } from "vitest";
import { guestByLink, newGuest } from "#lib/auth/guest.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { deliverNext } from "#lib/notifications/server/deliver-messages.ts";
import { mailChannel } from "#lib/notifications/server/mail-channel.ts";
import { findMail, listMail } from "#lib/notifications/server/mail-log.ts";
import { messagesOf } from "#lib/notifications/server/messages-of.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import { resendMessage } from "#lib/notifications/server/resend-message.ts";
import { sendTestMail } from "#lib/notifications/server/send-test-mail.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { ownerSql } from "../database.ts";
import { earlyMonday, makePerson } from "../factories.ts";
import { booked, visit } from "../scheduling/visit.ts";

const sent: { id: string; recipient: string; text: string }[] = [];
const refused = Object.assign(new Error("550 no such mailbox"), { responseCode: 550, command: "RCPT TO" });

async function deliverAll(isRefused = false): Promise<typeof sent> {
  sent.length = 0;
  const channel = mailChannel(async (mail) => {
    if (isRefused) throw refused;
    sent.push(mail);
    return "250 taken";
  });
  while (channel && (await deliverNext(channel)));
  return sent;
}

async function messageTo(recipient: string, kind = "appointment_requested"): Promise<string> {
  const [row] = await ownerSql<{ id: string }>("SELECT id FROM message WHERE recipient = $1 AND kind = $2", [
    recipient,
    kind,
  ]);
  return row?.id ?? "";
}

test("what was given up is queued anew under the same Message-ID; what was sent goes under another", async () => {
  const { clinic, patient } = await booked();
  const { actor } = await makePerson(clinic, "admin");
  await deliverAll(true);
  const id = await messageTo(patient.email);
  expect(await findMail(actor, id)).toMatchObject({
    value: { state: "dead", canResend: true, tries: [{ outcome: "refused", answer: "550 no such mailbox" }] },
  });

  expect(await resendMessage(actor, { id })).toEqual({ ok: true, value: { id } });
  expect((await deliverAll()).map((mail) => mail.id)).toEqual([id]);
  await resendMessage(actor, { id });
  expect((await deliverAll()).map((mail) => mail.id)).toEqual([`${id}.2`]);

  const found = await findMail(actor, id);
  expect(found.ok && found.value.tries.map(({ outcome }) => outcome)).toEqual(["refused", "sent", "sent"]);
  const audited = await ownerSql(
    "SELECT action, detail->>'from' AS was FROM audit_entry WHERE subject_id = $1 ORDER BY id",
    [id],
  );
  expect(audited).toEqual([
    { action: "message.resent", was: "dead" },
    { action: "message.resent", was: "sent" },
  ]);
});

test("a guest's link is made anew, and opens the appointment", async () => {
  const { clinic, request } = await visit();
  const { actor } = await makePerson(clinic, "admin");
  const contact = { name: "Gus", email: "gus@example.test" };
  const made = await bookAppointment(newGuest(), { ...request, contact }, earlyMonday);
  if (!made.ok) throw new Error(made.refusal.code);
  await deliverAll(true);
  await resendMessage(actor, { id: await messageTo(contact.email) });
  const mail = (await deliverAll()).find(({ recipient }) => recipient === contact.email);
  const token = /token=([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
  expect(await guestByLink(token)).toMatchObject({ appointmentId: made.value.id });
});

test("what was overtaken, is on its way or opened an account is not sent once more", async () => {
  const { clinic, patient, doctor, appointment } = await booked();
  const { actor } = await makePerson(clinic, "admin");
  const id = await messageTo(patient.email);
  const no = (reason: string) => ({ ok: false, refusal: { code: "ILLEGAL_TRANSITION", detail: { reason } } });
  expect(await resendMessage(actor, { id })).toMatchObject(no("waiting"));
  await deliverAll();
  await confirmAppointment(doctor.actor, { id: appointment.id }, earlyMonday);
  expect(await resendMessage(actor, { id })).toMatchObject(no("newer"));
  expect(await findMail(actor, id)).toMatchObject({ value: { canResend: false } });

  const reset = await inTransaction((tx) =>
    queueMessage(tx, { kind: "reset_password", recipient: patient.email, locale: "en", payload: { name: "Priya" } }),
  );
  await ownerSql("UPDATE message SET clinic_id = $2, status = 'sent' WHERE id = $1", [reset, clinic.id]);
  expect(await resendMessage(actor, { id: reset ?? "" })).toMatchObject(no("link"));
});

test("the log is searched by a part of the recipient", async () => {
  const { clinic, patient } = await booked();
  const { actor } = await makePerson(clinic, "admin");
  const page = await listMail(actor, {
    states: [],
    kind: null,
    before: null,
    recipient: patient.email.slice(2, 20).toUpperCase(),
  });
  expect(page).toMatchObject({ value: { mails: [{ recipient: patient.email, channel: "email" }] } });
});

test("staff and the doctor see who was told of an appointment, and nobody else", async () => {
  const { clinic, patient, doctor, appointment } = await booked();
  const about = { appointmentId: appointment.id };
  const staff = await makePerson(clinic, "staff");
  const other = await makePerson(clinic, "doctor");
  for (const { actor } of [staff, doctor]) {
    const told = await messagesOf(actor, about);
    expect(told.map(({ recipient, kind, state }) => [recipient, kind, state])).toEqual(
      expect.arrayContaining([
        [patient.email, "appointment_requested", "queued"],
        [doctor.email, "doctor_new_request", "queued"],
      ]),
    );
  }
  for (const { actor } of [patient, other]) expect(await messagesOf(actor, about)).toEqual([]);
});

test("without a mail server a test mail waits in the log", async () => {
  const { clinic } = await visit();
  const { actor, email } = await makePerson(clinic, "admin");
  const result = await sendTestMail(actor, { clinicId: clinic.id });
  expect(result).toMatchObject({ value: { outcome: "kept", recipient: email } });
  expect(await messageTo(email, "test_mail")).not.toBe("");
});
