import { expect, test } from "vitest";
import { Mailbox } from "./mailbox.ts";

test("a reader who waits gets what comes", async () => {
  const box = new Mailbox<string>();
  const first = box.next();
  box.putState("1");
  expect(await first).toBe("1");
});

test("a slow reader gets the newest state and one heartbeat, whatever came meanwhile", async () => {
  const box = new Mailbox<string>();
  for (let n = 0; n < 1_000; n++) {
    box.putState(`state ${n}`);
    box.putHeartbeat(`beat ${n}`);
  }
  expect([await box.next(), await box.next()]).toEqual(["beat 999", "state 999"]);
  const waiting = box.next();
  box.putState("newer");
  expect(await waiting).toBe("newer");
});

test("the end comes after what waits, and stays", async () => {
  const box = new Mailbox<string>();
  box.putState("last state");
  box.end("good-bye");
  expect([await box.next(), await box.next(), await box.next(), await box.next()]).toEqual([
    "last state",
    "good-bye",
    null,
    null,
  ]);
});

test("a reader who waits learns of an end without a word", async () => {
  const box = new Mailbox<string>();
  const waiting = box.next();
  box.end(null);
  expect(await waiting).toBeNull();
});
