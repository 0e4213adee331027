import { expect, test } from "vitest";
import { hasMoved, parseDayVersion } from "./day-version.ts";

test.each([
  ["the same", "3-17", "3-17", false],
  ["one more change", "4-18", "3-17", true],
  ["one that committed late, below the greatest", "4-17", "3-17", true],
  ["older ones forgotten", "1-17", "3-17", false],
  ["all forgotten", "0-0", "3-17", false],
  ["older ones forgotten and a new one made", "1-18", "3-17", true],
  ["the first of a day", "1-5", "0-0", true],
  ["a log that was restored from a backup", "2-9", "3-17", true],
])("a day has moved or not: %s", (_, version, seen, moved) => {
  expect(hasMoved(version, seen)).toBe(moved);
});

test("what a client claims to have seen is a version or nothing", () => {
  expect(parseDayVersion("12-3456")).toBe("12-3456");
  for (const text of [null, "", "12", "-", "a-b", "1-2-3", "1-2\n", "9999999999999999-1", "-1-2"]) {
    expect(parseDayVersion(text), String(text)).toBeNull();
  }
});
