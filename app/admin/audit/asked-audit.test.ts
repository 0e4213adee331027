import { expect, test } from "vitest";
import { askedAudit, auditHref } from "./asked-audit.ts";

test("what makes sense is kept, the rest left out", () => {
  const query = {
    who: " Okafor ",
    action: "appointment",
    from: "2026-02-30",
    to: "2026-03-01",
    cursor: "x",
    other: "y",
  };
  expect(askedAudit(query)).toEqual({
    asked: { who: "Okafor", action: "appointment", to: "2026-03-01" },
    hasWrongDays: false,
  });
  expect(askedAudit({ action: "nothing.known", who: ["a", "b"], subject: "appointment:'; DROP" }).asked).toEqual({});
});

test("days in the wrong order are told and left out", () => {
  expect(askedAudit({ from: "2026-03-02", to: "2026-03-01", who: "Ada" })).toEqual({
    asked: { who: "Ada" },
    hasWrongDays: true,
  });
});

test("an address says what was asked", () => {
  const asked = { who: "Ada & Bob", action: "user.signed_in", cursor: "1700000000000-42" } as const;
  const query = Object.fromEntries(new URL(auditHref(asked), "http://localhost").searchParams);
  expect(askedAudit(query).asked).toEqual(asked);
  expect(auditHref({})).toBe("/admin/audit");
});
