import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import type { PatientView } from "../../view.ts";

const longestList = 12;
const longestSearch = 254;
const fewestDigits = 4;

/**
 * For whom the front desk may want to book: people of this clinic by part of their name, e-mail address or telephone
 * number; anybody else by their whole e-mail address alone, and then without their number. For staff.
 */
export async function searchPatients(
  actor: Actor,
  { clinicId, search }: { clinicId: string; search: string },
): Promise<Result<PatientView[]>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const wanted = search.trim().slice(0, longestSearch);
  if (wanted === "") return ok([]);
  const digits = wanted.replace(/\D/g, "");
  const byPhone =
    digits.length >= fewestDigits && /^[\d\s+()./-]+$/.test(wanted)
      ? Prisma.sql`position(${digits} IN regexp_replace(coalesce(phone, ''), '\\D', '', 'g')) > 0`
      : Prisma.sql`false`;
  const found = await db.$queryRaw<PatientView[]>`
    SELECT id, name, email, phone FROM (${peopleOf(clinicId, Prisma.sql`u.email = ${wanted}::citext`)}) AS known
    WHERE position(lower(${wanted}) IN lower(name)) > 0 OR position(lower(${wanted}) IN lower(email)) > 0 OR ${byPhone}
    ORDER BY lower(name), id LIMIT ${longestList}`;
  return ok(found);
}

/** One of them, by id; somebody new to the clinic only with their whole e-mail address. For staff. */
export async function findPatient(
  actor: Actor,
  { clinicId, patientId, email = "" }: { clinicId: string; patientId: string; email?: string },
): Promise<Result<PatientView>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const [patient] = await db.$queryRaw<PatientView[]>`
    SELECT id, name, email, phone FROM (${peopleOf(clinicId, Prisma.sql`u.email = ${email}::citext`)}) AS known
    WHERE id = ${patientId}`;
  return patient ? ok(patient) : refuse(refusal("NOT_FOUND"));
}

function peopleOf(clinicId: string, orElse: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT u.id::text, u.name, u.email::text, CASE WHEN of_clinic.known THEN u.phone END AS phone
    FROM app_user u CROSS JOIN LATERAL (SELECT
      EXISTS (SELECT FROM membership m WHERE m.user_id = u.id AND m.clinic_id = ${clinicId}::uuid)
      OR EXISTS (SELECT FROM appointment a WHERE a.patient_id = u.id AND a.clinic_id = ${clinicId}::uuid) AS known) of_clinic
    WHERE u.disabled_at IS NULL AND u.email_verified_at IS NOT NULL AND (of_clinic.known OR ${orElse})`;
}
