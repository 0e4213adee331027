import { expect, test } from "vitest";
import { askedPlans, plansHref } from "./asked-plans.ts";

const before = "018f0000-0000-7000-8000-000000000000";

test("an address leads back to what it was made of", () => {
  const asked = { query: "SUB-20261124 ana@example.test", tab: "paused", before } as const;
  const parameters = new URL(plansHref(asked), "http://localhost").searchParams;
  expect(askedPlans(Object.fromEntries(parameters))).toEqual(asked);
  expect(plansHref({ query: "", tab: "all", before: null })).toBe("/staff/plans");
});

test("what makes no sense asks for all plans", () => {
  const all = { query: "", tab: "all", before: null };
  expect(askedPlans({})).toEqual(all);
  expect(askedPlans({ q: ["a", "b"], status: "held", before: "7" })).toEqual(all);
});
