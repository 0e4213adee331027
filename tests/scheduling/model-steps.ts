import fc from "fast-check";
import { expect } from "vitest";
import type { Result } from "#lib/result.ts";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { RefusalCode } from "#lib/scheduling/refusal.ts";
import { bookAppointment } from "#lib/scheduling/server/book-appointment.ts";
import { cancelAppointment } from "#lib/scheduling/server/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/confirm-appointment.ts";
import { deleteTimeSlot } from "#lib/scheduling/server/delete-time-slot.ts";
import { generateSlots } from "#lib/scheduling/server/generate-slots.ts";
import { rejectAppointment } from "#lib/scheduling/server/reject-appointment.ts";
import { setDayCapacity } from "#lib/scheduling/server/set-day-capacity.ts";
import { transitionAppointment } from "#lib/scheduling/server/transition-appointment.ts";
import { updateTimeSlot } from "#lib/scheduling/server/update-time-slot.ts";
import { type LocalDate, minutes } from "#lib/time.ts";
import { at } from "../factories.ts";
import { type Model, type ModelService, type Mover, range } from "./model.ts";
import {
  actorOf,
  clockOf,
  counts,
  dates,
  expectSame,
  type Real,
  services,
  slotCapacity,
  slotIdAt,
  slotsADay,
} from "./model-real.ts";

/** A step that anybody may try at any time: it does the same to both and compares what they say. */
class Step implements fc.AsyncCommand<Model, Real> {
  readonly words: string;
  readonly act: (model: Model, real: Real) => Promise<void>;

  constructor(words: string, act: (model: Model, real: Real) => Promise<void>) {
    this.words = words;
    this.act = act;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    await this.act(model, real);
    await expectSame(model, real);
  }

  toString(): string {
    return this.words;
  }
}

/** How often each answer was given; a run that never met one of them has not proved much. */
export const tally: Record<string, number> = {};

function count(answer: string): void {
  tally[answer] = (tally[answer] ?? 0) + 1;
}

/** What speaks against it must be what it was refused for; where nothing does, it must have been done. */
function expectAnswer<T>(result: Result<T>, against: Set<RefusalCode>): T | null {
  count(result.ok ? "ok" : result.refusal.code);
  if (result.ok) {
    expect([...against], "nothing speaks against what was done").toEqual([]);
    return result.value;
  }
  expect([...against], `refused with ${result.refusal.code}`).toContain(result.refusal.code);
  return null;
}

interface Booking {
  patient: number;
  service: number;
  doctor: number | null;
  date: number;
  halfHour: number;
}

function book({ patient, service, doctor, date, halfHour }: Booking): Step {
  const startsAt = at("08:30", dates[date]) + minutes(30 * halfHour);
  const words = `book ${JSON.stringify({ patient, service, doctor, at: new Date(startsAt).toISOString() })}`;
  return new Step(words, async (model, real) => {
    const timing = services[service] as ModelService;
    const wish = { patient, service: timing, startsAt };
    const asked = doctor === null ? range(counts.doctors) : [doctor];
    const chosen = doctor === null ? model.leastBusy(wish) : doctor;
    const against = new Set(asked.flatMap((each) => [...model.against(wish, each)]));
    const request = {
      clinicId: real.clinicId,
      serviceId: real.serviceIds[service],
      doctorId: doctor === null ? null : real.doctors[doctor]?.doctorId,
      startsAt,
    };
    const result = await bookAppointment(actorOf(real, { role: "patient", index: patient }), request, clockOf(model));
    const free = doctor === null ? chosen !== null : against.size === 0;
    const booked = expectAnswer(result, free ? new Set() : against);
    if (!booked || chosen === null) return;
    expect(booked.doctorId).toBe(real.doctors[chosen]?.doctorId);
    model.appointments.push({
      id: booked.id,
      patient,
      doctor: chosen,
      startsAt,
      endsAt: startsAt + minutes(timing.durationMinutes),
      bufferAfter: timing.bufferAfterMinutes,
      status: timing.requiresConfirmation ? "pending" : "confirmed",
      version: 1,
    });
  });
}

const ways = {
  confirm: { command: confirmAppointment, to: "confirmed" },
  reject: { command: rejectAppointment, to: "rejected" },
  cancel: { command: cancelAppointment, to: "cancelled" },
} as const;

interface Move {
  which: number;
  /** "own": whoever is the patient or the doctor of that very appointment. */
  by: Mover | { role: "patient" | "doctor"; index: "own" };
  way: keyof typeof ways | AppointmentStatus;
  /** As seen: none, the present one, or one that is behind. */
  seen: "none" | "present" | "behind";
}

function move({ which, by, way, seen }: Move): Step {
  return new Step(`move ${JSON.stringify({ which, by, way, seen })}`, async (model, real) => {
    const appointment = model.appointments[which % Math.max(1, model.appointments.length)];
    if (!appointment) return;
    const { id } = appointment;
    const mover: Mover =
      by.role !== "staff" && by.index === "own" ? { role: by.role, index: appointment[by.role] } : (by as Mover);
    const version = { none: undefined, present: appointment.version, behind: Math.max(1, appointment.version - 1) }[
      seen
    ];
    const named = way in ways ? ways[way as keyof typeof ways] : null;
    const to = named ? named.to : (way as AppointmentStatus);
    const against = model.againstMove(appointment, to, mover, version);
    const result = named
      ? await named.command(actorOf(real, mover), { id, version }, clockOf(model))
      : await transitionAppointment(actorOf(real, mover), { id, to, version }, clockOf(model));
    if (!expectAnswer(result, against)) return;
    appointment.status = to;
    appointment.version++;
  });
}

function changeSlot({ which, ...change }: { which: number; capacity?: number; isOpen?: boolean }): Step {
  return new Step(`slot ${which} ${JSON.stringify(change)}`, async (model, real) => {
    const slot = model.slots[which % Math.max(1, model.slots.length)];
    if (!slot) return;
    const result = await updateTimeSlot(real.staff, { id: await slotIdAt(real, slot.startsAt), ...change });
    expect(expectAnswer(result, new Set())).toMatchObject(change);
    Object.assign(slot, change);
  });
}

function dropSlot(which: number): Step {
  return new Step(`drop slot ${which}`, async (model, real) => {
    const slot = model.slots[which % Math.max(1, model.slots.length)];
    if (!slot) return;
    const against = new Set<RefusalCode>(model.bookedInSlot(slot) > 0 ? ["VERSION_CONFLICT"] : []);
    const result = await deleteTimeSlot(real.staff, { id: await slotIdAt(real, slot.startsAt) });
    expectAnswer(result, against);
    if (result.ok) model.slots = model.slots.filter((other) => other !== slot);
  });
}

function changeDay(date: LocalDate, capacity: number | null): Step {
  return new Step(`day ${date}: ${capacity}`, async (model, real) => {
    const result = await setDayCapacity(real.staff, { clinicId: real.clinicId, localDate: date, capacity });
    expect(expectAnswer(result, new Set())).toEqual({ localDate: date, capacity, booked: model.bookedOnDay(date) });
    model.days.set(date, capacity);
  });
}

function generate(date: LocalDate): Step {
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

function wait(quarters: number): Step {
  return new Step(`wait ${15 * quarters} minutes`, async (model) => {
    model.now += minutes(15 * quarters);
  });
}

const upTo = (count: number) => fc.nat({ max: count - 1 });
const date = fc.constantFrom(...dates);
const mover: fc.Arbitrary<Move["by"]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ role: "staff" as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ role: fc.constantFrom("patient", "doctor"), index: fc.constant("own" as const) }),
  },
  { weight: 1, arbitrary: fc.record({ role: fc.constant("patient" as const), index: upTo(counts.patients) }) },
  { weight: 1, arbitrary: fc.record({ role: fc.constant("doctor" as const), index: upTo(counts.doctors) }) },
);
const way = fc.constantFrom<Move["way"][]>(
  ...([
    "confirm",
    "reject",
    "cancel",
    "checked_in",
    "in_progress",
    "on_hold",
    "completed",
    "no_show",
    "pending",
  ] as const),
);
const bookings = fc
  .record({
    patient: upTo(counts.patients),
    service: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: upTo(counts.services) }),
    doctor: fc.option(upTo(counts.doctors)),
    date: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
    // A few early times, so that people meet; now and then one before opening or after closing.
    halfHour: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: upTo(9) }),
  })
  .map(book);
const seen = fc.constantFrom<Move["seen"][]>("none", "present", "behind");
const moves = fc.record({ which: fc.nat({ max: 50 }), by: mover, way, seen }).map(move);
const patientsCancel = fc
  .nat({ max: 50 })
  .map((which) => move({ which, by: { role: "patient", index: "own" }, way: "cancel", seen: "none" }));

/** Bookings and moves mostly; a step that changes the house once in a while. */
export const steps: fc.Arbitrary<Step>[] = [
  ...Array.from({ length: 6 }, () => bookings),
  ...Array.from({ length: 4 }, () => moves),
  patientsCancel,
  date.map(generate),
  fc.record({ which: fc.nat({ max: 20 }), capacity: fc.integer({ min: 1, max: 4 }) }).map(changeSlot),
  fc.record({ which: fc.nat({ max: 20 }), isOpen: fc.boolean() }).map(changeSlot),
  fc.tuple(date, fc.option(fc.integer({ min: 1, max: 4 }))).map(([each, capacity]) => changeDay(each, capacity)),
  fc.nat({ max: 20 }).map(dropSlot),
  fc.nat({ max: 8 }).map(wait),
];

/** The house as it opens: slots on both days. */
export const opening: Step[] = dates.map(generate);
