import { afterAll, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { deliverNext } from "#lib/notifications/server/deliver-messages.ts";
import { mailChannel } from "#lib/notifications/server/mail-channel.ts";
import { smtpTransport } from "#lib/notifications/server/mail-transport.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import { parsed, startMailServer } from "./mail-server.ts";

const server = await startMailServer({
  refuse: (recipient) =>
    recipient.startsWith("gone")
      ? { code: 550, words: "no such mailbox" }
      : recipient.startsWith("later")
        ? { code: 450, words: "greylisted" }
        : undefined,
});
const settings = {
  mail: { smtpUrl: server.url, from: "Northgate Practice <hello@northgate.example>" },
  siteUrl: "https://booking.example.org",
};
const channel = mailChannel(smtpTransport(settings));

afterAll(() => server.close());

test("over a real socket: sent, refused and postponed end where they should, each attempt with its answer", async () => {
  if (!channel) throw new Error("There are SMTP settings");
  for (const recipient of ["priya@example.org", "gone@example.org", "later@example.org", "nobody"]) {
    await inTransaction((tx) =>
      queueMessage(tx, { kind: "password_changed", recipient, locale: "en", payload: { name: "Priya" } }),
    );
  }
  while (await deliverNext(channel));

  const rows = await db.message.findMany({ orderBy: { recipient: "asc" }, include: { tries: true } });
  expect(rows.map(({ recipient, status, tries }) => [recipient, status, tries.map(({ outcome }) => outcome)])).toEqual([
    ["gone@example.org", "dead", ["refused"]],
    ["later@example.org", "queued", ["failed"]],
    ["nobody", "dead", ["refused"]],
    ["priya@example.org", "sent", ["sent"]],
  ]);
  expect(rows.map(({ tries }) => tries[0]?.answer)).toEqual([
    expect.stringContaining("550 no such mailbox"),
    expect.stringContaining("450 greylisted"),
    expect.stringContaining("recipient"),
    expect.stringContaining("250"),
  ]);
  expect(server.received).toHaveLength(1);
  const [mail] = await Promise.all(server.received.map(parsed));
  expect(mail).toMatchObject({
    to: { text: "priya@example.org" },
    messageId: `<${rows[3]?.id}@booking.example.org>`,
    from: { value: [{ name: "Northgate Practice", address: "hello@northgate.example" }] },
    subject: expect.any(String),
    text: expect.stringContaining("Priya"),
    html: expect.stringContaining("Priya"),
  });
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
});

test("an invitation and headers of its own travel with a mail", async () => {
  const send = smtpTransport(settings);
  const content = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
  await send?.({
    id: "with-calendar",
    recipient: "ada@example.org",
    subject: "Test",
    text: "Text",
    html: "<p>Text</p>",
    link: null,
    calendar: { method: "REQUEST", content },
    headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
  });
  const last = server.received.at(-1);
  if (!last) throw new Error("It was received");
  expect(last.raw).toMatch(/Content-Type: text\/calendar;[^\n]*method=REQUEST/i);
  expect((await parsed(last)).headers.has("list-unsubscribe-post") || /List-Unsubscribe-Post/i.test(last.raw)).toBe(
    true,
  );
});
