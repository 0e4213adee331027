import { describe, expect, test } from "vitest";
import { matchesWords, patternOf, searchWords } from "./search-words.ts";

describe("what somebody looks for", () => {
  test.each<[string, string[] | null, string | null]>([
    ["", null, null],
    ["a", null, null],
    [" % _ ", null, null],
    ["ü2", ["ü2"], null],
    ["  olga   mbeki ", ["olga", "mbeki"], null],
    ["+44 7700-900", ["+44", "7700-900"], "447700900"],
    ["123", ["123"], null],
    ["SUB-20261130-AB12CD", ["SUB-20261130-AB12CD"], null],
    ["a b c d e f g", ["a", "b", "c", "d", "e"], null],
  ])("%j", (text, words, digits) => expect(searchWords(text)).toEqual(words && { words, digits }));

  test("is never longer than anybody types", () => expect(searchWords("x".repeat(10_000))?.words[0]).toHaveLength(120));
});

test.each([
  ["anna", "%anna%"],
  ["100%", "%100\\%%"],
  ["a_b\\c", "%a\\_b\\\\c%"],
])("%j means itself in a pattern", (word, pattern) => expect(patternOf(word)).toBe(pattern));

test("every word occurs, in any order and case", () => {
  expect(matchesWords("Book for a patient", { words: ["PATIENT", "book"] })).toBe(true);
  expect(matchesWords("Book for a patient", { words: ["book", "plan"] })).toBe(false);
});
