import { expect, test } from "vitest";
import { minutes } from "#lib/time.ts";
import { extendedUntil } from "./hold.ts";

const made = 1_800_000_000_000;

test.each([
  ["early on, it begins anew", 10, 4, 14],
  ["at the last moment", 10, 10, 20],
  ["when it has nearly lasted its time", 38, 35, 40],
  ["when it cannot last any longer", 40, 39, 40],
])("%s", (_, expiresAfter, nowAfter, until) => {
  const hold = { createdAt: made, expiresAt: made + minutes(expiresAfter) };
  expect(extendedUntil(hold, 10, made + minutes(nowAfter))).toBe(made + minutes(until));
});

test("is never shortened, whatever the clinic holds by now", () => {
  const hold = { createdAt: made, expiresAt: made + minutes(30) };
  expect(extendedUntil(hold, 5, made + minutes(1))).toBe(hold.expiresAt);
});
