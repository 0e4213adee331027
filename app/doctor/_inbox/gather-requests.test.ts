import { expect, test } from "vitest";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { gatherRequests } from "./gather-requests.ts";

function request(name: string, startsAt: number, of?: string): Pick<AppointmentView, "id" | "plan" | "startsAt"> {
  const plan = of ? ({ id: of, number: `SUB-${of}`, sequence: startsAt, count: 9 } as AppointmentView["plan"]) : null;
  return { id: name, startsAt, plan };
}

test("the visits of a plan are one thing to answer, in the place of the first, by time", () => {
  const waiting = gatherRequests([
    request("urgent", 5),
    request("b2", 3, "b"),
    request("single", 1),
    request("b1", 2, "b"),
    request("c1", 1, "c"),
    request("c2", 4, "c"),
  ]);
  expect(waiting.map((each) => (each.plan ? each.visits.map(({ id }) => id) : each.request.id))).toEqual([
    "urgent",
    ["b1", "b2"],
    "single",
    ["c1", "c2"],
  ]);
});

test("a plan of which one visit waits is a request like any other", () => {
  const only = request("b7", 7, "b");
  expect(gatherRequests([only])).toEqual([{ plan: null, request: only }]);
  expect(gatherRequests([])).toEqual([]);
});
