import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";

/** Somebody who left, and somebody who was asked to come. */
export async function teamSamples(database: pg.Pool): Promise<{ formerColleagueId: string; invitationToken: string }> {
  const { rows } = await database.query<{ id: string }>(
    `WITH left_us AS (
       INSERT INTO app_user (email, name, email_verified_at, disabled_at, updated_at)
       VALUES ('former@example.test', 'Frances Former', now(), now(), now()) RETURNING id
     ), was AS (
       INSERT INTO membership (user_id, clinic_id, role) SELECT left_us.id, clinic.id, 'staff' FROM left_us, clinic
     )
     SELECT id FROM left_us`,
  );
  const token = randomBytes(32).toString("base64url");
  await database.query(
    `WITH asked AS (
       INSERT INTO invitation (clinic_id, email, roles, invited_by_id, expires_at)
       SELECT m.clinic_id, 'newcomer@example.test', '{doctor,staff}', m.user_id, now() + interval '7 days'
       FROM membership m JOIN app_user u ON u.id = m.user_id
       WHERE m.role = 'admin' AND u.email = 'admin@demo.slotwell.test' RETURNING id
     )
     INSERT INTO access_token (hash, purpose, subject, expires_at)
     SELECT $1, 'invitation', id::text, now() + interval '7 days' FROM asked`,
    [createHash("sha256").update(token).digest()],
  );
  if (!rows[0]) throw new Error("Nobody left.");
  return { formerColleagueId: rows[0].id, invitationToken: token };
}
