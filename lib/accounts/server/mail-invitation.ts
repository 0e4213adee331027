import "server-only";
import { issueToken } from "#lib/auth/tokens.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import { invitationDays } from "../invitations.ts";
import type { GrantableRole } from "../people.ts";

interface Invited {
  email: string;
  roles: GrantableRole[];
  clinicId: string;
  clinicName: string;
  clinicLocale: string;
  invitedBy: string;
  /** Of their account, where they have one. */
  name: string | null;
  locale: string | null;
}

/** Mails a fresh link of an invitation; the one before stops working. */
export async function mailInvitation(tx: Transaction, id: string): Promise<void> {
  const [invited] = await tx.$queryRaw<Invited[]>`
    SELECT i.email::text, i.roles::text[] AS roles, c.id::text AS "clinicId", c.name AS "clinicName",
      c.locale AS "clinicLocale", b.name AS "invitedBy", u.name, u.locale
    FROM invitation i JOIN clinic c ON c.id = i.clinic_id JOIN app_user b ON b.id = i.invited_by_id
      LEFT JOIN app_user u ON u.email = i.email AND u.email_verified_at IS NOT NULL
    WHERE i.id = ${id}::uuid`;
  if (!invited) throw new Error("The invitation was written a moment ago");
  const { email, roles, clinicId, clinicName, invitedBy, name } = invited;
  const token = await issueToken(tx, "invitation", id, invitationDays * 24 * 60);
  await queueMessage(tx, {
    kind: "invitation",
    recipient: email,
    locale: invited.locale ?? invited.clinicLocale,
    clinicId,
    payload: { name, clinicName, invitedBy, roles, token },
  });
}
