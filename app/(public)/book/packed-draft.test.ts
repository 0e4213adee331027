import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { packDraft, unpackDraft } from "./packed-draft.ts";

const draft = {
  notes: "Since last week,\nmostly at night. Ελληνικά, العربية, 漢字",
  answers: { a1: "yes", b2: "No tablets." },
  contact: { name: "Noor Haddad", email: "noor@example.test" },
};
const nothing = { notes: "", answers: {}, contact: {} };

describe("a draft in cookies", () => {
  test("comes back as it went, for its service only", () => {
    const parts = packDraft("check-up", draft, 2) ?? [];
    expect(unpackDraft("check-up", parts)).toEqual(draft);
    expect(unpackDraft("blood-test", parts)).toEqual(nothing);
  });

  test("is spread over parts, each of which fits into a cookie", () => {
    const long = {
      ...draft,
      answers: {
        a1: Array.from({ length: 5_000 }, (_, n) => (n * 7919).toString(36))
          .join(" ")
          .slice(0, 7_000),
      },
    };
    const parts = packDraft("check-up", long, 2) ?? [];
    expect(parts).toHaveLength(2);
    for (const part of parts) expect(part).toMatch(/^[\w-]{1,3700}$/);
    expect(unpackDraft("check-up", parts)).toEqual(long);
  });

  test("says when it is too much", () => {
    const notes = Array.from({ length: 9_000 }, (_, n) => (n * 7919 * 31).toString(36)).join(" ");
    expect(packDraft("check-up", { ...draft, notes }, 2)).toBeNull();
  });

  test.each([
    ["nothing", []],
    ["garbage", ["%%%", "x"]],
    ["half of it", [packDraft("check-up", draft, 2)?.[0]?.slice(0, 20) ?? ""]],
    ["something else", [deflateRawSync('{"service":"check-up","notes":5}').toString("base64url")]],
    ["a bomb", [deflateRawSync("0".repeat(5_000_000)).toString("base64url")]],
  ])("reads %s as nothing", (_, parts) => {
    expect(unpackDraft("check-up", parts)).toEqual(nothing);
  });
});
