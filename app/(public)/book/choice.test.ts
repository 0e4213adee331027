import { describe, expect, test } from "vitest";
import { bookingHref, readChoice } from "./choice.ts";

const choice = { service: "check-up", doctor: "okafor", day: "2026-11-24", startsAt: 1_795_423_200_000 };

describe("a choice in the address", () => {
  test("comes back as it went", () => {
    const href = bookingHref("/book/check", choice);
    const query = Object.fromEntries(new URL(href, "http://here.test").searchParams);
    expect(href).toMatch(/^\/book\/check\?/);
    expect(readChoice(query)).toEqual(choice);
  });

  test("leaves out what is not chosen", () => {
    expect(bookingHref("/book", {})).toBe("/book");
    expect(bookingHref("/book/time", { service: "check-up" })).toBe("/book/time?service=check-up");
    expect(readChoice({ service: "", doctor: "" })).toEqual({});
  });

  test.each([
    [{ day: "2026-02-30" }],
    [{ day: "tomorrow" }],
    [{ startsAt: "soon" }],
    [{ startsAt: "-1" }],
    [{ startsAt: "1e12" }],
    [{ startsAt: "99999999999999999999" }],
  ])("does not believe %j", (query) => {
    expect(readChoice(query)).toEqual({});
  });

  test("takes the first of several", () => {
    expect(readChoice({ service: ["a", "b"] })).toEqual({ service: "a" });
  });
});
