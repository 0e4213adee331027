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

test.each([
  [{ responseCode: 550, code: "EENVELOPE" }, true],
  [{ responseCode: 554, code: "EMESSAGE" }, true],
  [{ responseCode: 535, code: "EAUTH" }, false],
  [{ responseCode: 450, code: "EENVELOPE" }, false],
  [{ responseCode: 421 }, false],
  [{ code: "ECONNECTION" }, false],
  [new Error("no"), false],
  [null, false],
])("case %#: final is %s", (error, final) => expect(isFinalRefusal(error)).toBe(final));
