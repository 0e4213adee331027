import { describe, expect, it } from "vitest";
import { transitionsFrom } from "#lib/scheduling/lifecycle.ts";
import { minutes } from "#lib/time.ts";
import { actKey, arrangeActs } from "./appointment-acts.ts";

const dayStart = Date.UTC(2026, 10, 24);
const startsAt = dayStart + minutes(10 * 60);

describe("arrangeActs", () => {
  const of = (status: Parameters<typeof transitionsFrom>[0], by: "doctor" | "staff", now: number) =>
    arrangeActs({ actions: transitionsFrom(status, by), startsAt }, { now, dayStart });

  it("offers an answer to a request, and to staff calling it off", () => {
    expect(of("pending", "doctor", dayStart)).toEqual({ next: "confirmed", other: [], withReason: ["rejected"] });
    expect(of("pending", "staff", dayStart).withReason).toEqual(["rejected", "cancelled"]);
  });

  it("lets nobody arrive before the day, nor be missed before the hour", () => {
    expect(of("confirmed", "staff", dayStart - 1)).toEqual({ next: null, other: [], withReason: ["cancelled"] });
    expect(of("confirmed", "staff", startsAt - 1)).toEqual({
      next: "checked_in",
      other: [],
      withReason: ["cancelled"],
    });
    expect(of("confirmed", "staff", startsAt).other).toEqual(["no_show"]);
  });

  it("puts the step forward before the step aside", () => {
    expect(of("in_progress", "doctor", startsAt)).toEqual({ next: "completed", other: ["on_hold"], withReason: [] });
    expect(of("on_hold", "doctor", startsAt).next).toBe("in_progress");
    expect(of("completed", "staff", startsAt)).toEqual({ next: null, other: [], withReason: [] });
  });
});

it("calls going on after a pause resuming", () => {
  expect(actKey("on_hold", "in_progress")).toBe("resume");
  expect(actKey("checked_in", "in_progress")).toBe("in_progress");
});
