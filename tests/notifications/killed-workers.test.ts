import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { nodeOptions, startBoundNode } from "#bin/child.ts";
import { appUrl, ownerSql } from "../database.ts";
import { book, busyHouse, inLanes } from "./busy-house.ts";
import { parsed, startMailServer } from "./mail-server.ts";

const bookings = 1000;
const killEveryMs = 2_000;

let asked = 0;
const server = await startMailServer({
  // Every fifth, evenly mixed over retries because their order is random.
  refuse: () => (++asked % 5 === 0 ? { code: 451, words: "try again later" } : undefined),
});
/** Those that are up, the longest first. */
const workers = new Set<ChildProcess>();
const started: ChildProcess[] = [];

afterAll(async () => {
  for (const worker of started) {
    if (worker.exitCode !== null || worker.signalCode !== null) continue;
    worker.kill("SIGKILL");
    await once(worker, "exit");
  }
  await server.close();
});

async function startWorker(): Promise<void> {
  const worker = startBoundNode([...nodeOptions, "tests/notifications/hasty-worker.ts"], {
    DATABASE_APP_URL: appUrl,
    DATABASE_URL: "",
    SMTP_URL: server.url,
    MAIL_FROM: "clinic@example.org",
  });
  started.push(worker);
  worker.stderr?.pipe(process.stderr);
  if (worker.stdout) await once(worker.stdout, "data");
  workers.add(worker);
}

/** Every 2 s the one that has worked longest dies in the middle of it, and another takes its place. */
async function killUntil(isOver: () => boolean): Promise<number> {
  for (let kills = 0; ; kills++) {
    await sleep(killEveryMs);
    if (isOver()) return kills;
    const [oldest] = workers;
    oldest?.kill("SIGKILL");
    if (oldest) workers.delete(oldest);
    await startWorker();
  }
}

async function undelivered(): Promise<number> {
  const [row] = await ownerSql<{ left: number }>("SELECT count(*)::int AS left FROM message WHERE status <> 'sent'");
  return row?.left ?? 0;
}

test("1,000 bookings, a worker killed every 2 s, every fifth mail postponed: all arrive, no more doubles than kills", {
  timeout: 240_000,
}, async () => {
  const wanted = await busyHouse(bookings);
  await Promise.all([startWorker(), startWorker(), startWorker()]);
  let isOver = false;
  const killing = killUntil(() => isOver);
  await inLanes(wanted, 8, book);
  while ((await undelivered()) > 0) await sleep(100);
  isOver = true;
  const kills = await killing;

  const messages = await ownerSql<{ id: string; recipient: string }>("SELECT id, recipient::text FROM message");
  expect(messages).toHaveLength(bookings);
  const mails = await Promise.all(server.received.map(parsed));
  const arrived = new Map(mails.map((mail) => [mail.messageId, mail]));
  expect([...arrived.keys()].sort()).toEqual(messages.map(({ id }) => `<${id}@localhost>`).sort());
  for (const { id, recipient } of messages) {
    expect(arrived.get(`<${id}@localhost>`)?.to).toMatchObject({ text: recipient });
  }
  expect(kills).toBeGreaterThan(1);
  expect(mails.length - bookings).toBeLessThanOrEqual(kills);
  const [tried] = await ownerSql<{ sent: number; failed: number }>(
    `SELECT count(DISTINCT message_id) FILTER (WHERE outcome = 'sent')::int AS sent,
       count(*) FILTER (WHERE outcome = 'failed')::int AS failed FROM message_attempt`,
  );
  expect(tried?.sent).toBe(bookings);
  expect(tried?.failed).toBeGreaterThan(bookings / 10);
});
