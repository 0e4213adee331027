import { afterAll, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { deliverMessages } from "#lib/notifications/server/deliver-messages.ts";
import { smtpTransport } from "#lib/notifications/server/mail-transport.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import { startSmtpSink } from "./smtp-sink.ts";

const sink = await startSmtpSink((recipient) =>
  recipient.startsWith("gone") ? "550 no such mailbox" : recipient.startsWith("later") ? "450 greylisted" : "250 ok",
);
const send = smtpTransport({
  mail: { smtpUrl: sink.url, from: "Northgate Practice <hello@northgate.example>" },
  siteUrl: "https://booking.example.org",
});

afterAll(() => sink.close());

test("over a real socket: sent, refused and postponed end where they should", async () => {
  if (!send) throw new Error("There are SMTP settings");
  for (const recipient of ["priya@example.org", "gone@example.org", "later@example.org"]) {
    await inTransaction((tx) =>
      queueMessage(tx, { kind: "password_changed", recipient, locale: "en", payload: { name: "Priya" } }),
    );
  }
  while ((await deliverMessages(send)).more);

  const rows = await db.message.findMany({ orderBy: { recipient: "asc" } });
  expect(rows.map(({ recipient, status }) => [recipient, status])).toEqual([
    ["gone@example.org", "dead"],
    ["later@example.org", "queued"],
    ["priya@example.org", "sent"],
  ]);
  expect(sink.received).toHaveLength(1);
  const [mail] = sink.received;
  expect(mail?.to).toBe("priya@example.org");
  expect(mail?.raw).toContain(`Message-ID: <${rows[2]?.id}@booking.example.org>`);
  expect(mail?.raw).toContain("From: Northgate Practice <hello@northgate.example>");
  expect(mail?.raw).toMatch(/multipart\/alternative/);
});
