import type { Actor, Membership } from "#lib/auth/actor.ts";
import { mintActor } from "#lib/auth/mint.ts";
import { ownerSql } from "./database.ts";

/** Somebody of the demo clinic, as if signed in. */
export async function actorWithEmail(email: string): Promise<Actor> {
  const [person] = await ownerSql<{ userId: string; name: string; doctorId: string | null; memberships: Membership[] }>(
    `SELECT u.id AS "userId", u.name, (SELECT d.id FROM doctor d WHERE d.user_id = u.id) AS "doctorId",
       (SELECT jsonb_agg(jsonb_build_object('clinicId', clinic_id, 'role', role)) FROM membership m
        WHERE m.user_id = u.id) AS memberships
     FROM app_user u WHERE email = $1`,
    [email],
  );
  if (!person) throw new Error(`Nobody has the address ${email}`);
  return mintActor(person);
}
