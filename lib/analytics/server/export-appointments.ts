import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { priceText } from "#lib/money.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { findClinicById } from "#lib/scheduling/server/clinic/clinics.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import { dayBounds, type EpochMs, formatInstant, type TimeZone, wallTimeOf } from "#lib/time.ts";
import { byteOrderMark, csvRow } from "../csv.ts";
import { booked } from "../figures.ts";
import { type AnalyticsQuery, analyticsQuerySchema } from "../schema.ts";

const pageSize = 1_000;

/** The columns of the export, in their order; the page names them in words. */
export const exportColumns = [
  "id",
  "date",
  "start",
  "end",
  "startsAt",
  "status",
  "service",
  "doctor",
  "patient",
  "email",
  "phone",
  "urgent",
  "bookedAt",
  "cancelledAt",
  "cancelReason",
  "price",
  "currency",
] as const;
export type ExportColumn = (typeof exportColumns)[number];

interface ExportRow {
  id: string;
  date: string;
  startsAt: number;
  endsAt: number;
  createdAt: number;
  cancelledAt: number | null;
  status: (typeof booked)[number];
  service: string;
  doctor: string;
  patient: string | null;
  email: string | null;
  phone: string | null;
  urgent: boolean;
  cancelReason: string | null;
  priceAmount: number;
  priceCurrency: string;
}

export interface ExportWords {
  heads: Record<ExportColumn, string>;
  status: Record<ExportRow["status"], string>;
}

/**
 * The appointments of some days as CSV, page by page as it is read; notes and answers stay in the house. Noted in the
 * audit log before the first line. For admins.
 */
export async function exportAppointments(
  actor: Actor,
  input: unknown,
  words: ExportWords,
): Promise<Result<AsyncGenerator<string>>> {
  const parsed = parseInput(analyticsQuerySchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, from, to } = parsed.value;
  const clinic = hasRole(actor, clinicId, "admin") ? await findClinicById(clinicId) : null;
  if (!clinic) return refuse(refusal("NOT_FOUND"));
  const about = { clinicId, subjectType: "clinic", subjectId: clinicId, detail: { from, to } };
  await inTransaction((tx) => recordAudit(tx, { actor, action: "appointments.exported", ...about }));
  return ok(lines(parsed.value, clinic.timeZone, words));
}

async function* lines(query: AnalyticsQuery, timeZone: TimeZone, words: ExportWords): AsyncGenerator<string> {
  yield byteOrderMark + csvRow(exportColumns.map((column) => words.heads[column]));
  let last: Pick<ExportRow, "id" | "startsAt"> | undefined;
  do {
    const rows = await nextRows(query, timeZone, last);
    if (rows.length > 0) yield rows.map((row) => csvRow(valuesOf(row, timeZone, words))).join("");
    last = rows.length === pageSize ? rows.at(-1) : undefined;
  } while (last);
}

function valuesOf(row: ExportRow, timeZone: TimeZone, words: ExportWords) {
  const { id, date, startsAt, endsAt, createdAt, cancelledAt, status, priceAmount, priceCurrency } = row;
  const moment = (at: EpochMs) => formatInstant(at, timeZone);
  return [
    id,
    date,
    wallTimeOf(startsAt, timeZone),
    wallTimeOf(endsAt, timeZone),
    moment(startsAt),
    words.status[status],
    row.service,
    row.doctor,
    row.patient,
    row.email,
    row.phone,
    row.urgent,
    moment(createdAt),
    cancelledAt === null ? null : moment(cancelledAt),
    row.cancelReason,
    priceText(priceAmount, priceCurrency),
    priceCurrency,
  ];
}

async function nextRows(
  { clinicId, from, to, doctorId, serviceId }: AnalyticsQuery,
  timeZone: TimeZone,
  after: Pick<ExportRow, "id" | "startsAt"> | undefined,
): Promise<ExportRow[]> {
  const [start, end] = [dayBounds(from, timeZone).start, dayBounds(to, timeZone).end];
  return db.$queryRaw<ExportRow[]>`
    SELECT a.id::text, a.local_date::text AS date, epoch_ms(a.starts_at)::float8 AS "startsAt",
      epoch_ms(a.ends_at)::float8 AS "endsAt", epoch_ms(a.created_at)::float8 AS "createdAt",
      epoch_ms(a.cancelled_at)::float8 AS "cancelledAt", a.status::text AS status, s.name AS service, d.name AS doctor,
      coalesce(u.name, a.contact_name) AS patient, coalesce(u.email, a.contact_email)::text AS email,
      coalesce(u.phone, a.contact_phone) AS phone, a.urgent, a.cancel_reason AS "cancelReason",
      a.price_amount AS "priceAmount", a.price_currency AS "priceCurrency"
    FROM appointment a JOIN service s ON s.id = a.service_id JOIN doctor d ON d.id = a.doctor_id
      LEFT JOIN app_user u ON u.id = a.patient_id
    WHERE a.clinic_id = ${clinicId}::uuid
      AND a.starts_at >= to_timestamp(${start}::float8 / 1000) AND a.starts_at < to_timestamp(${end}::float8 / 1000)
      AND a.status = ANY(${[...booked]}::appointment_status[])
      AND (${doctorId ?? null}::uuid IS NULL OR a.doctor_id = ${doctorId ?? null}::uuid)
      AND (${serviceId ?? null}::uuid IS NULL OR a.service_id = ${serviceId ?? null}::uuid)
      AND (a.starts_at, a.id) > (to_timestamp(${after?.startsAt ?? -1}::float8 / 1000), ${after?.id ?? noId}::uuid)
    ORDER BY a.starts_at, a.id LIMIT ${pageSize}`;
}

const noId = "00000000-0000-0000-0000-000000000000";
