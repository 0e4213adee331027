import "server-only";
import { z } from "zod";
import { ok } from "#lib/result.ts";
import { closureYear } from "#lib/scheduling/server/clinic/closure-entries.ts";
import { importHolidays } from "#lib/scheduling/server/clinic/import-holidays.ts";
import { removeClosure } from "#lib/scheduling/server/clinic/remove-closure.ts";
import { addClosure, changeClosure } from "#lib/scheduling/server/clinic/save-closure.ts";
import { exampleDay, exampleIds } from "../examples.ts";
import {
  countField,
  dateField,
  endTimeField,
  idField,
  listOf,
  queryCount,
  refField,
  textField,
  timeField,
} from "../fields.ts";
import { closure, slotsFollowed, toClosure, toSlotsFollowed } from "../resources/clinic-time.ts";
import { commandEndpoint, endpoint } from "./call.ts";

const tag = "Clinic's time";
const byId = z.strictObject({ id: idField });
const saved = z.strictObject({ ...closure.shape, slots: slotsFollowed });
const [firstYear, lastYear] = [2000, 2199];

const fields = {
  from: dateField,
  to: dateField.meta({ description: "Included" }),
  reason: textField(120),
  shifts: z
    .array(z.strictObject({ openTime: timeField, closeTime: endTimeField }))
    .max(10, "too_large")
    .meta({ description: "Hours of those days that hold instead of the week's; none: closed" }),
};

export const listClosuresEndpoint = endpoint({
  id: "listClosures",
  method: "GET",
  path: "/closures",
  tag,
  summary: "Lists the closures and special hours of a year, by their first days",
  description: "For administrators, as all that changes them.",
  audience: "signed in",
  query: z.strictObject({
    clinic: refField,
    year: queryCount(firstYear, lastYear).meta({ description: "With those that reach into it" }),
  }),
  status: 200,
  answer: listOf(closure),
  refusals: ["NOT_FOUND"],
  example: { as: "admin", query: { clinic: "northgate", year: 2027 } },
  handle: async ({ actor, query, clinic }) => {
    const at = await clinic(query.clinic);
    if (!at.ok) return at;
    const found = await closureYear(actor, { clinicId: at.value.id, year: query.year });
    return found.ok ? ok({ data: found.value.entries.map(toClosure), nextCursor: null }) : found;
  },
});

export const addClosureEndpoint = commandEndpoint({
  id: "addClosure",
  method: "POST",
  path: "/closures",
  tag,
  summary: "Closes the clinic on some days, or gives them hours of their own",
  description: "The slots follow. Whoever is booked stays booked: ask `POST /impact` first.",
  audience: "signed in",
  body: z.strictObject({
    clinic: refField,
    ...fields,
    to: fields.to.optional().meta({ description: "Included; left out: one day" }),
    shifts: fields.shifts.default([]),
  }),
  status: 201,
  answer: saved,
  creates: "once",
  refusals: ["NOT_FOUND"],
  example: { as: "admin", body: { clinic: "northgate", from: exampleDay, reason: "Painters" } },
  handle: async ({ actor, body: { clinic: ref, ...body }, clinic }) => {
    const at = await clinic(ref);
    return at.ok ? addClosure(actor, { ...body, clinicId: at.value.id }) : at;
  },
  show: async (_, done) => ({ ...toClosure(done.entry), slots: toSlotsFollowed(done.slots) }),
});

export const changeClosureEndpoint = commandEndpoint({
  id: "changeClosure",
  method: "PATCH",
  path: "/closures/{id}",
  tag,
  summary: "Puts other days, another reason or other hours in place of a closure's",
  description: "What is left out stays. A public holiday stays that holiday.",
  audience: "signed in",
  params: byId,
  body: z.strictObject(fields).partial(),
  status: 200,
  answer: saved,
  example: { as: "admin", params: { id: exampleIds.closure }, body: { reason: "Painters and plumbers" } },
  handle: ({ actor, params, body }) => changeClosure(actor, { ...body, ...params }),
  show: async (_, done) => ({ ...toClosure(done.entry), slots: toSlotsFollowed(done.slots) }),
});

export const removeClosureEndpoint = commandEndpoint({
  id: "removeClosure",
  method: "DELETE",
  path: "/closures/{id}",
  tag,
  summary: "Takes a closure away",
  description: "The week's hours hold again on its days, and the slots follow.",
  audience: "signed in",
  params: byId,
  status: 204,
  example: { as: "admin", params: { id: exampleIds.closure } },
  handle: ({ actor, params }) => removeClosure(actor, params),
  show: async () => null,
});

export const importClosuresEndpoint = commandEndpoint({
  id: "importClosures",
  method: "POST",
  path: "/closures/import",
  tag,
  summary: "Closes the clinic on the public holidays of a year",
  description: "Each at most once: those that were imported before stay as they are, changed or not.",
  audience: "signed in",
  body: z.strictObject({
    clinic: refField,
    country: z
      .string("required")
      .regex(/^[A-Z]{2}$/, "choose")
      .meta({ description: "ISO 3166-1 alpha-2" }),
    region: z
      .string()
      .regex(/^[A-Z0-9-]{1,10}$/i, "choose")
      .nullish()
      .meta({
        description: "A part of the country with holidays of its own; none: the whole country's",
        examples: ["ENG"],
      }),
    year: countField(firstYear, lastYear),
  }),
  status: 201,
  answer: z.strictObject({
    imported: z.int(),
    known: z.int().meta({ description: "Imported before" }),
    slots: slotsFollowed,
  }),
  creates: "once",
  refusals: ["NOT_FOUND"],
  example: { as: "admin", body: { clinic: "northgate", country: "GB", region: "ENG", year: 2027 } },
  handle: async ({ actor, body: { clinic: ref, region = null, ...body }, clinic }) => {
    const at = await clinic(ref);
    return at.ok ? importHolidays(actor, { ...body, region, clinicId: at.value.id }) : at;
  },
  show: async (_, { imported, known, slots }) => ({ imported, known, slots: toSlotsFollowed(slots) }),
});

export const closureEndpoints = [
  listClosuresEndpoint,
  addClosureEndpoint,
  importClosuresEndpoint,
  changeClosureEndpoint,
  removeClosureEndpoint,
];
