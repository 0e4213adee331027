import "server-only";
import { z } from "zod";
import { analyticsSchema } from "#lib/analytics/schema.ts";
import { analytics } from "#lib/analytics/server/analytics.ts";
import { exportAppointments, exportColumns } from "#lib/analytics/server/export-appointments.ts";
import { auditEntrySchema } from "#lib/audit/schema.ts";
import { listAudit } from "#lib/audit/server/list-audit.ts";
import { ok } from "#lib/result.ts";
import { appointmentStatuses } from "#lib/scheduling/lifecycle.ts";
import { exampleDay } from "../examples.ts";
import { dateField, idField, instant, instantAnswer, listOf, pageFields, refField } from "../fields.ts";
import { endpoint } from "./call.ts";

const tag = "Administration";
const days = { clinic: refField, from: dateField, to: dateField.meta({ description: "Included; 400 days at most" }) };
const exampleDays = { clinic: "northgate", from: exampleDay, to: exampleDay };

export const analyticsEndpoint = endpoint({
  id: "getAnalytics",
  method: "GET",
  path: "/analytics",
  tag,
  summary: "Counts how a clinic's days went",
  description: "Shares lie between 0 and 1; minutes of places are places times their length; money is in minor units.",
  audience: "signed in",
  query: z.strictObject({ ...days, doctor: idField.optional(), service: idField.optional() }),
  status: 200,
  answer: analyticsSchema.meta({ id: "Analytics" }),
  refusals: ["NOT_FOUND"],
  example: { as: "admin", query: exampleDays },
  handle: async ({ actor, query: { clinic: ref, doctor, service, ...range }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    return analytics(actor, { ...range, clinicId: at.value.id, doctorId: doctor, serviceId: service });
  },
});

const heads = Object.fromEntries(exportColumns.map((name) => [name, name])) as Record<
  (typeof exportColumns)[number],
  string
>;
const statuses = Object.fromEntries(appointmentStatuses.map((status) => [status, status])) as Record<
  (typeof appointmentStatuses)[number],
  string
>;

export const exportAppointmentsEndpoint = endpoint({
  id: "exportAppointments",
  method: "GET",
  path: "/export/appointments.csv",
  tag,
  summary: "A clinic's appointments as a table",
  description: "RFC 4180 in UTF-8. What a spreadsheet would take for a formula is preceded by an apostrophe.",
  audience: "signed in",
  query: z.strictObject(days),
  status: 200,
  mediaType: "text/csv",
  refusals: ["NOT_FOUND"],
  example: { as: "admin", query: exampleDays },
  handle: async ({ actor, query: { clinic: ref, ...range }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    const rows = await exportAppointments(actor, { ...range, clinicId: at.value.id }, { heads, status: statuses });
    if (!rows.ok) return rows;
    const headers = {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="appointments-${range.from}-${range.to}.csv"`,
      "Cache-Control": "private, no-store",
    };
    return ok(new Response(streamOf(rows.value).pipeThrough(new TextEncoderStream()), { headers }));
  },
});

function streamOf(parts: AsyncGenerator<string>): ReadableStream<string> {
  return new ReadableStream<string>({
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
}

const auditEntry = z
  .strictObject({ ...auditEntrySchema.shape, at: instantAnswer, subject: auditSubject() })
  .meta({ id: "AuditEntry" });

function auditSubject() {
  return z.strictObject({ ...auditEntrySchema.shape.subject.shape, startsAt: instantAnswer.nullable() });
}

export const listAuditEndpoint = endpoint({
  id: "listAudit",
  method: "GET",
  path: "/audit",
  tag,
  summary: "Reads who did what, the newest first",
  audience: "signed in",
  query: z.strictObject({
    clinic: refField,
    who: z.string().max(254, "too_long").optional().meta({ description: "A part of a name or e-mail address" }),
    action: z
      .string()
      .max(60, "too_long")
      .optional()
      .meta({ description: "An action, or an area: all of its actions" }),
    from: dateField.optional(),
    to: dateField.optional(),
    subject: z
      .string()
      .max(101, "too_long")
      .optional()
      .meta({ description: "What it was done to: `appointment:<id>`" }),
    ...pageFields,
  }),
  status: 200,
  answer: listOf(auditEntry),
  refusals: ["NOT_FOUND"],
  example: { as: "admin", query: { clinic: "northgate", limit: 10 } },
  handle: async ({ actor, query: { clinic: ref, limit = 50, ...asked }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    const { id: clinicId, timeZone } = at.value;
    const page = await listAudit(actor, { ...asked, clinicId, limit });
    if (!page.ok) return page;
    const data = page.value.entries.map((entry) => ({
      ...entry,
      at: instant(entry.at, timeZone),
      subject: { ...entry.subject, startsAt: instant(entry.subject.startsAt, timeZone) },
    }));
    return ok({ data, nextCursor: page.value.nextCursor });
  },
});

export const administrationEndpoints = [analyticsEndpoint, exportAppointmentsEndpoint, listAuditEndpoint];
