import "server-only";
import { z } from "zod";
import { ok } from "#lib/result.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { acceptOffer } from "#lib/scheduling/server/waitlist/accept-offer.ts";
import { joinWaitlist } from "#lib/scheduling/server/waitlist/join-waitlist.ts";
import { leaveWaitlist } from "#lib/scheduling/server/waitlist/leave-waitlist.ts";
import { clinicWaitlist, myWaitlist } from "#lib/scheduling/server/waitlist/waitlists.ts";
import { exampleDay, exampleIds } from "../examples.ts";
import { dateField, idField, listOf, refField, textField, timeField } from "../fields.ts";
import { appointment, toAppointmentAnswer } from "../resources/appointment.ts";
import { toWaitlistAnswer, waitlistEntry } from "../resources/waitlist.ts";
import { commandEndpoint, endpoint } from "./call.ts";
import { findNamed } from "./refs.ts";

const tag = "Waiting list";
const byId = z.strictObject({ id: idField });

export const listWaitlistEndpoint = endpoint({
  id: "listWaitlist",
  method: "GET",
  path: "/waitlist",
  tag,
  summary: "Lists who waits for what",
  description:
    "One's own wishes, what was offered first; with a clinic, all of that clinic's in fair order, for staff. Those that have ended stay for thirty days.",
  audience: "signed in",
  query: z.strictObject({ clinic: refField.optional().meta({ description: "Staff: everybody's there" }) }),
  status: 200,
  answer: listOf(waitlistEntry),
  refusals: ["NOT_FOUND"],
  example: { as: "patient" },
  handle: async ({ actor, query, clinic }) => {
    if (query.clinic === undefined) {
      return ok({ data: (await myWaitlist(actor)).map(toWaitlistAnswer), nextCursor: null });
    }
    const at = await clinic(query.clinic);
    if (!at.ok) return at;
    const found = await clinicWaitlist(actor, { clinicId: at.value.id });
    return found.ok ? ok({ data: found.value.lines.map(toWaitlistAnswer), nextCursor: null }) : found;
  },
});

export const joinWaitlistEndpoint = commandEndpoint({
  id: "joinWaitlist",
  method: "POST",
  path: "/waitlist",
  tag,
  summary: "Waits for a place that somebody gives back",
  description: "Up to ten wishes, one per service and doctor. What is offered is held for a while and told by mail.",
  audience: "signed in",
  body: z.strictObject({
    clinic: refField,
    service: refField,
    doctor: refField.nullish().meta({ description: "Left out or null: any doctor" }),
    daysOfWeek: z
      .array(z.int("number").min(0, "too_small").max(6, "too_large"))
      .max(7, "too_large")
      .optional()
      .meta({ description: "0 is Monday; left out: any day" }),
    fromTime: timeField.nullish(),
    toTime: timeField.nullish(),
    untilDate: dateField.meta({ description: "Included; a year ahead at most" }),
  }),
  status: 201,
  answer: waitlistEntry,
  creates: "once",
  refusals: ["NOT_FOUND", "NOT_OFFERED"],
  example: {
    as: "patient",
    body: { clinic: "northgate", service: "blood-test", daysOfWeek: [0, 2], untilDate: exampleDay },
  },
  handle: async ({ actor, body, clinic }) => {
    const at = await clinic(body.clinic);
    if (!at.ok) return at;
    const named = await findNamed(at.value, body);
    if (!named.ok) return named;
    const { daysOfWeek, fromTime, toTime, untilDate } = body;
    return joinWaitlist(actor, { ...named.value, clinicId: at.value.id, daysOfWeek, fromTime, toTime, untilDate });
  },
  show: async ({ actor }, { id }) => {
    const entry = (await myWaitlist(actor)).find((own) => own.id === id);
    if (!entry) throw new Error("A wish that was just made is there.");
    return toWaitlistAnswer(entry);
  },
});

export const leaveWaitlistEndpoint = endpoint({
  id: "leaveWaitlist",
  method: "DELETE",
  path: "/waitlist/{id}",
  tag,
  summary: "Takes a wish back",
  description: "What was offered for it goes to the next. For who waits, and for staff.",
  audience: "signed in",
  params: byId,
  status: 204,
  refusals: ["VERSION_CONFLICT"],
  example: { as: "patient", params: { id: exampleIds.waitlistEntry } },
  handle: async ({ actor, params }) => {
    const left = await leaveWaitlist(actor, params);
    return left.ok ? ok(null) : left;
  },
});

export const acceptOfferEndpoint = commandEndpoint({
  id: "acceptOffer",
  method: "POST",
  path: "/waitlist/offers/{id}/accept",
  tag,
  summary: "Takes what was offered",
  description: "`id` is the wish's. The place that is held for it becomes an appointment.",
  audience: "signed in",
  params: byId,
  body: z.strictObject({
    notes: textField(1000).optional(),
    answers: z
      .record(z.string().max(40), z.string().max(2000))
      .optional()
      .meta({ description: "By the question's id" }),
  }),
  status: 201,
  answer: appointment,
  creates: "once",
  refusals: ["HOLD_EXPIRED", "SAME_PATIENT", "BOOKING_DISABLED"],
  example: { as: "patient", params: { id: exampleIds.offeredEntry }, body: {} },
  handle: ({ actor, params, body }) => acceptOffer(actor, { ...body, ...params }),
  show: async ({ actor }, { id }) => {
    const view = await findAppointment(actor, id);
    if (!view) throw new Error("An appointment that was just made is there.");
    return toAppointmentAnswer(view);
  },
});

export const waitlistEndpoints = [
  listWaitlistEndpoint,
  joinWaitlistEndpoint,
  leaveWaitlistEndpoint,
  acceptOfferEndpoint,
];
