import { expect } from "vitest";
import type { RefusalCode } from "#lib/scheduling/refusal.ts";
import { updateResource } from "#lib/scheduling/server/clinic/save-resource.ts";
import { deleteTimeSlot } from "#lib/scheduling/server/slots/delete-time-slot.ts";
import { generateSlots } from "#lib/scheduling/server/slots/generate-slots.ts";
import { setDayCapacity } from "#lib/scheduling/server/slots/set-day-capacity.ts";
import { updateTimeSlot } from "#lib/scheduling/server/slots/update-time-slot.ts";
import { type LocalDate, minutes } from "#lib/time.ts";
import { at } from "../factories.ts";
import { range } from "./model.ts";
import { slotCapacity, slotIdAt, slotsADay } from "./model-real.ts";
import { expectAnswer, Step } from "./model-step.ts";

export function changeSlot({ which, ...change }: { which: number; capacity?: number; isOpen?: boolean }): Step {
  return new Step(`slot ${which} ${JSON.stringify(change)}`, async (model, real) => {
    const slot = model.slots[which % Math.max(1, model.slots.length)];
    if (!slot) return;
    const result = await updateTimeSlot(real.staff, { id: await slotIdAt(real, slot.startsAt), ...change });
    expect(expectAnswer(result, new Set())).toMatchObject(change);
    Object.assign(slot, change);
  });
}

export function dropSlot(which: number): Step {
  return new Step(`drop slot ${which}`, async (model, real) => {
    const slot = model.slots[which % Math.max(1, model.slots.length)];
    if (!slot) return;
    const against = new Set<RefusalCode>(model.bookedInSlot(slot) > 0 ? ["VERSION_CONFLICT"] : []);
    const result = await deleteTimeSlot(real.staff, { id: await slotIdAt(real, slot.startsAt) });
    expectAnswer(result, against);
    if (result.ok) model.slots = model.slots.filter((other) => other !== slot);
  });
}

export function changeDay(date: LocalDate, capacity: number | null): Step {
  return new Step(`day ${date}: ${capacity}`, async (model, real) => {
    const result = await setDayCapacity(real.staff, { clinicId: real.clinicId, localDate: date, capacity });
    expect(expectAnswer(result, new Set())).toEqual({ localDate: date, capacity, booked: model.bookedOnDay(date) });
    model.days.set(date, capacity);
  });
}

export function generate(date: LocalDate): Step {
  return new Step(`generate ${date}`, async (model, real) => {
    const request = { clinicId: real.clinicId, startDate: date, endDate: date };
    const result = expectAnswer(await generateSlots(real.staff, request), new Set());
    const wanted = range(slotsADay).map((n) => at("09:00", date) + minutes(30 * n));
    const missing = wanted.filter((startsAt) => !model.slots.some((slot) => slot.startsAt === startsAt));
    const existing = wanted.length - missing.length;
    expect(result).toEqual({ created: missing.length, existing, skipped: 0 });
    if (!model.days.has(date)) model.days.set(date, null);
    for (const startsAt of missing) {
      model.slots.push({ startsAt, endsAt: startsAt + minutes(30), capacity: slotCapacity, isOpen: true });
    }
  });
}

/** Takes a room out of use, or into use again: those who have it keep it. */
export function switchRoom(room: number, isActive: boolean): Step {
  return new Step(`room ${room} ${isActive ? "in" : "out of"} use`, async (model, real) => {
    const input = { id: real.roomIds[room], kind: "room", name: `Room ${room}`, isActive };
    expectAnswer(await updateResource(real.admin, input), new Set());
    model.rooms[room] = isActive;
  });
}

export function wait(quarters: number): Step {
  return new Step(`wait ${15 * quarters} minutes`, async (model) => {
    model.now += minutes(15 * quarters);
  });
}
