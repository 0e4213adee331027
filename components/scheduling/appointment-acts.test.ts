import { describe, expect, it } from "vitest";
import { type AppointmentStatus, stepsNow } from "#lib/scheduling/lifecycle.ts";
import { minutes } from "#lib/time.ts";
import { actKey, arrangeActs } from "./appointment-acts.ts";

const startsAt = Date.UTC(2026, 10, 24, 10);
const visit = { startsAt, endsAt: startsAt + minutes(30), timeZone: "Europe/London" };

describe("arrangeActs", () => {
  const of = (status: AppointmentStatus, by: "doctor" | "staff", now: number) =>
    arrangeActs({ actions: stepsNow(status, by, visit, now) });

  it("offers an answer to a request, and to staff calling it off", () => {
    expect(of("pending", "doctor", startsAt)).toEqual({ next: "confirmed", other: [], withReason: ["rejected"] });
    expect(of("pending", "staff", startsAt).withReason).toEqual(["rejected", "cancelled"]);
  });

  it("offers what its time has come for", () => {
    const dayBefore = startsAt - minutes(24 * 60);
    expect(of("confirmed", "staff", dayBefore)).toEqual({ next: null, other: [], withReason: ["cancelled"] });
    expect(of("confirmed", "staff", startsAt)).toEqual({
      next: "checked_in",
      other: ["no_show"],
      withReason: ["cancelled"],
    });
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
