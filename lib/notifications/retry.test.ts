import { expect, test } from "vitest";
import { isFinalRefusal, retryDelay } from "./retry.ts";

test("the pause doubles from a minute to four hours", () => {
  const pauses = [1, 2, 3, 8, 9, 30].map((attempts) => retryDelay(attempts, 0.5) / 60_000);
  expect(pauses).toEqual([1, 2, 4, 128, 240, 240]);
});

test("it is spread over half to one and a half times", () => {
  expect(retryDelay(1, 0)).toBe(30_000);
  expect(retryDelay(1, 0.999)).toBeLessThan(90_000);
});

test("the first pause can be another", () => expect(retryDelay(3, 0.5, 100)).toBe(400));

test.each([
  [{ responseCode: 550, command: "RCPT TO" }, true],
  [{ responseCode: 554, command: "DATA" }, true],
  [{ code: "EENVELOPE", command: "API" }, true],
  [{ responseCode: 535, command: "AUTH PLAIN" }, false],
  [{ responseCode: 554, command: "CONN" }, false],
  [{ responseCode: 550, command: "MAIL FROM" }, false],
  [{ responseCode: 450, command: "RCPT TO" }, false],
  [{ responseCode: 421 }, false],
  [{ code: "ECONNECTION" }, false],
  [{}, false],
  [null, false],
])("case %#: final is %s", (error, final) =>
  expect(isFinalRefusal(error && Object.assign(new Error("no"), error))).toBe(final),
);
