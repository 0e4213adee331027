import "server-only";
import { db } from "#lib/db/client.ts";
import type { Actor, Membership } from "./actor.ts";
import { mintActor } from "./mint.ts";

interface PersonRow {
  id: string;
  name: string;
  doctor_id: string | null;
  memberships: Membership[];
}

/**
 * The person behind a proof of identity as the database knows them now, or null when it no longer holds: the account
 * is gone, disabled, unverified, or its sessions were ended since.
 */
export async function loadActor(userId: string, sessionEpoch: number): Promise<Actor | null> {
  const [person] = await db.$queryRaw<PersonRow[]>`
    SELECT u.id::text, u.name, d.id::text AS doctor_id,
      (SELECT coalesce(json_agg(json_build_object('clinicId', m.clinic_id, 'role', m.role) ORDER BY m.id), '[]')
       FROM membership m WHERE m.user_id = u.id) AS memberships
    FROM app_user u LEFT JOIN doctor d ON d.user_id = u.id
    WHERE u.id = ${userId}::uuid AND u.session_epoch = ${sessionEpoch}
      AND u.disabled_at IS NULL AND u.email_verified_at IS NOT NULL`;
  if (!person) return null;
  return mintActor({
    userId: person.id,
    name: person.name,
    doctorId: person.doctor_id,
    memberships: person.memberships,
  });
}
