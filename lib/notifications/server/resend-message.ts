import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { issueToken } from "#lib/auth/tokens.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { isUuid } from "#lib/scheduling/server/is-uuid.ts";
import { visibleTo } from "./mail-log.ts";
import { resendHurdle } from "./resend-hurdle.ts";

interface Row {
  clinicId: string | null;
  kind: string;
  appointmentId: string | null;
  subscriptionId: string | null;
  state: string;
  /** Of a guest, whose link was taken out of the row when it was sent or given up. */
  lacksLink: boolean;
}

const linkLivesMinutes = 60 * 24 * 60;

/**
 * Has a message sent once more, for admins: what was given up is queued anew, what waits is tried now, both under the
 * Message-ID it had; what was sent goes out again under a new one, or mail programs would hide it as a double.
 */
export async function resendMessage(actor: Actor, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const clinicIds = clinicsWithRole(actor, "admin");
  if (clinicIds.length === 0) return refuse(refusal("FORBIDDEN"));
  if (!isUuid(id)) return refuse(refusal("NOT_FOUND"));
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT m.clinic_id::text AS "clinicId", m.kind, m.appointment_id::text AS "appointmentId",
        m.subscription_id::text AS "subscriptionId", m.status::text AS state,
        coalesce((m.payload->>'isGuest')::boolean, false) AND NOT m.payload ? 'token' AS "lacksLink"
      FROM message m WHERE ${visibleTo(clinicIds)} AND m.id = ${id}::uuid FOR UPDATE OF m`;
    if (!row) return refuse(refusal("NOT_FOUND"));
    const reason = await resendHurdle(tx, id);
    if (reason) return refuse(refusal("ILLEGAL_TRANSITION", { reason }));
    const token = row.lacksLink ? await newLink(tx, row) : null;
    await tx.$executeRaw`
      UPDATE message SET status = 'queued', attempts = 0, queued_at = now(), next_attempt_at = now(), last_error = NULL,
        payload = payload || ${JSON.stringify(token ? { token } : {})}::jsonb
      WHERE id = ${id}::uuid`;
    await recordAudit(tx, {
      ...(row.clinicId ? { clinicId: row.clinicId } : {}),
      actor,
      action: "message.resent",
      subjectType: "message",
      subjectId: id,
      detail: { kind: row.kind, from: row.state },
    });
    return ok({ id });
  });
}

/** The old one is known by its hash alone. An appointment may have several, a plan has the newest. */
async function newLink(tx: Transaction, { appointmentId, subscriptionId }: Row): Promise<string | null> {
  if (appointmentId) return issueToken(tx, "appointment", `${appointmentId}:${randomUUID()}`, linkLivesMinutes);
  return subscriptionId && issueToken(tx, "subscription", subscriptionId, linkLivesMinutes);
}
