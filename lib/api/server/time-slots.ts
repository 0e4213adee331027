import "server-only";
import { z } from "zod";
import { ok, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { deleteTimeSlot } from "#lib/scheduling/server/slots/delete-time-slot.ts";
import { generateSlots } from "#lib/scheduling/server/slots/generate-slots.ts";
import { findTimeSlot, listTimeSlots } from "#lib/scheduling/server/slots/time-slots.ts";
import { updateTimeSlot } from "#lib/scheduling/server/slots/update-time-slot.ts";
import { slotLimits } from "#lib/scheduling/slot.ts";
import { daysBetween, isLocalDate, localDateOf } from "#lib/time.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { exampleDay, exampleIds } from "../examples.ts";
import { countField, dateField, idField, listOf, pageFields, queryFlag, refField } from "../fields.ts";
import { timeSlot, toTimeSlot } from "../resources/clinic-time.ts";
import { commandEndpoint, endpoint } from "./call.ts";

const tag = "Clinic's time";
const byId = z.strictObject({ id: idField });
const capacity = countField(1, 1000);
const longestDays = 92;

export const listTimeSlotsEndpoint = endpoint({
  id: "listTimeSlots",
  method: "GET",
  path: "/time-slots",
  tag,
  summary: "Lists the slots of some days, by time",
  description: "For staff and administrators, as all that changes them.",
  audience: "signed in",
  query: z
    .strictObject({
      clinic: refField,
      from: dateField,
      to: dateField.meta({ description: `Included; ${longestDays} days at most` }),
      available: queryFlag.optional().meta({ description: "true: only those that are open and have a place left" }),
      ...pageFields,
    })
    .refine(({ from, to }) => from <= to, { path: ["to"], message: "before_start" })
    .refine(({ from, to }) => !isLocalDate(from) || !isLocalDate(to) || daysBetween(from, to) < longestDays, {
      path: ["to"],
      message: "range_too_long",
    }),
  status: 200,
  answer: listOf(timeSlot),
  refusals: ["NOT_FOUND"],
  example: { as: "staff", query: { clinic: "northgate", from: exampleDay, to: exampleDay, available: "true" } },
  handle: async ({ actor, query, clinic }) => {
    const at = await clinic(query.clinic);
    if (!at.ok) return at;
    const { limit = 50, cursor, from, to, available } = query;
    const after = cursor === undefined ? undefined : readCursor(cursor);
    if (after === null) return refuse({ ...refusal("VALIDATION"), errors: [{ path: "cursor", message: "cursor" }] });
    const { id: clinicId, timeZone } = at.value;
    const reached = after ? localDateOf(after.at, timeZone) : from;
    const found = await listTimeSlots(actor, { clinicId, from: reached > from && reached <= to ? reached : from, to });
    if (!found.ok) return found;
    const slots = found.value.days
      .flatMap((day) => day.slots)
      .map((slot) => ({ at: slot.startsAt, slot: toTimeSlot(slot, timeZone) }))
      .filter((each) => (after ? each.at > after.at : true) && (available !== true || each.slot.remaining > 0));
    const page = slots.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = last && slots.length > limit ? writeCursor({ at: last.at, id: last.slot.id }) : null;
    return ok({ data: page.map(({ slot }) => slot), nextCursor });
  },
});

export const generateTimeSlotsEndpoint = endpoint({
  id: "generateTimeSlots",
  method: "POST",
  path: "/time-slots/generate",
  tag,
  summary: "Makes the slots that the clinic's hours ask for",
  description: "Safe to repeat and to run twice at once: what is there stays as it is, booked or not.",
  audience: "signed in",
  body: z.strictObject({
    clinic: refField,
    startDate: dateField,
    endDate: dateField.meta({ description: `Included; ${slotLimits.maxDays} days at most` }),
    slotDurationMinutes: countField(slotLimits.minMinutes, slotLimits.maxMinutes)
      .optional()
      .meta({ description: "The clinic's own where left out" }),
    capacity: capacity.optional().meta({ description: "The clinic's own where left out" }),
  }),
  status: 201,
  answer: z.strictObject({
    created: z.int(),
    existing: z.int().meta({ description: "There already, with the very same times" }),
    skipped: z.int().meta({ description: "In the way of a slot with other times, which stays" }),
  }),
  creates: "once",
  refusals: ["NOT_FOUND"],
  example: { as: "staff", body: { clinic: "northgate", startDate: exampleDay, endDate: exampleDay } },
  handle: async ({ actor, body: { clinic: ref, slotDurationMinutes: slotMinutes, ...body }, clinic }) => {
    const at = await clinic(ref);
    return at.ok ? generateSlots(actor, { ...body, slotMinutes, clinicId: at.value.id }) : at;
  },
});

export const updateTimeSlotEndpoint = commandEndpoint({
  id: "updateTimeSlot",
  method: "PATCH",
  path: "/time-slots/{id}",
  tag,
  summary: "Changes a slot's capacity, or opens and closes it",
  description: "Lowered below what is booked, it throws nobody out and lets nobody in.",
  audience: "signed in",
  params: byId,
  body: z.strictObject({ capacity: capacity.optional(), isOpen: z.boolean().optional() }),
  status: 200,
  answer: timeSlot,
  example: { as: "staff", params: { id: exampleIds.slot }, body: { capacity: 4 } },
  handle: ({ actor, params, body }) => updateTimeSlot(actor, { ...body, ...params }),
  show: async ({ actor }, { id }) => {
    const found = await findTimeSlot(actor, id);
    if (!found.ok) throw new Error("A slot that was just changed is there.");
    return toTimeSlot(found.value.slot, found.value.timeZone);
  },
});

export const deleteTimeSlotEndpoint = endpoint({
  id: "deleteTimeSlot",
  method: "DELETE",
  path: "/time-slots/{id}",
  tag,
  summary: "Removes an empty slot",
  description: "One that somebody is booked in stays: VERSION_CONFLICT.",
  audience: "signed in",
  params: byId,
  status: 204,
  refusals: ["VERSION_CONFLICT"],
  example: { as: "staff", params: { id: exampleIds.slot } },
  handle: ({ actor, params }) => deleteTimeSlot(actor, params),
});

export const timeSlotEndpoints = [
  listTimeSlotsEndpoint,
  generateTimeSlotsEndpoint,
  updateTimeSlotEndpoint,
  deleteTimeSlotEndpoint,
];
