import { afterEach, expect, test } from "vitest";
import { inTransaction } from "#lib/db/transaction.ts";
import { deliverNext } from "#lib/notifications/server/deliver-messages.ts";
import { mailChannel } from "#lib/notifications/server/mail-channel.ts";
import { smtpTransport } from "#lib/notifications/server/mail-transport.ts";
import { bookerOf } from "#lib/scheduling/server/booking/booking-party.ts";
import { placeBooking } from "#lib/scheduling/server/booking/place-booking.ts";
import { ownerSql } from "../database.ts";
import { earlyMonday } from "../factories.ts";
import { book, busyHouse, inLanes } from "./busy-house.ts";
import { type Manners, startMailServer } from "./mail-server.ts";

const perRun = 25;
const pace = { leaseSeconds: 110, firstPauseMs: 10 };

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serverWith(manners: Manners) {
  const server = await startMailServer(manners);
  open.push(server);
  const mail = { smtpUrl: server.url, from: "clinic@example.org" };
  const channel = mailChannel(smtpTransport({ mail, siteUrl: "https://booking.example.org" }));
  if (!channel) throw new Error("There are SMTP settings");
  return { ...server, channel };
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What an in-process worker does, until it is told to stop. */
function keepDelivering(channel: Parameters<typeof deliverNext>[0]) {
  let isOver = false;
  const work = (async () => {
    while (!isOver) if (!(await deliverNext(channel, pace))) await new Promise((resolve) => setTimeout(resolve, 20));
  })();
  return () => {
    isOver = true;
    return work;
  };
}

const seen = new Map<string, number>();
const secondTime = (recipient: string) => {
  seen.set(recipient, (seen.get(recipient) ?? 0) + 1);
  return (seen.get(recipient) ?? 0) > 1;
};

test.each<[string, Manners]>([
  ["never greets", { isMute: true }],
  ["takes a mail and never says so", { afterData: () => "hang" }],
  ["refuses everything for now", { refuse: () => ({ code: 421, words: "too busy" }) }],
  ["greylists", { refuse: (to) => (secondTime(to) ? undefined : { code: 450, words: "greylisted" }) }],
  ["hangs up before it says that it has a mail", { afterData: () => "drop" }],
])("a server that %s: bookings take no longer, and no mail is lost", async (_how, manners) => {
  const wanted = await busyHouse(perRun * 2);
  const without: number[] = [];
  const meanwhile: number[] = [];
  await inLanes(wanted.slice(0, perRun), 1, async (one) => without.push(await book(one)));

  const bad = await serverWith(manners);
  const stop = keepDelivering(bad.channel);
  await inLanes(wanted.slice(perRun), 1, async (one) => meanwhile.push(await book(one)));
  // The same process delivers meanwhile, so its share of the processor is gone, but not the seconds that a mail server may take.
  expect(median(meanwhile)).toBeLessThan(median(without) * 4 + 200);
  await bad.close();
  await stop();

  const good = await serverWith({});
  await ownerSql("UPDATE message SET next_attempt_at = now() WHERE status = 'queued'");
  while (await deliverNext(good.channel, pace));
  const ids = await ownerSql<{ id: string; status: string }>("SELECT id, status::text FROM message ORDER BY id");
  expect(ids.filter(({ status }) => status !== "sent")).toEqual([]);
  const arrived = [...bad.received, ...good.received].map(({ raw }) => /^Message-ID: <(.*)@/im.exec(raw)?.[1]);
  // The older ones are those of the servers before.
  expect(arrived).toEqual(expect.arrayContaining(ids.slice(-wanted.length).map(({ id }) => id)));
});

test("500 bookings that are rolled back send nothing", async () => {
  const wanted = await busyHouse(500);
  const [before] = await ownerSql<{ count: number }>("SELECT count(*)::int FROM message");
  await inLanes(wanted, 8, async ({ place, patient }) => {
    const booker = bookerOf(patient.actor, place);
    if (!booker.ok) throw new Error(booker.refusal.code);
    const booked = inTransaction(async (tx) => {
      const result = await placeBooking(tx, { ...place, booker: booker.value }, earlyMonday);
      expect(result.ok).toBe(true);
      throw new Error("rolled back");
    });
    await expect(booked).rejects.toThrow("rolled back");
  });
  const [after] = await ownerSql<{ count: number }>("SELECT count(*)::int FROM message");
  expect(after).toEqual(before);
  const { received, channel } = await serverWith({});
  while (await deliverNext(channel));
  expect(received).toEqual([]);
});
