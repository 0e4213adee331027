import "server-only";
import { db } from "#lib/db/client.ts";
import type { AnsweringActor } from "./actor.ts";
import { answeringActor } from "./mint.ts";
import { peekToken } from "./tokens.ts";

/**
 * The doctor who opens the link of a request's mail; null when the link is unknown or out of date, and when the request
 * or its doctor's place at the clinic is no longer theirs.
 */
export async function doctorByLink(token: string): Promise<AnsweringActor | null> {
  const [appointmentId, , doctorId] = (await peekToken(db, "doctor_request", token))?.split(":") ?? [];
  if (!appointmentId || !doctorId) return null;
  const [doctor] = await db.$queryRaw<{ userId: string }[]>`
    SELECT u.id::text AS "userId"
    FROM appointment a JOIN doctor d ON d.id = a.doctor_id JOIN app_user u ON u.id = d.user_id
    WHERE a.id = ${appointmentId}::uuid AND d.id = ${doctorId}::uuid AND d.is_active
      AND u.disabled_at IS NULL AND u.email_verified_at IS NOT NULL
      AND EXISTS (SELECT FROM membership held
        WHERE held.user_id = u.id AND held.clinic_id = a.clinic_id AND held.role = 'doctor')`;
  return doctor ? answeringActor({ userId: doctor.userId, doctorId, appointmentId }) : null;
}
