import "server-only";
import { peekToken } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { InvitationOffer } from "../invitations.ts";
import { isAlive } from "./open-invitations.ts";

export interface FoundInvitation extends InvitationOffer {
  id: string;
  clinicId: string;
}

/** What a mailed link offers while it works, to whoever reads that mailbox; null for any other. */
export async function findInvitation(token: string | null): Promise<InvitationOffer | null> {
  return token ? invitationBehind(db, token) : null;
}

export async function invitationBehind(
  queries: Pick<Transaction, "$queryRaw" | "$executeRaw">,
  token: string,
): Promise<FoundInvitation | null> {
  const id = await peekToken(queries, "invitation", token);
  if (!id) return null;
  const [found] = await queries.$queryRaw<FoundInvitation[]>`
    SELECT i.id::text, i.clinic_id::text AS "clinicId", c.name AS "clinicName", i.email::text, i.roles::text[] AS roles,
      b.name AS "invitedBy", u.id::text AS "userId", u.password_hash IS NOT NULL AS "hasPassword",
      CASE WHEN u.disabled_at IS NOT NULL THEN 'closed' WHEN u.email_verified_at IS NOT NULL THEN 'open'
        ELSE 'none' END AS account
    FROM invitation i JOIN clinic c ON c.id = i.clinic_id JOIN app_user b ON b.id = i.invited_by_id
      LEFT JOIN app_user u ON u.email = i.email
    WHERE i.id = ${id}::uuid AND ${isAlive}`;
  return found ?? null;
}
