import "server-only";
import { type AnsweringActor, type AnyActor, actorLabel } from "#lib/auth/actor.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Statements } from "#lib/db/statements.ts";
import type { EpochMs } from "#lib/time.ts";
import { type AppointmentStatus, takenBackTo, undoSeconds } from "../../lifecycle.ts";
import type { Answer } from "../../questions.ts";
import type { WrittenAppointment } from "../../view.ts";
import { linksOf, type MailLinks } from "../appointments/mail-links.ts";

/** What goes with every write, in the same statement: its line in the audit log and the mails it causes. */
export interface Traces {
  actor: AnyActor | AnsweringActor;
  /** "appointment.confirmed" */
  action: string;
  detail?: Record<string, unknown>;
  messages: OutgoingMessage[];
  /** Those that the mails carry live from now on. */
  links?: MailLinks;
  /** For so many seconds the mails wait, so that what caused them can be taken back. */
  mailsWaitSeconds?: number;
  /**
   * Which mails about older versions are not sent any more if they still wait: by default those to whoever is told
   * something newer.
   */
  supersedes?: "none" | "of_who_is_told" | "of_last_version" | "all";
}

export interface OutgoingMessage {
  kind: string;
  recipient: string;
  locale: string;
  payload: Record<string, unknown>;
}

/** Whom an appointment is for, where they have no account. */
export interface Contact {
  name: string;
  email: string | null;
  phone: string | null;
  /** Of the pages they booked on, as a tag; null: as the clinic writes. */
  locale: string | null;
}

/** A place that is only held so far. */
export interface Hold {
  expiresAt: EpochMs;
  /** SHA-256 of the secret that the browser keeps; null where none asked: the patient is known. */
  key: Buffer | null;
  /** The appointment that it is offered to replace. */
  replacesId?: string | null;
}

/** What the person said, or staff for them. */
export interface Said {
  patientId: string | null;
  contact: Contact | null;
  notes: string | null;
  answers: readonly Answer[];
  urgent: boolean;
}

export interface AppointmentDraft extends Said {
  clinicId: string;
  doctorId: string;
  serviceId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  status: AppointmentStatus;
  resourceId: string | null;
  priceAmount: number;
  priceCurrency: string;
  hold?: Hold | null;
  bundleId?: string | null;
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
  const { contact, hold } = draft;
  // occupied, local_date and session_key are placeholders: a trigger derives them.
  const insert = Prisma.sql`
    INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, contact_name, contact_email, contact_phone,
      contact_locale, starts_at, ends_at, status, resource_id, notes, answers, urgent, price_amount, price_currency,
      confirmed_at, hold_expires_at, hold_key, replaces_id, bundle_id, created_by_id, occupied, local_date, session_key)
    VALUES (${draft.clinicId}::uuid, ${draft.doctorId}::uuid, ${draft.serviceId}::uuid, ${draft.patientId}::uuid,
      ${contact?.name ?? null}, ${contact?.email ?? null}, ${contact?.phone ?? null}, ${contact?.locale ?? null},
      to_timestamp(${draft.startsAt}::float8 / 1000), to_timestamp(${draft.endsAt}::float8 / 1000),
      ${draft.status}::appointment_status, ${draft.resourceId}::uuid, ${draft.notes},
      ${JSON.stringify(draft.answers)}::jsonb, ${draft.urgent}::boolean, ${draft.priceAmount}::int,
      ${draft.priceCurrency}, CASE WHEN ${draft.status} = 'confirmed' THEN now() END,
      to_timestamp(${hold?.expiresAt ?? null}::float8 / 1000), ${hold?.key ?? null}::bytea,
      ${hold?.replacesId ?? null}::uuid, ${draft.bundleId ?? null}::uuid, ${actorId}::uuid,
      'empty', current_date, uuid_v7())`;
  const written = await writeTraced(tx, draft.clinicId, insert, { supersedes: "none", ...traces });
  if (!written) throw new Error("An insert that was not refused returns its row");
  return written;
}

export interface HoldClaim extends Said {
  id: string;
  clinicId: string;
  version: number;
  /** What the hold becomes. */
  status: "pending" | "confirmed";
}

/** Makes a booking of a hold that has not run out. @returns null when it has, or somebody was faster. */
export async function claimHold(tx: Statements, claim: HoldClaim, traces: Traces): Promise<WrittenAppointment | null> {
  const { actorId } = actorLabel(traces.actor, claim.clinicId);
  const { contact } = claim;
  const update = Prisma.sql`
    UPDATE appointment SET status = ${claim.status}::appointment_status, version = version + 1, updated_at = now(),
      patient_id = ${claim.patientId}::uuid, contact_name = ${contact?.name ?? null},
      contact_email = ${contact?.email ?? null}, contact_phone = ${contact?.phone ?? null},
      contact_locale = ${contact?.locale ?? null}, notes = ${claim.notes}, answers = ${JSON.stringify(claim.answers)}::jsonb,
      urgent = ${claim.urgent}::boolean,
      confirmed_at = CASE WHEN ${claim.status} = 'confirmed' THEN now() END, created_by_id = ${actorId}::uuid
    WHERE id = ${claim.id}::uuid AND status = 'held' AND version = ${claim.version}::int
      AND hold_expires_at > clock_timestamp()`;
  return writeTraced(tx, claim.clinicId, update, traces);
}

/** Lets a hold that has not run out last longer. @returns null when it has, or somebody was faster. */
export async function prolongHold(
  tx: Statements,
  hold: { id: string; clinicId: string; version: number; expiresAt: EpochMs },
  traces: Traces,
): Promise<WrittenAppointment | null> {
  const update = Prisma.sql`
    UPDATE appointment SET hold_expires_at = to_timestamp(${hold.expiresAt}::float8 / 1000), version = version + 1,
      updated_at = now()
    WHERE id = ${hold.id}::uuid AND status = 'held' AND version = ${hold.version}::int
      AND hold_expires_at > clock_timestamp()`;
  return writeTraced(tx, hold.clinicId, update, traces);
}

export interface Move {
  id: string;
  clinicId: string;
  /** The version that the decision was made on. */
  version: number;
  status: "pending" | "confirmed";
  doctorId: string;
  resourceId: string | null;
  startsAt: EpochMs;
  endsAt: EpochMs;
}

/** One UPDATE, so that an appointment is never in two places nor in none. @returns null when somebody was faster. */
export async function moveAppointment(tx: Statements, move: Move, traces: Traces): Promise<WrittenAppointment | null> {
  const update = Prisma.sql`
    UPDATE appointment SET status = ${move.status}::appointment_status, version = version + 1, updated_at = now(),
      doctor_id = ${move.doctorId}::uuid, resource_id = ${move.resourceId}::uuid,
      starts_at = to_timestamp(${move.startsAt}::float8 / 1000), ends_at = to_timestamp(${move.endsAt}::float8 / 1000),
      ics_sequence = ics_sequence + 1, decided_at = NULL, decided_by_id = NULL,
      confirmed_at = CASE WHEN ${move.status} = 'confirmed' THEN coalesce(confirmed_at, now()) END
    WHERE id = ${move.id}::uuid AND status IN ('pending', 'confirmed') AND version = ${move.version}::int`;
  return writeTraced(tx, move.clinicId, update, { supersedes: "all", ...traces });
}

/** Gives a visit by video a link of its own, or none: calendars that hold it have to follow. @returns null when somebody was faster. */
export async function writeVideoLink(
  tx: Statements,
  link: { id: string; clinicId: string; version: number; videoUrl: string | null },
  traces: Traces,
): Promise<WrittenAppointment | null> {
  const update = Prisma.sql`
    UPDATE appointment SET video_url = ${link.videoUrl}, version = version + 1, updated_at = now(),
      ics_sequence = ics_sequence + 1
    WHERE id = ${link.id}::uuid AND occupies(status) AND version = ${link.version}::int`;
  return writeTraced(tx, link.clinicId, update, traces);
}

/** What the team writes on an appointment. */
export interface Remarks {
  id: string;
  clinicId: string;
  /** The version that the decision was made on. */
  version: number;
  urgent: boolean;
  internalNotes: string | null;
}

/** @returns null when somebody was faster. */
export async function writeRemarks(
  tx: Statements,
  remarks: Remarks,
  traces: Traces,
): Promise<WrittenAppointment | null> {
  const update = Prisma.sql`
    UPDATE appointment SET urgent = ${remarks.urgent}::boolean, internal_notes = ${remarks.internalNotes},
      version = version + 1, updated_at = now()
    WHERE id = ${remarks.id}::uuid AND version = ${remarks.version}::int`;
  return writeTraced(tx, remarks.clinicId, update, traces);
}

/** Lets a missed appointment no longer count against its patient, or count again. @returns null when somebody was faster. */
export async function countNoShow(
  tx: Statements,
  change: { id: string; clinicId: string; version: number; counts: boolean },
  traces: Traces,
): Promise<WrittenAppointment | null> {
  const update = Prisma.sql`
    UPDATE appointment SET no_show_waived_at = CASE WHEN ${change.counts}::boolean THEN NULL ELSE now() END,
      version = version + 1, updated_at = now()
    WHERE id = ${change.id}::uuid AND status = 'no_show' AND version = ${change.version}::int`;
  return writeTraced(tx, change.clinicId, update, traces);
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
  const mayUndo = takenBackTo(change.from, change.to) !== null;
  const update = Prisma.sql`
    UPDATE appointment SET status = ${change.to}::appointment_status, version = version + 1, updated_at = now(),
      confirmed_at = CASE WHEN ${change.to} = 'confirmed' THEN now() ELSE confirmed_at END,
      decided_at = clock_timestamp(), decided_by_id = ${mayUndo ? actorId : null}::uuid,
      cancelled_at = CASE WHEN ${change.to} = 'cancelled' THEN now() ELSE cancelled_at END,
      cancelled_by_id = CASE WHEN ${change.to} = 'cancelled' THEN ${actorId}::uuid ELSE cancelled_by_id END,
      cancel_reason = coalesce(${change.reason}, cancel_reason),
      ics_sequence = ics_sequence + CASE WHEN ${change.to} IN ('cancelled', 'rejected') THEN 1 ELSE 0 END
    WHERE id = ${change.id}::uuid AND status = ${change.from}::appointment_status AND version = ${change.version}::int`;
  const detail = { from: change.from, to: change.to, ...traces.detail };
  return writeTraced(tx, change.clinicId, update, { ...traces, detail });
}

/** Gives back the status before the last step, while that can be undone. @returns null when that is no longer so. */
export async function takeBackStep(
  tx: Statements,
  step: { id: string; clinicId: string; status: AppointmentStatus; before: AppointmentStatus; version: number },
  traces: Traces,
): Promise<WrittenAppointment | null> {
  const update = Prisma.sql`
    UPDATE appointment SET status = ${step.before}::appointment_status, version = version + 1, updated_at = now(),
      confirmed_at = CASE WHEN ${step.before} <> 'pending' THEN confirmed_at END,
      decided_at = NULL, decided_by_id = NULL, cancel_reason = NULL
    WHERE id = ${step.id}::uuid AND status = ${step.status}::appointment_status
      AND version = ${step.version}::int
      AND decided_at > clock_timestamp() - make_interval(secs => ${undoSeconds}::int)`;
  return writeTraced(tx, step.clinicId, update, { supersedes: "of_last_version", ...traces });
}

/** One statement, so that an appointment never changes without its traces. */
async function writeTraced(
  tx: Statements,
  clinicId: string,
  write: Prisma.Sql,
  { actor, action, detail, messages, links, mailsWaitSeconds = 0, supersedes = "of_who_is_told" }: Traces,
): Promise<WrittenAppointment | null> {
  const { actorId, actorRole } = actorLabel(actor, clinicId);
  const told = messages.map(({ recipient }) => recipient);
  const older = supersedes === "none" ? Prisma.empty : olderMails(supersedes, told);
  const [row] = await tx.$queryRaw<WrittenRow[]>`
    WITH written AS (
      ${write} RETURNING id, clinic_id, doctor_id, status, version, starts_at, ends_at, ics_uid, ics_sequence
    ), audited AS (
      INSERT INTO audit_entry (clinic_id, actor_id, actor_role, action, subject_type, subject_id, detail)
      SELECT clinic_id, ${actorId}::uuid, ${actorRole}, ${action}, 'appointment', id::text,
        ${JSON.stringify(detail ?? {})}::jsonb FROM written
    )${older}${linksOf(links, messages, { isMove: supersedes === "all" })}, told AS (
      INSERT INTO message (clinic_id, appointment_id, appointment_version, kind, recipient, locale, payload,
        next_attempt_at)
      SELECT clinic_id, id, version, kind, recipient, locale, payload || ${writtenEvent},
        now() + make_interval(secs => ${mailsWaitSeconds}::int)
      FROM written, jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
        AS mail (kind text, recipient citext, locale text, payload jsonb)
    )
    SELECT id, doctor_id AS "doctorId", status::text, version, starts_at AS "startsAt", ends_at AS "endsAt" FROM written`;
  return row ? { ...row, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() } : null;
}

/** What calendars are told of it, as lib/calendar/event-snapshot.ts reads it; no later change has an earlier stamp. */
const writtenEvent = Prisma.sql`jsonb_build_object('event', jsonb_build_object(
          'uid', ics_uid, 'sequence', ics_sequence, 'status', status,
          'startsAt', epoch_ms(starts_at),
          'endsAt', epoch_ms(ends_at),
          'stampedAt', epoch_ms(clock_timestamp())))`;

/** They are not sent any more; one that is on its way by now is. */
function olderMails(which: Exclude<Traces["supersedes"], "none" | undefined>, told: string[]): Prisma.Sql {
  const these = {
    all: Prisma.sql`true`,
    of_last_version: Prisma.sql`appointment_version = written.version - 1`,
    of_who_is_told: Prisma.sql`recipient = ANY(${told}::citext[])`,
  };
  return Prisma.sql`, superseded AS (
      UPDATE message SET status = 'superseded', payload = payload - 'token' FROM written
      WHERE appointment_id = written.id AND appointment_version < written.version AND message.status = 'queued'
        AND ${these[which]})`;
}
