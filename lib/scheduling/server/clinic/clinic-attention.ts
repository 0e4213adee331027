import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { missingGuards } from "#lib/db/guards.ts";
import { env } from "#lib/env.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import type { ClinicAttention } from "../../view.ts";

const mostOverFull = 5;

/** What waits for an answer in a clinic, and what keeps patients from booking or being told. For admins. */
export async function clinicAttention(
  actor: Actor,
  { clinicId }: { clinicId: string },
): Promise<Result<ClinicAttention>> {
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const [[row], guards] = await Promise.all([
    db.$queryRaw<Omit<ClinicAttention, "missingGuards">[]>`
      SELECT
        (SELECT json_build_object('count', count(*), 'urgent', count(*) FILTER (WHERE urgent),
            'oldest', epoch_ms(min(created_at)))
          FROM appointment WHERE clinic_id = ${clinicId}::uuid AND status = 'pending' AND starts_at > now()) AS requests,
        coalesce((SELECT json_agg(json_build_object('slug', slug, 'name', name) ORDER BY name) FROM service s
          WHERE clinic_id = ${clinicId}::uuid AND is_active AND NOT EXISTS (
            SELECT FROM doctor_service o JOIN doctor d ON d.id = o.doctor_id AND d.is_active
            WHERE o.service_id = s.id AND o.is_active)), '[]') AS "servicesWithoutDoctor",
        coalesce((SELECT json_agg(json_build_object('slug', slug, 'name', name) ORDER BY name) FROM doctor d
          WHERE is_active AND EXISTS (
              SELECT FROM doctor_service o JOIN service s ON s.id = o.service_id AND s.is_active
              WHERE o.doctor_id = d.id AND o.is_active AND s.clinic_id = ${clinicId}::uuid)
            AND NOT EXISTS (SELECT FROM weekly_hours h WHERE h.doctor_id = d.id AND h.clinic_id = ${clinicId}::uuid
              AND (h.valid_to IS NULL OR h.valid_to >= current_date))
            AND NOT EXISTS (SELECT FROM availability_window w WHERE w.doctor_id = d.id
              AND w.clinic_id = ${clinicId}::uuid AND w.ends_at > now())), '[]') AS "doctorsWithoutHours",
        coalesce((SELECT json_agg(over) FROM (
          SELECT local_date AS "localDate", epoch_ms(starts_at) AS "startsAt", booked, capacity FROM time_slot
          WHERE clinic_id = ${clinicId}::uuid AND starts_at > now() AND booked > capacity
          ORDER BY starts_at LIMIT ${mostOverFull}) over), '[]') AS "overFull",
        (SELECT count(*)::int FROM message WHERE clinic_id = ${clinicId}::uuid AND status = 'dead') AS "failedMessages",
        (SELECT count(*)::int FROM message WHERE clinic_id = ${clinicId}::uuid AND status IN ('queued', 'sending')
          AND (attempts > 0 OR (${env().mail !== undefined} AND channel = 'email'))
          AND greatest(queued_at, CASE WHEN attempts = 0 THEN next_attempt_at END) < now() - interval '15 minutes')
          AS "lateMessages"`,
    missingGuards(),
  ]);
  if (!row) throw new Error("A statement without FROM returns a row");
  return ok({ ...row, missingGuards: guards });
}
