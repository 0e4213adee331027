import { describe, expect, it } from "vitest";
import type { Slot } from "#lib/scheduling/capacity.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { fitOf } from "./request-fit.ts";

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);

function appointment(name: string, from: string, to: string): AppointmentView {
  const person = { patient: { name, email: null, phone: null } };
  return { id: name, startsAt: at(from), endsAt: at(to), timeZone: "Europe/London", ...person } as AppointmentView;
}

function slot(from: string, to: string, booked: number, capacity = 5): Slot {
  const when = { startsAt: at(from), endsAt: at(to), localDate: "2026-11-24" };
  return { ...when, booked, capacity, isOpen: true };
}

const request = appointment("Ana", "10:00", "10:40");
const working = [{ start: at("09:00"), end: at("12:00") }];

describe("fitOf", () => {
  it("finds the fullest of the slots it covers, not of its neighbours", () => {
    const slots = [slot("09:40", "10:00", 5), slot("10:00", "10:20", 2), slot("10:20", "10:40", 4)];
    const fit = fitOf(request, { working, appointments: [] }, { booked: 7, capacity: 36, slots });
    expect(fit.slot).toEqual({ booked: 4, capacity: 5 });
    expect(fit.day).toEqual({ booked: 7, capacity: 36 });
  });

  it("names who comes straight before and soon after, and nobody further away", () => {
    const appointments = [
      appointment("Early", "09:00", "09:10"),
      appointment("Ben", "09:30", "10:00"),
      request,
      appointment("Cleo", "11:00", "11:20"),
      appointment("Late", "11:30", "12:00"),
    ];
    const fit = fitOf(request, { working, appointments }, undefined);
    expect(fit.before).toEqual({ name: "Ben", gapMinutes: 0 });
    expect(fit.after).toEqual({ name: "Cleo", gapMinutes: 20 });
    expect(fit.others).toHaveLength(4);
    const alone = fitOf(request, { working, appointments: appointments.slice(0, 1) }, undefined);
    expect([alone.before, alone.after]).toEqual([null, null]);
  });

  it("says when it lies outside of the working hours, and draws it all the same", () => {
    const evening = appointment("Eve", "18:20", "18:40");
    const fit = fitOf(evening, { working, appointments: [] }, undefined);
    expect(fit.withinHours).toBe(false);
    expect(fit.hours).toEqual({ start: at("09:00"), end: at("19:00") });
  });
});
