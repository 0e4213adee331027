import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { holdCookie } from "#lib/auth/hold-cookie.ts";
import { appointmentFile } from "#lib/calendar/server/appointment-file.ts";
import { ok, refuse } from "#lib/result.ts";
import { appointmentStatuses } from "#lib/scheduling/lifecycle.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { bulkTransition } from "#lib/scheduling/server/appointments/bulk-transition.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { listAppointments } from "#lib/scheduling/server/appointments/list-appointments.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { transitionAppointment } from "#lib/scheduling/server/appointments/transition-appointment.ts";
import { updateAppointment } from "#lib/scheduling/server/appointments/update-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { exampleIds, exampleStart } from "../examples.ts";
import { dateField, idField, instantField, listOf, pageFields, refField, textField, version } from "../fields.ts";
import { appointment, booked, toAppointmentAnswer, toBooked } from "../resources/appointment.ts";
import { commandEndpoint, endpoint } from "./call.ts";
import { findNamed } from "./refs.ts";

const tag = "Appointments";
const byId = z.strictObject({ id: idField });

/** As it stands now; it was there a moment ago, and appointments are never deleted. */
async function shown(actor: Actor, id: string): Promise<z.output<typeof appointment>> {
  const view = await findAppointment(actor, id);
  if (!view) throw new Error("An appointment that was just written is there.");
  return toAppointmentAnswer(view);
}

const answers = z.record(z.string().max(40), z.string().max(2000)).meta({ description: "By the question's id" });
const contact = z.strictObject({
  name: textField(120),
  email: z.email("email").optional(),
  phone: textField(40).optional(),
});

export const bookAppointmentEndpoint = commandEndpoint({
  id: "bookAppointment",
  method: "POST",
  path: "/appointments",
  tag,
  summary: "Books an appointment",
  description:
    "With a named doctor, or with whoever is free: fewest appointments that day, then by name. Refused for a time that cannot be had, with up to three alternatives. Staff book for a patient's account or for somebody without one.",
  audience: "signed in",
  body: z.strictObject({
    clinic: refField,
    service: refField,
    doctor: refField.nullish().meta({ description: "Left out or null: any doctor who is free" }),
    startsAt: instantField,
    notes: textField(1000).optional(),
    answers: answers.optional(),
    hold: idField.optional().meta({ description: "Of a place that is held already" }),
    patient: idField.optional().meta({ description: "Staff: for whom" }),
    contact: contact.optional().meta({ description: "Staff: for somebody without an account" }),
    urgent: z.boolean().optional().meta({ description: "Staff: to be seen first" }),
  }),
  status: 201,
  answer: booked,
  creates: "once",
  refusals: [
    ...(["SLOT_FULL", "DAY_FULL", "DOCTOR_BUSY", "SAME_PATIENT", "NOT_OFFERED", "HOLD_EXPIRED", "PAST"] as const),
    ...(["BEYOND_HORIZON", "TOO_SHORT_NOTICE", "CLOSED", "OUTSIDE_HOURS", "BOOKING_DISABLED"] as const),
  ],
  example: {
    as: "patient",
    body: { clinic: "northgate", service: "gp-consultation", startsAt: exampleStart },
  },
  handle: async ({ actor, body, clinic, cookie }) => {
    const at = await clinic(body.clinic);
    if (!at.ok) return at;
    const named = await findNamed(at.value, body);
    if (!named.ok) return named;
    const { clinic: _, service: __, doctor: ___, hold, patient, ...rest } = body;
    return bookAppointment(actor, {
      ...rest,
      ...named.value,
      clinicId: at.value.id,
      patientId: patient,
      hold: hold && { id: hold, secret: cookie(holdCookie.name) },
    });
  },
  show: async ({ body, clinic }, written) => {
    const at = await clinic(body.clinic);
    return toBooked(written, at.ok ? at.value.timeZone : "UTC");
  },
});

export const listAppointmentsEndpoint = endpoint({
  id: "listAppointments",
  method: "GET",
  path: "/appointments",
  tag,
  summary: "Lists appointments",
  description: "Patients read their own, doctors those with them, staff their clinic's.",
  audience: "signed in",
  query: z.strictObject({
    view: z.enum(["upcoming", "history", "all"], "choose").default("all"),
    clinic: refField.optional(),
    status: z.enum(appointmentStatuses, "choose").optional(),
    from: dateField.optional(),
    to: dateField.optional(),
    doctor: idField.optional(),
    service: idField.optional(),
    patient: idField.optional(),
    ...pageFields,
  }),
  status: 200,
  answer: listOf(appointment),
  example: { as: "patient", query: { view: "upcoming" } },
  handle: async ({ actor, query, clinic }) => {
    const { limit = 50, cursor, clinic: ref, doctor, service, patient, ...filter } = query;
    const at = ref === undefined ? null : await clinic(ref);
    if (at && !at.ok) return at;
    const after = cursor === undefined ? undefined : readCursor(cursor);
    if (after === null) return refuse({ ...refusal("VALIDATION"), errors: [{ path: "cursor", message: "cursor" }] });
    const { appointments, hasMore } = await listAppointments(
      actor,
      { ...filter, clinicId: at?.value.id, doctorId: doctor, serviceId: service, patientId: patient },
      { limit, after },
    );
    const last = appointments.at(-1);
    return ok({
      data: appointments.map(toAppointmentAnswer),
      nextCursor: hasMore && last ? writeCursor({ at: last.startsAt, id: last.id }) : null,
    });
  },
});

export const getAppointmentEndpoint = endpoint({
  id: "getAppointment",
  method: "GET",
  path: "/appointments/{id}",
  tag,
  summary: "Reads one appointment",
  audience: "signed in",
  params: byId,
  status: 200,
  answer: appointment,
  example: { as: "patient", params: { id: exampleIds.appointment } },
  handle: async ({ actor, params }) => {
    const view = await findAppointment(actor, params.id);
    return view ? ok(toAppointmentAnswer(view)) : refuse(refusal("NOT_FOUND"));
  },
});

export const updateAppointmentEndpoint = commandEndpoint({
  id: "updateAppointment",
  method: "PATCH",
  path: "/appointments/{id}",
  tag,
  summary: "Takes an appointment a step further, or notes something about it",
  description:
    "A status along the life cycle, by whom it allows; or `urgent` and `internalNotes`, for the team. Not both in one request.",
  audience: "signed in",
  params: byId,
  body: z
    .strictObject({
      status: z.enum(appointmentStatuses, "choose").optional(),
      reason: textField(500).optional(),
      urgent: z.boolean().optional(),
      internalNotes: textField(2000).nullable().optional(),
      version,
    })
    .refine(
      ({ status, urgent, internalNotes }) =>
        (status === undefined) !== (urgent === undefined && internalNotes === undefined),
      {
        path: ["status"],
        message: "required",
      },
    ),
  status: 200,
  answer: appointment,
  refusals: ["ILLEGAL_TRANSITION", "TOO_LATE_TO_CANCEL", "VERSION_CONFLICT"],
  example: { as: "staff", params: { id: exampleIds.appointment }, body: { urgent: true } },
  handle: async ({ actor, params: { id }, body: { status, reason, ...remarks } }) => {
    if (status === undefined) return updateAppointment(actor, { id, ...remarks });
    const step = { id, version: remarks.version };
    if (status === "rejected") return rejectAppointment(actor, { ...step, reason });
    if (status === "cancelled") return cancelAppointment(actor, { ...step, reason });
    return transitionAppointment(actor, { ...step, to: status });
  },
  show: ({ actor }, { id }) => shown(actor, id),
});

export const cancelAppointmentEndpoint = commandEndpoint({
  id: "cancelAppointment",
  method: "POST",
  path: "/appointments/{id}/cancel",
  tag,
  summary: "Calls an appointment off and frees its place",
  description: "Patients may until the deadline, the team later with a reason.",
  audience: "signed in",
  params: byId,
  body: z.strictObject({ reason: textField(500).optional(), version }),
  status: 200,
  answer: appointment,
  refusals: ["ILLEGAL_TRANSITION", "TOO_LATE_TO_CANCEL", "VERSION_CONFLICT"],
  example: { as: "patient", params: { id: exampleIds.appointment }, body: { reason: "Feeling better" } },
  handle: ({ actor, params, body }) => cancelAppointment(actor, { ...body, ...params }),
  show: ({ actor }, { id }) => shown(actor, id),
});

export const rescheduleAppointmentEndpoint = commandEndpoint({
  id: "rescheduleAppointment",
  method: "POST",
  path: "/appointments/{id}/reschedule",
  tag,
  summary: "Gives an appointment another time, in one step",
  description: "It keeps its identity, and its old place until it has the new one.",
  audience: "signed in",
  params: byId,
  body: z.strictObject({
    startsAt: instantField,
    doctor: z
      .union([z.literal("any"), idField])
      .optional()
      .meta({ description: "Left out: the same doctor" }),
    reason: textField(500).optional(),
    version,
  }),
  status: 200,
  answer: appointment,
  refusals: [
    ...(["SLOT_FULL", "DAY_FULL", "DOCTOR_BUSY", "SAME_PATIENT", "NOT_OFFERED", "ILLEGAL_TRANSITION", "PAST"] as const),
    ...(["BEYOND_HORIZON", "TOO_SHORT_NOTICE", "TOO_LATE_TO_CANCEL", "CLOSED", "OUTSIDE_HOURS"] as const),
    ...(["VERSION_CONFLICT", "BOOKING_DISABLED"] as const),
  ],
  example: {
    as: "patient",
    params: { id: exampleIds.appointment },
    body: { startsAt: exampleStart, doctor: "any" },
  },
  handle: ({ actor, params, body: { doctor, ...body } }) =>
    rescheduleAppointment(actor, { ...body, ...params, doctorId: doctor }),
  show: ({ actor }, { id }) => shown(actor, id),
});

export const bulkAppointmentsEndpoint = endpoint({
  id: "changeAppointments",
  method: "POST",
  path: "/appointments/bulk",
  tag,
  summary: "Takes the same step for up to a hundred appointments",
  description: "Each by itself and in ascending time: what can be done is done, and each of the others says why not.",
  audience: "signed in",
  body: z.strictObject({
    ids: z.array(idField).min(1, "choose").max(100, "too_large"),
    action: z.enum(["confirm", "complete", "no_show", "cancel"], "choose"),
    reason: textField(500).optional(),
  }),
  status: 200,
  answer: z.strictObject({
    data: z.array(
      z.strictObject({
        id: z.uuid(),
        status: z.enum(appointmentStatuses).nullable().meta({ description: "That it has now; null where refused" }),
        code: z.string().nullable().meta({ description: "Why it was refused" }),
      }),
    ),
  }),
  example: { as: "staff", body: { ids: [exampleIds.appointment], action: "confirm" } },
  handle: async ({ actor, body: { ids, action, reason } }) => {
    const to = ({ confirm: "confirmed", complete: "completed", no_show: "no_show", cancel: "cancelled" } as const)[
      action
    ];
    const done = await bulkTransition(actor, { ids, to, reason });
    if (!done.ok) return done;
    return ok({
      data: done.value.map(({ id, result }) => ({
        id,
        status: result.ok ? result.value.status : null,
        code: result.ok ? null : result.refusal.code,
      })),
    });
  },
});

export const appointmentFileEndpoint = endpoint({
  id: "getAppointmentFile",
  method: "GET",
  path: "/appointments/{id}/calendar.ics",
  tag,
  summary: "An appointment of one's own as a calendar file",
  audience: "signed in",
  params: byId,
  status: 200,
  mediaType: "text/calendar",
  example: { as: "patient", params: { id: exampleIds.appointment } },
  handle: async ({ actor, params }) => {
    const file = await appointmentFile(actor, params.id);
    if (file === null) return refuse(refusal("NOT_FOUND"));
    const headers = {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="appointment.ics"',
      "Cache-Control": "private, no-cache",
    };
    return ok(new Response(file, { headers }));
  },
});

export const appointmentEndpoints = [
  listAppointmentsEndpoint,
  bookAppointmentEndpoint,
  bulkAppointmentsEndpoint,
  getAppointmentEndpoint,
  updateAppointmentEndpoint,
  cancelAppointmentEndpoint,
  rescheduleAppointmentEndpoint,
  appointmentFileEndpoint,
];
