import { expect, test } from "vitest";
import { askedHref, readAsked, walkIn } from "./asked.ts";

test("what is asked comes back from the address as it went", () => {
  const asked = {
    q: "rosa",
    person: walkIn,
    service: "check-up",
    doctor: "okafor",
    day: "2026-11-24",
    startsAt: 1795e9,
  };
  const href = askedHref("/staff/book/time", asked, { missing: "person" });
  const query = Object.fromEntries(new URL(href, "http://here.test").searchParams);
  expect(query.missing).toBe("person");
  expect(readAsked(query)).toEqual(asked);
  expect(askedHref("/staff/book", {})).toBe("/staff/book");
});

test.each([[{ day: "tomorrow" }], [{ day: "9999-01-01" }], [{ startsAt: "soon" }], [{ q: "  " }], [{ service: "" }]])(
  "does not believe %j",
  (query) => {
    expect(readAsked(query)).toEqual({});
  },
);
