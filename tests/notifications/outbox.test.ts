import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { tidy } from "#lib/jobs/server/tidy.ts";
import { deliverNext } from "#lib/notifications/server/deliver-messages.ts";
import { mailChannel } from "#lib/notifications/server/mail-channel.ts";
import type { SendMail } from "#lib/notifications/server/mail-transport.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import { ownerSql } from "../database.ts";

const token = "t".repeat(43);
const anyAddress = () => `${randomUUID()}@example.org`;

function queue(recipient = anyAddress()): Promise<unknown> {
  return inTransaction((tx) =>
    queueMessage(tx, { kind: "reset_password", recipient, locale: "en", payload: { name: "Ada", token } }),
  );
}

/** Takes every mail and remembers it. */
function sink() {
  const sent: Parameters<SendMail>[0][] = [];
  const send: SendMail = async (mail) => {
    sent.push(mail);
    return "250 taken";
  };
  return { sent, send };
}

async function deliverOne(send: SendMail): Promise<boolean> {
  const channel = mailChannel(send);
  return channel !== null && deliverNext(channel);
}

async function deliverAll(send: SendMail): Promise<void> {
  while (await deliverOne(send));
}

const stateOf = async (recipient: string) =>
  (
    await ownerSql<{ status: string; attempts: number; token: string | null; error: string | null; wait: number }>(
      `SELECT status::text, attempts, payload->>'token' AS token, last_error AS error,
         extract(epoch FROM next_attempt_at - now())::float8 AS wait
       FROM message WHERE recipient = $1 ORDER BY id DESC LIMIT 1`,
      [recipient],
    )
  )[0];

beforeEach(async () => {
  await ownerSql("DELETE FROM message_attempt");
  await ownerSql("DELETE FROM message");
});

test("a mail goes out once and forgets its token", async () => {
  const recipient = anyAddress();
  await queue(recipient);
  const { sent, send } = sink();
  await deliverAll(send);
  await deliverAll(send);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ recipient, subject: "Choose a new password" });
  expect(sent[0]?.text).toContain(token);
  expect(await stateOf(recipient)).toMatchObject({ status: "sent", attempts: 1, token: null });
});

test("what is rolled back is never sent", async () => {
  await expect(
    inTransaction(async (tx) => {
      await queueMessage(tx, {
        kind: "password_changed",
        recipient: anyAddress(),
        locale: "en",
        payload: { name: "A" },
      });
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  const { sent, send } = sink();
  await deliverAll(send);
  expect(sent).toEqual([]);
});

test("eight workers at once send fifty mails once each", async () => {
  const recipients = Array.from({ length: 50 }, anyAddress);
  await Promise.all(recipients.map(queue));
  const { sent, send } = sink();
  await Promise.all(Array.from({ length: 8 }, () => deliverAll(send)));
  expect(sent.map((mail) => mail.recipient).sort()).toEqual(recipients.sort());
});

test("a worker that dies leaves its mail to the next within two minutes, under the same id", async () => {
  const recipient = anyAddress();
  await queue(recipient);
  const ids: string[] = [];
  const dies: SendMail = ({ id }) => {
    ids.push(id);
    return new Promise(() => {});
  };
  void deliverOne(dies);
  await expect.poll(async () => (await stateOf(recipient))?.status).toBe("sending");
  const { sent, send } = sink();
  await deliverAll(send);
  expect(sent).toEqual([]);
  const [lease] = await ownerSql<{ seconds: number }>(
    "SELECT extract(epoch FROM leased_until - now())::float8 AS seconds FROM message WHERE recipient = $1",
    [recipient],
  );
  expect(lease?.seconds).toBeLessThan(120);
  await ownerSql("UPDATE message SET leased_until = now() - interval '1 second' WHERE recipient = $1", [recipient]);
  await deliverAll(send);
  expect(sent.map(({ id }) => id)).toEqual(ids);
});

test("a worker whose lease ran out does not touch what its successor works on", async () => {
  const recipient = anyAddress();
  await queue(recipient);
  const first = Promise.withResolvers<string>();
  const second = Promise.withResolvers<string>();
  const slow = deliverOne(() => first.promise);
  await expect.poll(async () => (await stateOf(recipient))?.attempts).toBe(1);
  await ownerSql("UPDATE message SET leased_until = now() - interval '1 second' WHERE recipient = $1", [recipient]);
  const successor = deliverOne(() => second.promise);
  await expect.poll(async () => (await stateOf(recipient))?.attempts).toBe(2);

  first.reject(new Error("too late"));
  await slow;
  expect(await stateOf(recipient)).toMatchObject({ status: "sending", error: null });
  second.resolve("250 taken");
  await successor;
  expect(await stateOf(recipient)).toMatchObject({ status: "sent", attempts: 2 });
});

test("a mail that went out after its lease is sent, although the successor failed, and not sent again", async () => {
  const recipient = anyAddress();
  await queue(recipient);
  const late = Promise.withResolvers<string>();
  const slow = deliverOne(() => late.promise);
  await expect.poll(async () => (await stateOf(recipient))?.attempts).toBe(1);
  await ownerSql("UPDATE message SET leased_until = now() - interval '1 second' WHERE recipient = $1", [recipient]);
  await deliverOne(() => Promise.reject(new Error("connection refused")));
  expect(await stateOf(recipient)).toMatchObject({ status: "queued", attempts: 2 });
  late.resolve("250 taken");
  await slow;
  expect(await stateOf(recipient)).toMatchObject({ status: "sent", token: null });
  await ownerSql("UPDATE message SET next_attempt_at = now() - interval '1 second' WHERE recipient = $1", [recipient]);
  const { sent, send } = sink();
  await deliverAll(send);
  expect(sent).toEqual([]);
});

test("a failure is tried again later, with its reason kept and its token too", async () => {
  const recipient = anyAddress();
  await queue(recipient);
  await deliverAll(() => Promise.reject(new Error("connection refused")));
  const state = await stateOf(recipient);
  expect(state).toMatchObject({ status: "queued", attempts: 1, token, error: "connection refused" });
  expect(state?.wait).toBeGreaterThan(25);
  const { sent, send } = sink();
  await deliverAll(send);
  expect(sent).toEqual([]);
  await ownerSql("UPDATE message SET next_attempt_at = now() - interval '1 second' WHERE recipient = $1", [recipient]);
  await deliverAll(send);
  expect(sent).toHaveLength(1);
});

test.each([
  ["the server refuses for good", "UPDATE message SET kind = kind WHERE recipient = $1"],
  ["it is older than three days", "UPDATE message SET queued_at = now() - interval '73 hours' WHERE recipient = $1"],
  ["nobody knows its kind", "UPDATE message SET kind = 'pigeon' WHERE recipient = $1"],
  ["it cannot be written", `UPDATE message SET payload = '{}' WHERE recipient = $1`],
])("a mail is given up when %s", async (_why, change) => {
  const recipient = anyAddress();
  await queue(recipient);
  await ownerSql(change, [recipient]);
  const refused = Object.assign(new Error("no such mailbox"), { responseCode: 550, command: "RCPT TO" });
  await deliverAll(() => Promise.reject(refused));
  expect(await stateOf(recipient)).toMatchObject({ status: "dead", token: null });
});

test("a newer mail of its kind replaces the one that still waits", async () => {
  const recipient = anyAddress();
  await queue(recipient);
  await queue(recipient);
  const rows = await db.message.findMany({ where: { recipient }, select: { status: true } });
  expect(rows.map(({ status }) => status).sort()).toEqual(["queued", "superseded"]);
});

test("a token that waits in vain is taken out after a day", async () => {
  const recipient = anyAddress();
  await queue(recipient);
  await tidy();
  expect((await stateOf(recipient))?.token).toBe(token);
  await ownerSql("UPDATE message SET queued_at = now() - interval '25 hours' WHERE recipient = $1", [recipient]);
  await tidy();
  expect(await stateOf(recipient)).toMatchObject({ status: "queued", token: null });
});

test("tidying seals the audit log and drops what has had its day", async () => {
  await ownerSql(
    "INSERT INTO audit_entry (actor_role, action, subject_type, subject_id) VALUES ('visitor', 'a', 'b', 'c')",
  );
  await ownerSql("INSERT INTO rate_limit VALUES ('old', now() - interval '2 days', 1), ('new', now(), 1)");
  await tidy();
  const [row] = await ownerSql<{ unsealed: number; buckets: string[] }>(
    `SELECT (SELECT count(*)::int FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_seal WHERE entry_id = e.id)) AS unsealed,
       (SELECT array_agg(bucket) FROM rate_limit) AS buckets`,
  );
  expect(row).toEqual({ unsealed: 0, buckets: ["new"] });
});
