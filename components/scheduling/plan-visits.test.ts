import { expect, test } from "vitest";
import type { VisitView } from "#lib/scheduling/plan-view.ts";
import { hasPlace, monthsOf, nextVisit, planAxis, visitDate, visitState, wasMoved } from "./plan-visits.ts";

const timeZone = "Europe/London";

function visit(sequence: number, targetDate: string, over: Partial<VisitView> = {}, startsAt?: string): VisitView {
  const at = Date.parse(startsAt ?? `${targetDate}T10:30:00Z`);
  return {
    sequence,
    targetDate,
    status: "scheduled",
    reason: null,
    appointment: {
      id: `a${sequence}`,
      version: 1,
      status: "confirmed",
      startsAt: at,
      endsAt: at + 1_800_000,
      doctor: { id: "d", name: "Dr Okafor" },
      deadline: at - 86_400_000,
      isLate: false,
    },
    actions: [],
    ...over,
  };
}

const because = (code: "paused" | "missed" | "declined" | "day_full") => ({ code, detail: {} });

test("a visit says its appointment's state while it holds its place, and its own otherwise", () => {
  expect(visitState(visit(1, "2026-11-24"))).toBe("confirmed");
  expect(visitState(visit(1, "2026-11-24", { status: "unplaced", reason: because("paused") }))).toBe("paused");
  expect(visitState(visit(1, "2026-11-24", { status: "unplaced", reason: because("declined") }))).toBe("unplaced");
  expect(visitState(visit(1, "2026-11-24", { status: "cancelled", reason: because("missed") }))).toBe("no_show");
  expect(visitState(visit(1, "2026-11-24", { status: "skipped" }))).toBe("skipped");
});

test("only what the planner moved was moved", () => {
  expect(wasMoved(visit(1, "2026-11-24", { reason: because("day_full") }))).toBe(true);
  expect(wasMoved(visit(1, "2026-11-24"))).toBe(false);
  expect(wasMoved(visit(1, "2026-11-24", { status: "unplaced", reason: because("day_full") }))).toBe(false);
});

test("a visit without a place stands on the day on which it was wanted, in the clinic's zone otherwise", () => {
  const declined = visit(1, "2026-12-01", { status: "unplaced" }, "2026-11-24T10:30:00Z");
  expect(hasPlace(declined)).toBe(false);
  expect(visitDate(declined, timeZone)).toBe("2026-12-01");
  expect(visitDate(visit(1, "2026-07-01", {}, "2026-06-30T23:30:00Z"), timeZone)).toBe("2026-07-01");
});

test("months come in order, and a visit stands in the month to which it was moved", () => {
  const visits = [visit(1, "2026-11-24"), visit(2, "2026-12-31", {}, "2027-01-04T10:30:00Z"), visit(3, "2026-12-08")];
  expect(
    monthsOf(visits, timeZone).map(({ month, visits: of }) => [month, of.map(({ sequence }) => sequence)]),
  ).toEqual([
    ["2026-11", [1]],
    ["2026-12", [3]],
    ["2027-01", [2]],
  ]);
});

test("the next visit is the first that is ahead and not given back", () => {
  const visits = [visit(1, "2026-11-10"), visit(2, "2026-11-24", { status: "skipped" }), visit(3, "2026-12-08")];
  expect(nextVisit(visits, Date.parse("2026-11-21T00:00:00Z"))?.sequence).toBe(3);
  expect(nextVisit(visits, Date.parse("2027-11-21T00:00:00Z"))).toBeNull();
});

test("the line begins and ends with whole months, and nothing stands outside of it", () => {
  const { months, marks } = planAxis({ visits: [visit(1, "2027-01-31"), visit(2, "2027-02-28")], timeZone });
  expect(months.map(({ month }) => month)).toEqual(["2027-01", "2027-02"]);
  expect(months[1]?.at).toBeCloseTo(31 / 59);
  expect(marks.map(({ at }) => at)).toEqual([30 / 59, 58 / 59]);
  expect(planAxis({ visits: [], timeZone })).toEqual({ months: [], marks: [] });
});
