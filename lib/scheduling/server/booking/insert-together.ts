import "server-only";
import { type AnyActor, actorLabel } from "#lib/auth/actor.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs } from "#lib/time.ts";
import type { AppointmentDraft } from "./write-appointment.ts";

/** What appointments of one person for one service have in common. */
export type SharedDraft = Pick<
  AppointmentDraft,
  "clinicId" | "serviceId" | "patientId" | "contact" | "status" | "priceAmount" | "priceCurrency"
>;

export type OwnDraft = Pick<AppointmentDraft, "doctorId" | "startsAt" | "endsAt" | "resourceId">;

/**
 * Books all of them or none, in ascending time, with their lines in the audit log and no mails: one statement, however
 * many. The database may refuse it by constraint.
 * @returns their ids by their starts
 */
export async function insertTogether(
  tx: Transaction,
  shared: SharedDraft,
  drafts: readonly OwnDraft[],
  actor: AnyActor,
): Promise<Map<EpochMs, string>> {
  const { actorId, actorRole } = actorLabel(actor, shared.clinicId);
  const { contact } = shared;
  // occupied, local_date and session_key are placeholders: a trigger derives them.
  const rows = await tx.$queryRaw<{ id: string; startsAt: Date }[]>`
    WITH written AS (
      INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, contact_name, contact_email, contact_phone,
        contact_locale, starts_at, ends_at, status, resource_id, price_amount, price_currency, confirmed_at,
        created_by_id, occupied, local_date, session_key)
      SELECT ${shared.clinicId}::uuid, "doctorId", ${shared.serviceId}::uuid, ${shared.patientId}::uuid,
        ${contact?.name ?? null}, ${contact?.email ?? null}, ${contact?.phone ?? null},
        ${contact?.locale ?? null}, to_timestamp("startsAt" / 1000), to_timestamp("endsAt" / 1000),
        ${shared.status}::appointment_status, "resourceId", ${shared.priceAmount}::int, ${shared.priceCurrency},
        CASE WHEN ${shared.status} = 'confirmed' THEN now() END, ${actorId}::uuid, 'empty', current_date, uuid_v7()
      FROM jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb)
        AS draft ("doctorId" uuid, "startsAt" float8, "endsAt" float8, "resourceId" uuid)
      ORDER BY "startsAt"
      RETURNING id, clinic_id, starts_at
    ), audited AS (
      INSERT INTO audit_entry (clinic_id, actor_id, actor_role, action, subject_type, subject_id, detail)
      SELECT clinic_id, ${actorId}::uuid, ${actorRole}, 'appointment.booked', 'appointment', id::text, '{}' FROM written
    )
    SELECT id::text, starts_at AS "startsAt" FROM written`;
  return new Map(rows.map(({ id, startsAt }) => [startsAt.getTime(), id]));
}
