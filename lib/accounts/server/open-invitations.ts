import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import type { OpenInvitation } from "../invitations.ts";

const most = 200;

/** Whether an invitation `i` of somebody who sent it is worth anything still. */
export const isAlive = Prisma.sql`(i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
  AND EXISTS (SELECT FROM membership m JOIN app_user sender ON sender.id = m.user_id
    WHERE m.user_id = i.invited_by_id AND m.clinic_id = i.clinic_id AND m.role = 'admin' AND sender.disabled_at IS NULL))`;

/** The clinic's invitations without an answer, the newest first. For admins. */
export async function openInvitations(
  actor: Actor,
  { clinicId }: { clinicId: string },
): Promise<Result<OpenInvitation[]>> {
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const rows = await db.$queryRaw<(Omit<OpenInvitation, "sentAt" | "expiresAt"> & { sentAt: Date; expiresAt: Date })[]>`
    SELECT i.id::text, i.email::text, i.roles::text[] AS roles, b.name AS "invitedBy", i.expires_at AS "expiresAt",
      coalesce((SELECT max(t.created_at) FROM access_token t
        WHERE t.purpose = 'invitation' AND t.subject = i.id::text), i.created_at) AS "sentAt",
      CASE WHEN ${isAlive} THEN 'open' ELSE 'lapsed' END AS state
    FROM invitation i JOIN app_user b ON b.id = i.invited_by_id
    WHERE i.clinic_id = ${clinicId}::uuid AND i.accepted_at IS NULL AND i.revoked_at IS NULL
    ORDER BY i.id DESC LIMIT ${most}`;
  return ok(rows.map((row) => ({ ...row, sentAt: row.sentAt.getTime(), expiresAt: row.expiresAt.getTime() })));
}
