import { describe, expect, test } from "vitest";
import { packVisits, planHref, planQuery, readPlanChoice, unpackVisits, withSwap } from "./plan-choice.ts";

const doctorIds = ["01990000-0000-7000-8000-00000000000a", "01990000-0000-7000-8000-00000000000b"];
const [first = "", second = ""] = doctorIds;
const startsAt = Date.UTC(2026, 10, 24, 10, 30);

const asked = {
  service: "physiotherapy",
  doctor: "priya-raman",
  standIn: "yes",
  every: "weekly",
  months: "6",
  start: "2026-11-24",
  time: "10:30",
  swap: [`3:${startsAt}:${first}`, `7:${startsAt}:${second}`],
};

describe("a plan's choice in the address", () => {
  test("is read back as it was written", () => {
    const choice = readPlanChoice(asked);
    expect(choice.swaps).toEqual([
      { sequence: 3, startsAt, doctorId: first },
      { sequence: 7, startsAt, doctorId: second },
    ]);
    expect(readPlanChoice(planQuery(choice))).toEqual(choice);
  });

  test("keeps what makes no sense, so that it can be mended, but not endlessly", () => {
    const choice = readPlanChoice({ every: "now and then", months: "x".repeat(500), start: ["tomorrow", "later"] });
    expect(choice).toMatchObject({ every: "now and then", start: "tomorrow", service: "", standIn: false });
    expect(choice.months).toHaveLength(60);
  });

  test.each(["3", "3:soon:me", `0x3:${startsAt}:${first}`, `3:${startsAt}:${first}'`])("has no swap %s", (swap) => {
    expect(readPlanChoice({ swap }).swaps).toEqual([]);
  });

  test("forgets swaps on the way back to the setup", () => {
    const choice = { ...readPlanChoice(asked), seen: "ho2k80" };
    expect(planHref("/plans/setup", choice)).not.toMatch(/swap|seen/);
    expect(planHref("/plans/preview", choice)).toMatch(/swap=3%3A/);
    expect(planHref("/plans/preview", choice)).not.toContain("seen");
    expect(planHref("/plans/checkout", choice)).toContain("seen=ho2k80");
  });

  test("holds one swap a visit, and none once it is undone", () => {
    const choice = readPlanChoice(asked);
    const again = withSwap(choice, 3, { startsAt: startsAt + 1, doctorId: second });
    expect(again.swaps[0]).toEqual({ sequence: 3, startsAt: startsAt + 1, doctorId: second });
    expect(withSwap(again, 3, null).swaps.map(({ sequence }) => sequence)).toEqual([7]);
  });
});

describe("packed visits", () => {
  const visits = [
    { sequence: 1, startsAt, doctorId: first },
    { sequence: 2, startsAt: null, doctorId: null },
    { sequence: 3, startsAt: startsAt + 7 * 86_400_000, doctorId: second },
  ];

  test("are unpacked as they were, without those that have no place", () => {
    expect(unpackVisits(packVisits(visits, doctorIds), doctorIds)).toEqual([visits[0], visits[2]]);
  });

  test("fit into an address for a year of weeks", () => {
    const year = Array.from({ length: 53 }, (_, n) => ({ sequence: n + 1, startsAt, doctorId: second }));
    expect(packVisits(year, doctorIds).length).toBeLessThan(450);
  });

  test.each(["", ".", "0", "ho2k8z", "HO2K80", "'; drop", "a".repeat(9_000)])("are none in %j", (packed) => {
    expect(unpackVisits(packed, doctorIds)).toEqual([]);
  });
});
