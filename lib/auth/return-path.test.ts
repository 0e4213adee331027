import { expect, test } from "vitest";
import { safeReturnPath, signInPath } from "./return-path.ts";

test.each(["/patient", "/book/time?service=a%20b&doctor=#x", "/", "/signed-in", "/sign-in-help"])(
  "%s is a way back",
  (path) => expect(safeReturnPath(path)).toBe(path),
);

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\\/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/\t/evil.example",
  "\\evil.example",
  "javascript:alert(1)",
  "patient",
  "",
  "/sign-in",
  "/sign-in?next=/x",
  "/sign-out",
  "/api/v1/x",
  `/${"a".repeat(2_000)}`,
  null,
  undefined,
  ["/patient"],
])("%j is none", (path) => expect(safeReturnPath(path)).toBeNull());

test("the sign-in page remembers where to go, except for the start page", () => {
  expect(signInPath("/book?a=1&b=2")).toBe("/sign-in?next=%2Fbook%3Fa%3D1%26b%3D2");
  expect(signInPath("/")).toBe("/sign-in");
  expect(signInPath("//evil.example")).toBe("/sign-in");
});
