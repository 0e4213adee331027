import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { invitationDays } from "../invitations.ts";
import type { GrantableRole } from "../people.ts";
import { invitationSchema } from "../schema.ts";
import { invitationLimit, mailLimits, tooMany } from "./limits.ts";
import { mailInvitation } from "./mail-invitation.ts";
import { fieldRefusal, parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { isAdminNow } from "./role-change.ts";

/**
 * Mails somebody a link with which they take roles at the clinic, whether or not they have an account. Inviting an
 * address again replaces the roles and the link of the invitation that is open.
 */
export async function invitePerson(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = parseInput(invitationSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const { clinicId, email } = parsed.value;
    const roles = [...new Set(parsed.value.roles)];
    if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("FORBIDDEN"));
    const refused = await tooMany([invitationLimit, actor.userId], [mailLimits.recipient, email]);
    if (refused) return refuse(refused);

    return inTransaction(async (tx) => {
      if (!(await isAdminNow(tx, actor, clinicId))) return refuse(refusal("FORBIDDEN"));
      if (await hasAlready(tx, { clinicId, email, roles })) return refuse(fieldRefusal("email", "member_already"));
      const [invitation] = await tx.$queryRaw<{ id: string }[]>`
        INSERT INTO invitation AS i (clinic_id, email, roles, invited_by_id, expires_at)
        VALUES (${clinicId}::uuid, ${email}, ${roles}::role[], ${actor.userId}::uuid,
          now() + make_interval(days => ${invitationDays}::int))
        ON CONFLICT (clinic_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL DO UPDATE
          SET roles = excluded.roles, invited_by_id = excluded.invited_by_id, expires_at = excluded.expires_at
        RETURNING id::text`;
      if (!invitation) throw new Error("An upsert returns its row");
      await mailInvitation(tx, invitation.id);
      const about = { clinicId, subjectType: "invitation", subjectId: invitation.id, detail: { roles } };
      await recordAudit(tx, { actor, action: "invitation.sent", ...about });
      return ok(invitation);
    });
  });
}

/** Told to admins only, of people whom they find under People anyway. */
async function hasAlready(
  tx: Transaction,
  { clinicId, email, roles }: { clinicId: string; email: string; roles: GrantableRole[] },
): Promise<boolean> {
  const held = await tx.membership.findMany({
    where: { clinicId, user: { email }, role: { in: roles } },
    select: { role: true },
  });
  return held.length === roles.length;
}
