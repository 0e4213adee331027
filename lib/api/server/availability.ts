import "server-only";
import { z } from "zod";
import { hasRole } from "#lib/auth/actor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Offer } from "#lib/scheduling/availability.ts";
import type { Verdict } from "#lib/scheduling/booking-decision.ts";
import { appointmentStatuses } from "#lib/scheduling/lifecycle.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { dayBoard } from "#lib/scheduling/server/appointments/day-board.ts";
import { explainTime } from "#lib/scheduling/server/availability/explain-time.ts";
import {
  type AvailabilityRequest,
  findAvailability,
  findNextOffers,
} from "#lib/scheduling/server/availability/find-availability.ts";
import { isUuid } from "#lib/scheduling/server/is-uuid.ts";
import { dayServices } from "#lib/scheduling/server/slots/day-services.ts";
import { weekOverview } from "#lib/scheduling/server/slots/week-overview.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { singleFlight } from "#lib/single-flight.ts";
import { daysBetween, isLocalDate, type TimeZone } from "#lib/time.ts";
import { exampleDay, exampleStart } from "../examples.ts";
import { dateField, instant, instantAnswer, instantField, queryCount, refField } from "../fields.ts";
import { type Call, endpoint } from "./call.ts";
import { findNamed } from "./refs.ts";

const tag = "Availability";
const dayState = z.enum(["open", "closed", "full", "past", "beyond_horizon"]);

const offer = z
  .strictObject({
    startsAt: instantAnswer,
    endsAt: instantAnswer,
    capacity: z.int().meta({ description: "Of the fullest slot that it covers" }),
    remaining: z.int().meta({ description: "Places left" }),
    doctors: z.array(z.uuid()).meta({ description: "Who could take it" }),
  })
  .meta({ id: "Offer" });

function toOffer({ startsAt, endsAt, capacity, remaining, doctorIds }: Offer, zone: TimeZone): z.output<typeof offer> {
  return { startsAt: instant(startsAt, zone), endsAt: instant(endsAt, zone), capacity, remaining, doctors: doctorIds };
}

const wish = { clinic: refField, service: refField, doctor: refField.optional() };

interface Wished {
  clinic: ClinicView;
  serviceId: string;
  doctorId: string | null;
}

async function findWished(
  { clinic: find }: Pick<Call<unknown, unknown, unknown>, "clinic">,
  query: { clinic: string; service: string; doctor?: string | undefined },
): Promise<Result<Wished>> {
  const at = await find(query.clinic);
  if (!at.ok) return at;
  const named = await findNamed(at.value, query);
  if (!named.ok) return named;
  const { serviceId, doctorId } = named.value;
  return serviceId ? ok({ clinic: at.value, serviceId, doctorId }) : refuse(refusal("NOT_FOUND"));
}

const bookable = z.strictObject({
  timeZone: z.string(),
  days: z.array(
    z.strictObject({ date: z.iso.date(), state: dayState, reason: z.string().nullable(), slots: z.array(offer) }),
  ),
});

/** On the morning that a month is opened everybody asks the same, whoever they are. */
const shared = singleFlight<Result<z.output<typeof bookable>>>();

async function look(request: AvailabilityRequest): Promise<Result<z.output<typeof bookable>>> {
  const found = await findAvailability(request);
  if (!found.ok) return found;
  const { timeZone, days } = found.value;
  return ok({
    timeZone,
    days: days.map(({ localDate: date, state, reason, offers }) => {
      return { date, state, reason, slots: offers.map((each) => toOffer(each, timeZone)) };
    }),
  });
}

export const availabilityEndpoint = endpoint({
  id: "getAvailability",
  method: "GET",
  path: "/availability",
  tag,
  summary: "Says what can be booked now, day by day",
  audience: "anybody",
  query: z
    .strictObject({ ...wish, from: dateField, to: dateField.meta({ description: "Included; 92 days at most" }) })
    .refine(({ from, to }) => from <= to, { path: ["to"], message: "before_start" })
    .refine(({ from, to }) => !isLocalDate(from) || !isLocalDate(to) || daysBetween(from, to) < 92, {
      path: ["to"],
      message: "range_too_long",
    }),
  status: 200,
  answer: bookable,
  refusals: ["NOT_FOUND"],
  example: {
    as: "visitor",
    query: { clinic: "northgate", service: "gp-consultation", from: exampleDay, to: exampleDay },
  },
  handle: async ({ query, clinic: find }) => {
    // An id is taken at its word: whether there is such a clinic shows in the one statement that follows.
    const at = isUuid(query.clinic) ? ok({ id: query.clinic }) : await find(query.clinic);
    if (!at.ok) return at;
    const named = await findNamed(at.value, query);
    if (!named.ok) return named;
    const { serviceId, doctorId } = named.value;
    if (!serviceId) return refuse(refusal("NOT_FOUND"));
    const { from, to } = query;
    const request = { clinicId: at.value.id, serviceId, doctorId, from, to };
    return shared(JSON.stringify(request), () => look(request));
  },
});

export const nextAvailabilityEndpoint = endpoint({
  id: "getNextAvailability",
  method: "GET",
  path: "/availability/next",
  tag,
  summary: "Names the next times that can be booked",
  audience: "anybody",
  query: z.strictObject({ ...wish, from: dateField.optional(), count: queryCount(1, 50).optional() }),
  status: 200,
  answer: z.strictObject({ timeZone: z.string(), data: z.array(offer) }),
  refusals: ["NOT_FOUND"],
  example: { as: "visitor", query: { clinic: "northgate", service: "gp-consultation", count: 3 } },
  handle: async (call) => {
    const wished = await findWished(call, call.query);
    if (!wished.ok) return wished;
    const { clinic, serviceId, doctorId } = wished.value;
    const { from, count = 3 } = call.query;
    const found = await findNextOffers({ clinicId: clinic.id, serviceId, doctorId, ...(from && { from }), count });
    if (!found.ok) return found;
    return ok({ timeZone: clinic.timeZone, data: found.value.map((each) => toOffer(each, clinic.timeZone)) });
  },
});

export const overviewEndpoint = endpoint({
  id: "getOverview",
  method: "GET",
  path: "/availability/overview",
  tag,
  summary: "Says how full the house is, day by day",
  audience: "anybody",
  query: z.strictObject({ clinic: refField, from: dateField.optional(), days: queryCount(1, 31).optional() }),
  status: 200,
  answer: z.strictObject({
    timeZone: z.string(),
    days: z.array(
      z.strictObject({
        date: z.iso.date(),
        state: dayState,
        reason: z.string().nullable(),
        capacity: z.int().nullable().meta({ description: "Null where nothing is open" }),
        booked: z.int(),
        remaining: z.int(),
      }),
    ),
  }),
  refusals: ["NOT_FOUND"],
  example: { as: "visitor", query: { clinic: "northgate" } },
  handle: async ({ query: { clinic: ref, from, days = 7 }, clinic: find }) => {
    const at = await find(ref);
    if (!at.ok) return at;
    const week = await weekOverview({ clinicId: at.value.id, ...(from && { from }), days });
    if (!week) return refuse(refusal("NOT_FOUND"));
    return ok({
      timeZone: at.value.timeZone,
      days: week.days.map(({ localDate: date, state, reason, capacity, booked, remaining }) => {
        return { date, state, reason, capacity, booked, remaining };
      }),
    });
  },
});

const occupant = z.strictObject({
  service: z.strictObject({ name: z.string() }),
  appointment: z.uuid().optional().meta({ description: "From here on for staff alone" }),
  status: z.enum(appointmentStatuses).optional(),
  doctor: z.strictObject({ id: z.uuid(), name: z.string() }).optional(),
  patient: z.strictObject({ name: z.string() }).optional(),
});

export const slotsEndpoint = endpoint({
  id: "listSlots",
  method: "GET",
  path: "/slots",
  tag,
  summary: "Shows every slot of a day, and what for it is taken",
  description: "Which services occupy a slot, and never who; staff read who, with whom and in which status.",
  audience: "anybody",
  query: z.strictObject({ clinic: refField, date: dateField }),
  status: 200,
  answer: z.strictObject({
    timeZone: z.string(),
    data: z.array(
      z.strictObject({
        id: z.uuid(),
        startsAt: instantAnswer,
        endsAt: instantAnswer,
        capacity: z.int(),
        booked: z.int(),
        remaining: z.int(),
        isOpen: z.boolean(),
        occupiedBy: z.array(occupant),
      }),
    ),
  }),
  refusals: ["NOT_FOUND"],
  example: { as: "visitor", query: { clinic: "northgate", date: exampleDay } },
  handle: async ({ actor, query, clinic: find }) => {
    const at = await find(query.clinic);
    if (!at.ok) return at;
    const { id: clinicId, timeZone } = at.value;
    const slots =
      actor.kind === "person" && hasRole(actor, clinicId, "staff")
        ? await slotsWithPeople(actor, clinicId, query.date)
        : await slotsWithServices(clinicId, query.date);
    const data = slots.map(({ id, startsAt, endsAt, capacity, booked, isOpen, occupiedBy }) => ({
      id,
      startsAt: instant(startsAt, timeZone),
      endsAt: instant(endsAt, timeZone),
      capacity,
      booked,
      remaining: isOpen ? Math.max(0, capacity - booked) : 0,
      isOpen,
      occupiedBy,
    }));
    return ok({ timeZone, data });
  },
});

async function slotsWithServices(clinicId: string, date: string) {
  const slots = await dayServices(clinicId, date);
  return (slots ?? []).map(({ services, ...slot }) => ({
    ...slot,
    occupiedBy: services.map(({ name }): z.output<typeof occupant> => ({ service: { name } })),
  }));
}

async function slotsWithPeople(actor: Parameters<typeof dayBoard>[0], clinicId: string, localDate: string) {
  const board = await dayBoard(actor, { clinicId, localDate });
  if (!board.ok) return [];
  return board.value.slots.map(({ appointments, ...slot }) => ({
    ...slot,
    occupiedBy: appointments.map(
      ({ id, status, service, doctor, patient }): z.output<typeof occupant> => ({
        service: { name: service.name },
        appointment: id,
        status,
        doctor,
        patient,
      }),
    ),
  }));
}

const verdict = z.strictObject({
  rule: z.string(),
  code: z.string().nullable().meta({ description: "What it refuses with; null where it has nothing against it" }),
  facts: z.record(z.string(), z.unknown()).meta({ description: "The numbers that it looked at" }),
});

function toVerdict({ rule, refusal: refused, facts }: Verdict): z.output<typeof verdict> {
  return { rule, code: refused?.code ?? null, facts };
}

export const explainEndpoint = endpoint({
  id: "explainTime",
  method: "GET",
  path: "/availability/explain",
  tag,
  summary: "Says why a time is offered or not",
  description: "Staff read every rule's verdict for each doctor, everybody else the first reason alone.",
  audience: "anybody",
  query: z.strictObject({ ...wish, startsAt: instantField }),
  status: 200,
  answer: z.strictObject({
    startsAt: instantAnswer,
    timeZone: z.string(),
    isOffered: z.boolean(),
    reason: z.strictObject({ code: z.string(), detail: z.record(z.string(), z.unknown()) }).nullable(),
    doctors: z.array(z.strictObject({ id: z.uuid(), name: z.string(), verdicts: z.array(verdict) })),
  }),
  refusals: ["NOT_FOUND"],
  example: {
    as: "staff",
    query: { clinic: "northgate", service: "gp-consultation", startsAt: exampleStart },
  },
  handle: async (call) => {
    const wished = await findWished(call, call.query);
    if (!wished.ok) return wished;
    const { clinic, serviceId, doctorId } = wished.value;
    const { startsAt } = call.query;
    const found = await explainTime(call.actor, { clinicId: clinic.id, serviceId, doctorId, startsAt });
    if (!found.ok) return found;
    const { refusal: refused, doctors } = found.value;
    return ok({
      startsAt: instant(startsAt, clinic.timeZone),
      timeZone: clinic.timeZone,
      isOffered: refused === null,
      reason: refused && { code: refused.code, detail: refused.detail },
      doctors: doctors.map(({ id, name, verdicts }) => ({ id, name, verdicts: verdicts.map(toVerdict) })),
    });
  },
});

export const availabilityEndpoints = [
  availabilityEndpoint,
  nextAvailabilityEndpoint,
  overviewEndpoint,
  explainEndpoint,
  slotsEndpoint,
];
