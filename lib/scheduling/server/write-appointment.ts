import "server-only";
import { type AnyActor, actorLabel } from "#lib/auth/actor.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Statements } from "#lib/db/statements.ts";
import type { EpochMs } from "#lib/time.ts";
import type { AppointmentStatus } from "../lifecycle.ts";
import type { WrittenAppointment } from "../view.ts";

/** What goes with every write, in the same statement: its line in the audit log and the mails it causes. */
export interface Traces {
  actor: AnyActor;
  /** "appointment.confirmed" */
  action: string;
  detail?: Record<string, unknown>;
  messages: OutgoingMessage[];
}

export interface OutgoingMessage {
  kind: string;
  recipient: string;
  locale: string;
  payload: Record<string, unknown>;
}

export interface AppointmentDraft {
  clinicId: string;
  doctorId: string;
  serviceId: string;
  patientId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  status: AppointmentStatus;
  notes: string | null;
  priceAmount: number;
  priceCurrency: string;
}

interface WrittenRow extends Omit<WrittenAppointment, "startsAt" | "endsAt"> {
  startsAt: Date;
  endsAt: Date;
}

/** The database may refuse it by constraint, its traces with it. */
export async function insertAppointment(
  tx: Statements,
  draft: AppointmentDraft,
  traces: Traces,
): Promise<WrittenAppointment> {
  const { actorId } = actorLabel(traces.actor, draft.clinicId);
  // occupied, local_date and session_key are placeholders: a trigger derives them.
  const insert = Prisma.sql`
    INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, starts_at, ends_at, status, notes,
      price_amount, price_currency, confirmed_at, created_by_id, occupied, local_date, session_key)
    VALUES (${draft.clinicId}::uuid, ${draft.doctorId}::uuid, ${draft.serviceId}::uuid, ${draft.patientId}::uuid,
      to_timestamp(${draft.startsAt}::float8 / 1000), to_timestamp(${draft.endsAt}::float8 / 1000),
      ${draft.status}::appointment_status, ${draft.notes}, ${draft.priceAmount}::int, ${draft.priceCurrency},
      CASE WHEN ${draft.status} = 'confirmed' THEN now() END, ${actorId}::uuid, 'empty', current_date, uuid_v7())`;
  const written = await writeTraced(tx, draft.clinicId, insert, traces);
  if (!written) throw new Error("An insert that was not refused returns its row");
  return written;
}

export interface StatusChange {
  id: string;
  clinicId: string;
  from: AppointmentStatus;
  to: AppointmentStatus;
  /** The version that the decision was made on. */
  version: number;
  reason: string | null;
}

/** Compare-and-swap on (status, version). @returns null when somebody was faster. */
export async function changeStatus(
  tx: Statements,
  change: StatusChange,
  traces: Traces,
): Promise<WrittenAppointment | null> {
  const { actorId } = actorLabel(traces.actor, change.clinicId);
  const update = Prisma.sql`
    UPDATE appointment SET status = ${change.to}::appointment_status, version = version + 1, updated_at = now(),
      confirmed_at = CASE WHEN ${change.to} = 'confirmed' THEN now() ELSE confirmed_at END,
      cancelled_at = CASE WHEN ${change.to} = 'cancelled' THEN now() ELSE cancelled_at END,
      cancelled_by_id = CASE WHEN ${change.to} = 'cancelled' THEN ${actorId}::uuid ELSE cancelled_by_id END,
      cancel_reason = coalesce(${change.reason}, cancel_reason)
    WHERE id = ${change.id}::uuid AND status = ${change.from}::appointment_status AND version = ${change.version}::int`;
  const detail = { from: change.from, to: change.to, ...traces.detail };
  return writeTraced(tx, change.clinicId, update, { ...traces, detail });
}

/** One statement, so that an appointment never changes without its traces. */
async function writeTraced(
  tx: Statements,
  clinicId: string,
  write: Prisma.Sql,
  { actor, action, detail, messages }: Traces,
): Promise<WrittenAppointment | null> {
  const { actorId, actorRole } = actorLabel(actor, clinicId);
  const [row] = await tx.$queryRaw<WrittenRow[]>`
    WITH written AS (
      ${write} RETURNING id, clinic_id, doctor_id, status, version, starts_at, ends_at
    ), audited AS (
      INSERT INTO audit_entry (clinic_id, actor_id, actor_role, action, subject_type, subject_id, detail)
      SELECT clinic_id, ${actorId}::uuid, ${actorRole}, ${action}, 'appointment', id::text,
        ${JSON.stringify(detail ?? {})}::jsonb FROM written
    ), told AS (
      INSERT INTO message (clinic_id, appointment_id, appointment_version, kind, recipient, locale, payload)
      SELECT clinic_id, id, version, kind, recipient, locale, payload
      FROM written, jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
        AS mail (kind text, recipient citext, locale text, payload jsonb)
    )
    SELECT id, doctor_id AS "doctorId", status::text, version, starts_at AS "startsAt", ends_at AS "endsAt" FROM written`;
  return row ? { ...row, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() } : null;
}
