import { expect, test } from "vitest";
import { noticeMinutes, noticeParts } from "./notice-unit.ts";

test.each([
  [0, 0, "hours"],
  [45, 45, "minutes"],
  [60, 1, "hours"],
  [90, 90, "minutes"],
  [1440, 1, "days"],
  [2880, 2, "days"],
] as const)("%i minutes are typed as %i %s, and read back", (minutes, amount, unit) => {
  expect(noticeParts(minutes)).toEqual({ amount, unit });
  expect(noticeMinutes(String(amount), unit)).toBe(minutes);
});

test("what is no whole number is left to be refused", () => {
  expect(noticeMinutes("soon", "hours")).toBe("soon");
  expect(noticeMinutes("1.5", "hours")).toBe("1.5");
  expect(noticeMinutes("", "hours")).toBe("");
  expect(noticeMinutes("5", "years")).toBe(5);
});
