import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { revokeTokens } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { supersede } from "#lib/notifications/server/queue-message.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { invitationDays } from "../invitations.ts";
import { invitationIdSchema } from "../schema.ts";
import { invitationLimit, mailLimits, tooMany } from "./limits.ts";
import { mailInvitation } from "./mail-invitation.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { isAdminNow } from "./role-change.ts";

interface Target {
  id: string;
  clinicId: string;
  email: string;
}

/** Mails a new link for another week, from whoever asks; the link before stops working. */
export async function resendInvitation(actor: Actor, input: unknown): Promise<Result<{ email: string }>> {
  return withOpen(actor, input, async (target) => {
    const refused = await tooMany([invitationLimit, actor.userId], [mailLimits.recipient, target.email]);
    if (refused) return refuse(refused);
    return change(actor, target, "invitation.resent", async (tx) => {
      await tx.$executeRaw`
        UPDATE invitation SET invited_by_id = ${actor.userId}::uuid,
          expires_at = now() + make_interval(days => ${invitationDays}::int) WHERE id = ${target.id}::uuid`;
      await mailInvitation(tx, target.id);
    });
  });
}

/** Withdraws an invitation: its link leads nowhere from now on. */
export async function revokeInvitation(actor: Actor, input: unknown): Promise<Result<{ email: string }>> {
  return withOpen(actor, input, (target) =>
    change(actor, target, "invitation.revoked", async (tx) => {
      await tx.$executeRaw`UPDATE invitation SET revoked_at = now() WHERE id = ${target.id}::uuid`;
      await revokeTokens(tx, "invitation", target.id);
      await supersede(tx, { kind: "invitation", recipient: target.email, clinicId: target.clinicId });
    }),
  );
}

/** Of a clinic that the actor administers; any other is answered like one that is not there. */
async function withOpen<T>(
  actor: Actor,
  input: unknown,
  work: (target: Target) => Promise<Result<T>>,
): Promise<Result<T>> {
  const parsed = parseInput(invitationIdSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const target = await db.invitation.findUnique({
      where: { id: parsed.value.id },
      select: { id: true, clinicId: true, email: true },
    });
    if (!target || !hasRole(actor, target.clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
    return work(target);
  });
}

async function change(
  actor: Actor,
  { id, clinicId, email }: Target,
  action: "invitation.resent" | "invitation.revoked",
  write: (tx: Transaction) => Promise<void>,
): Promise<Result<{ email: string }>> {
  return inTransaction(async (tx) => {
    if (!(await isAdminNow(tx, actor, clinicId))) return refuse(refusal("NOT_FOUND"));
    const [open] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM invitation WHERE id = ${id}::uuid AND accepted_at IS NULL AND revoked_at IS NULL FOR UPDATE`;
    if (!open) return refuse(refusal("NOT_FOUND"));
    await write(tx);
    await recordAudit(tx, { actor, action, clinicId, subjectType: "invitation", subjectId: id });
    return ok({ email });
  });
}
