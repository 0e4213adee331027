import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { inTransaction } from "#lib/db/transaction.ts";
import { deliverNext } from "#lib/notifications/server/deliver-messages.ts";
import { mailChannel } from "#lib/notifications/server/mail-channel.ts";
import { dropOutdated } from "#lib/notifications/server/outbox.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { ownerSql } from "../database.ts";
import { earlyMonday } from "../factories.ts";
import { booked } from "../scheduling/visit.ts";

beforeEach(async () => {
  await ownerSql("DELETE FROM message_attempt");
  await ownerSql("DELETE FROM message");
});

const sent: { subject: string; recipient: string }[] = [];
const good = mailChannel(async (mail) => {
  sent.push(mail);
  return "250 taken";
});
const away = mailChannel(() => Promise.reject(new Error("connection refused")));

async function deliverAll(channel: typeof good): Promise<string[]> {
  sent.length = 0;
  while (channel && (await deliverNext(channel)));
  return sent.map(({ recipient }) => recipient);
}

const kindsOf = (recipient: string) =>
  ownerSql<{ kind: string; status: string; error: string | null }>(
    "SELECT kind, status::text, last_error AS error FROM message WHERE recipient = $1 ORDER BY id",
    [recipient],
  );
const retryNow = () => ownerSql("UPDATE message SET next_attempt_at = now() - interval '1 second'");

test("a message waits until the one before it, to the same person about the same appointment, has gone", async () => {
  const { patient, appointment, clinic } = await booked();
  const payload = { name: "Priya", clinicName: "Northgate" };
  const later = (recipient: string) =>
    inTransaction((tx) =>
      queueMessage(tx, {
        kind: "test_mail",
        recipient,
        locale: "en",
        payload,
        clinicId: clinic.id,
        appointmentId: appointment.id,
        appointmentVersion: appointment.version,
      }),
    );
  await deliverAll(away);
  await later(patient.email);
  const somebodyElse = `${randomUUID()}@example.test`;
  await later(somebodyElse);

  expect(await deliverAll(good)).toEqual([somebodyElse]);
  await retryNow();
  expect((await deliverAll(good)).filter((recipient) => recipient === patient.email)).toHaveLength(2);
  const order = await ownerSql<{ kind: string }>("SELECT kind FROM message WHERE recipient = $1 ORDER BY sent_at, id", [
    patient.email,
  ]);
  expect(order.map(({ kind }) => kind)).toEqual(["appointment_requested", "test_mail"]);
});

test("what was on its way when something newer was written, and failed, is dropped", async () => {
  const { patient, appointment } = await booked({ clinic: { cancelNoticeHours: 2 } });
  const hanging = Promise.withResolvers<string>();
  const slow = mailChannel(() => hanging.promise);
  if (!slow) throw new Error("It is a channel");
  // The doctor's mail may come first; both are held up.
  const tries = [deliverNext(slow), deliverNext(slow)];
  await expect.poll(async () => (await kindsOf(patient.email))[0]?.status).toBe("sending");
  await cancelAppointment(patient.actor, { id: appointment.id }, earlyMonday);
  expect(await deliverAll(good)).not.toContain(patient.email);
  hanging.reject(new Error("hung up"));
  await Promise.all(tries);
  await dropOutdated();
  expect(await deliverAll(good)).toContain(patient.email);
  expect(await kindsOf(patient.email)).toEqual([
    { kind: "appointment_requested", status: "superseded", error: "newer" },
    { kind: "appointment_cancelled", status: "sent", error: null },
  ]);
});

test("what its time has passed for is dropped and never sent, tried before or not", async () => {
  const recipients = ["tried@example.test", "new@example.test"];
  for (const recipient of recipients) {
    await inTransaction((tx) =>
      queueMessage(tx, {
        kind: "test_mail",
        recipient,
        locale: "en",
        payload: { name: "Priya", clinicName: "Northgate" },
        expiresAt: Date.now() + 3_600_000,
      }),
    );
    if (recipient === recipients[0]) await deliverAll(away);
  }
  await ownerSql("UPDATE message SET expires_at = now() - interval '1 second', next_attempt_at = now()");
  expect(await deliverAll(good)).toEqual([]);
  await dropOutdated();
  for (const recipient of recipients) {
    expect(await kindsOf(recipient)).toEqual([{ kind: "test_mail", status: "superseded", error: "late" }]);
  }
});
