import "server-only";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { FoundDoctor, FoundPlan } from "../../search-view.ts";
import { type ClinicSearch, meets } from "./search-appointments.ts";

/** Care plans by number, name or e-mail address: those that run first, the newest first. It does not ask who is asking. */
export async function searchPlanNumbers({ clinicId, wanted, limit }: ClinicSearch): Promise<FoundPlan[]> {
  return db.$queryRaw<FoundPlan[]>`
    SELECT p.id::text, p.number, p.status::text, coalesce(u.name, p.contact_name, '') AS patient, s.name AS service
    FROM subscription p JOIN service s ON s.id = p.service_id LEFT JOIN app_user u ON u.id = p.patient_id
    WHERE p.clinic_id = ${clinicId}::uuid
      AND ${meets(wanted, Prisma.sql`concat_ws(' ', p.number, u.name, u.email, p.contact_name, p.contact_email)`)}
    ORDER BY p.status IN ('cancelled', 'completed'), p.id DESC LIMIT ${limit}::int`;
}

/** Doctors of a clinic by name. It does not ask who is asking. */
export async function searchDoctors({ clinicId, wanted, limit }: ClinicSearch): Promise<FoundDoctor[]> {
  return db.$queryRaw<FoundDoctor[]>`
    SELECT d.slug, d.name, d.specialty FROM doctor d
    WHERE d.is_active AND ${meets(wanted, Prisma.sql`concat_ws(' ', d.name, d.specialty)`)} AND (
      EXISTS (SELECT FROM membership m WHERE m.user_id = d.user_id AND m.clinic_id = ${clinicId}::uuid
        AND m.role = 'doctor')
      OR EXISTS (SELECT FROM doctor_service o JOIN service s ON s.id = o.service_id
        WHERE o.doctor_id = d.id AND o.is_active AND s.is_active AND s.clinic_id = ${clinicId}::uuid))
    ORDER BY lower(d.name), d.id LIMIT ${limit}::int`;
}
