import "server-only";
import { z } from "zod";
import { ok } from "#lib/result.ts";
import { mostShifts } from "#lib/scheduling/schema.ts";
import { addShift, changeShift, removeShift } from "#lib/scheduling/server/clinic/change-business-hours.ts";
import { replaceBusinessHours } from "#lib/scheduling/server/clinic/replace-business-hours.ts";
import { listShifts, usualShifts } from "#lib/scheduling/server/clinic/shifts.ts";
import { exampleIds } from "../examples.ts";
import { idField, listOf, refField } from "../fields.ts";
import { shift, shiftFields, slotsFollowed, toSlotsFollowed } from "../resources/clinic-time.ts";
import { commandEndpoint, endpoint } from "./call.ts";

const tag = "Clinic's time";
const byId = z.strictObject({ id: idField });
const saved = z.strictObject({ ...shift.shape, slots: slotsFollowed });

export const listBusinessHoursEndpoint = endpoint({
  id: "listBusinessHours",
  method: "GET",
  path: "/business-hours",
  tag,
  summary: "Lists the openings of a clinic's usual week",
  description: "By day and time. A day without an opening is closed. For administrators, as all that changes them.",
  audience: "signed in",
  query: z.strictObject({ clinic: refField }),
  status: 200,
  answer: listOf(shift),
  refusals: ["NOT_FOUND"],
  example: { as: "admin", query: { clinic: "northgate" } },
  handle: async ({ actor, query, clinic }) => {
    const at = await clinic(query.clinic);
    if (!at.ok) return at;
    const found = await listShifts(actor, { clinicId: at.value.id });
    return found.ok ? ok({ data: found.value.shifts, nextCursor: null }) : found;
  },
});

export const addBusinessHoursEndpoint = commandEndpoint({
  id: "addBusinessHours",
  method: "POST",
  path: "/business-hours",
  tag,
  summary: "Opens the clinic once more on a day of the week",
  description: "The slots of the days ahead follow. Whoever is booked stays booked.",
  audience: "signed in",
  body: z.strictObject({ clinic: refField, ...shiftFields }),
  status: 201,
  answer: saved,
  creates: "once",
  refusals: ["NOT_FOUND"],
  example: {
    as: "admin",
    body: { clinic: "northgate", dayOfWeek: 6, openTime: "10:00", closeTime: "12:00" },
  },
  handle: async ({ actor, body: { clinic: ref, ...body }, clinic }) => {
    const at = await clinic(ref);
    return at.ok ? addShift(actor, { ...body, clinicId: at.value.id }) : at;
  },
  show: async (_, done) => ({ ...done.shift, slots: toSlotsFollowed(done.slots) }),
});

export const replaceBusinessHoursEndpoint = commandEndpoint({
  id: "replaceBusinessHours",
  method: "PUT",
  path: "/business-hours",
  tag,
  summary: "Puts a new usual week in place of the old one, whole or not at all",
  description: "Openings that stay keep their ids. The slots of the days ahead follow.",
  audience: "signed in",
  body: z.strictObject({ clinic: refField, hours: z.array(z.strictObject(shiftFields)).max(mostShifts, "too_large") }),
  status: 200,
  answer: z.strictObject({ data: z.array(shift), slots: slotsFollowed }),
  refusals: ["NOT_FOUND"],
  example: {
    as: "admin",
    body: {
      clinic: "northgate",
      hours: [0, 1, 2, 3, 4].map((dayOfWeek) => ({ dayOfWeek, openTime: "07:00", closeTime: "20:00" })),
    },
  },
  handle: async ({ actor, body: { clinic: ref, hours }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    const done = await replaceBusinessHours(actor, { clinicId: at.value.id, hours });
    return done.ok ? ok({ clinicId: at.value.id, slots: done.value.slots }) : done;
  },
  show: async (_, { clinicId, slots }) => ({ data: await usualShifts(clinicId), slots: toSlotsFollowed(slots) }),
});

export const changeBusinessHoursEndpoint = commandEndpoint({
  id: "changeBusinessHours",
  method: "PATCH",
  path: "/business-hours/{id}",
  tag,
  summary: "Gives an opening other times, or another day",
  description: "What is left out stays. The slots of the days ahead follow.",
  audience: "signed in",
  params: byId,
  body: z.strictObject(shiftFields).partial(),
  status: 200,
  answer: saved,
  example: { as: "admin", params: { id: exampleIds.businessHours }, body: { closeTime: "21:00" } },
  handle: ({ actor, params, body }) => changeShift(actor, { ...body, ...params }),
  show: async (_, done) => ({ ...done.shift, slots: toSlotsFollowed(done.slots) }),
});

export const removeBusinessHoursEndpoint = commandEndpoint({
  id: "removeBusinessHours",
  method: "DELETE",
  path: "/business-hours/{id}",
  tag,
  summary: "Takes an opening out of the usual week",
  description: "Without another, its day is closed. Appointments that stand in it stay; ask `POST /impact` first.",
  audience: "signed in",
  params: byId,
  status: 204,
  example: { as: "admin", params: { id: exampleIds.businessHours } },
  handle: ({ actor, params }) => removeShift(actor, params),
  show: async () => null,
});

export const businessHoursEndpoints = [
  listBusinessHoursEndpoint,
  addBusinessHoursEndpoint,
  replaceBusinessHoursEndpoint,
  changeBusinessHoursEndpoint,
  removeBusinessHoursEndpoint,
];
