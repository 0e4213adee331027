import { describe, expect, test } from "vitest";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { BoardAppointment, BoardSlot } from "#lib/scheduling/view.ts";
import { boardHref, everything, isShown, readFilter, slotsOf } from "./board-filter.ts";

const visit = (id: string, doctor: string, service: string, status: AppointmentStatus, startsAt = 0) =>
  ({
    id,
    status,
    startsAt,
    doctor: { id: doctor, name: doctor },
    service: { slug: service, name: service },
  }) as BoardAppointment;

describe("the board's filter", () => {
  test("is read from an address and written into one", () => {
    const filter = { doctor: "d1", service: "blood-test", state: "here" } as const;
    expect(boardHref("2026-11-24", filter)).toBe("/staff/2026-11-24?doctor=d1&service=blood-test&state=here");
    expect(readFilter(Object.fromEntries(new URLSearchParams("doctor=d1&service=blood-test&state=here")))).toEqual(
      filter,
    );
    expect(boardHref(null)).toBe("/staff");
  });

  test("leaves aside what nobody could have chosen", () => {
    expect(readFilter({ doctor: ["a", "b"], service: "", state: "cancelled" })).toEqual(everything);
  });

  test("shows who meets every part of it", () => {
    const people = [
      visit("a", "d1", "blood-test", "checked_in"),
      visit("b", "d1", "check-up", "on_hold"),
      visit("c", "d2", "blood-test", "confirmed"),
    ];
    const shown = (filter: object) =>
      people.filter((one) => isShown(one, { ...everything, ...filter })).map(({ id }) => id);
    expect(shown({})).toEqual(["a", "b", "c"]);
    expect(shown({ doctor: "d1", state: "here" })).toEqual(["a", "b"]);
    expect(shown({ service: "blood-test", state: "expected" })).toEqual(["c"]);
  });

  test("names somebody in the slot where their visit begins alone", () => {
    const long = visit("a", "d1", "check-up", "confirmed", 100);
    const slots = [0, 100, 200].map(
      (startsAt) => ({ startsAt, appointments: startsAt === 0 ? [] : [long] }) as unknown as BoardSlot,
    );
    expect(slotsOf(slots, { ...everything, state: "expected" }).map(({ startsAt }) => startsAt)).toEqual([100]);
  });
});
