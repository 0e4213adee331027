import { expect } from "vitest";
import type { RefusalCode } from "#lib/scheduling/refusal.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { bookBundle } from "#lib/scheduling/server/booking/book-bundle.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import { at } from "../factories.ts";
import type { Model, ModelAppointment, ModelService, Wish } from "./model.ts";
import { actorOf, actorWith, clockOf, dates, type Real, services } from "./model-real.ts";
import { expectAnswer, Step } from "./model-step.ts";

/** When, as slots are: a step before the first of the day and on. */
export interface Time {
  date: number;
  halfHour: number;
}

export function instantOf({ date, halfHour }: Time): EpochMs {
  return at("08:30", dates[date]) + minutes(30 * halfHour);
}

/** Patients book for themselves, staff for a patient or (null) somebody who walked in. */
interface Person {
  by: "patient" | "staff";
  patient: number | null;
}

export interface Booking extends Time, Person {
  service: number;
  doctor: number | null;
}

export function book({ by, patient, service: index, doctor, ...time }: Booking): Step {
  const startsAt = instantOf(time);
  const asked = { by, patient, service: index, doctor, at: new Date(startsAt).toISOString() };
  return new Step(`book ${JSON.stringify(asked)}`, (model, real) =>
    bookBoth(model, real, { by, wish: { patient, service: services[index] as ModelService, startsAt }, doctor }),
  );
}

/** Wants a seat in a session that there is, or was. */
export function join({ which, by, patient, anyDoctor }: Person & { which: number; anyDoctor: boolean }): Step {
  return new Step(`join ${JSON.stringify({ which, by, patient, anyDoctor })}`, async (model, real) => {
    const shared = model.appointments.filter(({ service }) => service.seats > 1);
    const other = shared[which % Math.max(1, shared.length)];
    if (!other) return;
    const { service, startsAt } = other;
    await bookBoth(model, real, { by, wish: { patient, service, startsAt }, doctor: anyDoctor ? null : other.doctor });
  });
}

async function bookBoth(
  model: Model,
  real: Real,
  { by, wish, doctor }: { by: Person["by"]; wish: Wish; doctor: number | null },
): Promise<void> {
  const { patient, service } = wish;
  const found = model.place(wish, doctor);
  const forWhom = patient === null ? { contact: { name: "Walk-in" } } : { patientId: real.patientIds[patient] };
  const request = { ...requestOf(real, wish, doctor), ...(by === "staff" ? forWhom : {}) };
  const actor = by === "staff" ? real.staff : actorWith(real, { patient, browser: null });
  const booked = expectAnswer(await bookAppointment(actor, request, clockOf(model)), found.against);
  if (!booked || found.doctor === null) return;
  expect(booked.doctorId).toBe(real.doctors[found.doctor]?.doctorId);
  const status = by === "staff" ? "confirmed" : statusOf(service);
  model.appointments.push({ ...drafted(model, wish, found.doctor), id: booked.id, status });
}

export interface Bundle extends Time {
  patient: number;
  items: { service: number; doctor: number }[];
}

/** Services back to back, none booked without the others. */
export function bundle({ patient, items, ...time }: Bundle): Step {
  const startsAt = instantOf(time);
  const words = `bundle ${JSON.stringify({ patient, items, at: new Date(startsAt).toISOString() })}`;
  return new Step(words, async (model, real) => {
    const plan = () => planned(model, { patient, items, startsAt });
    const found = plan();
    const { parts, against } = found.against.size > 0 && model.clears(found.against) ? plan() : found;
    const request = {
      clinicId: real.clinicId,
      startsAt,
      items: items.map(({ service, doctor }) => ({
        serviceId: real.serviceIds[service],
        doctorId: real.doctors[doctor]?.doctorId,
      })),
    };
    const actor = actorOf(real, { role: "patient", index: patient });
    const booked = expectAnswer(await bookBundle(actor, request, clockOf(model)), against);
    for (const [n, part] of parts.entries()) part.id = booked?.appointments[n]?.id ?? "";
  });
}

/** Notes one after the other down, each with the first slot after the one before, and crosses all out if one cannot be. */
function planned(model: Model, { patient, items, startsAt }: Omit<Bundle, keyof Time> & { startsAt: EpochMs }) {
  const parts: ModelAppointment[] = [];
  for (const { service, doctor } of items) {
    const last = parts.at(-1);
    const start = last ? model.nextStart(last, doctor) : startsAt;
    const wish = { patient, service: services[service] as ModelService, startsAt: start ?? startsAt };
    const against = start === null ? new Set<RefusalCode>(["CLOSED"]) : model.against(wish, doctor);
    if (against.size > 0) {
      model.appointments = model.appointments.filter((held) => !parts.includes(held));
      return { parts: [], against };
    }
    parts.push(drafted(model, wish, doctor));
    model.appointments.push(parts.at(-1) as ModelAppointment);
  }
  return { parts, against: new Set<RefusalCode>() };
}

export function requestOf(real: Real, { service, startsAt }: Wish, doctor: number | null) {
  return {
    clinicId: real.clinicId,
    serviceId: real.serviceIds[services.indexOf(service)],
    doctorId: doctor === null ? null : real.doctors[doctor]?.doctorId,
    startsAt,
  };
}

/** As it stands with this doctor, in the room that it gets. */
export function drafted(model: Model, wish: Wish, doctor: number): ModelAppointment {
  const { patient, service, startsAt } = wish;
  return {
    id: "",
    patient,
    browser: null,
    hasRunOut: false,
    doctor,
    room: model.roomFor(wish, doctor) ?? null,
    startsAt,
    endsAt: startsAt + minutes(service.durationMinutes),
    service,
    status: statusOf(service),
    version: 1,
  };
}

/** What a patient's booking is at first. */
export function statusOf({ requiresConfirmation }: ModelService): "pending" | "confirmed" {
  return requiresConfirmation ? "pending" : "confirmed";
}
