import "server-only";
import { type AnyActor, actorLabel } from "#lib/auth/actor.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

export interface AuditRecord {
  clinicId?: string;
  /** "visitor" where nobody is signed in: registering, asking for a reset. */
  actor: AnyActor | "visitor";
  /** "subject.verb" in the past tense, e.g. "appointment.confirmed". */
  action: string;
  subjectType: string;
  subjectId: string;
  /** What changed. Never a secret, never more about a person than the subject's row holds. */
  detail?: Prisma.InputJsonObject;
}

/** Writes one line of the audit log in the transaction of the change it tells about. */
export async function recordAudit(tx: Prisma.TransactionClient, record: AuditRecord): Promise<void> {
  const { clinicId, actor, action, subjectType, subjectId, detail = {} } = record;
  const label = actor === "visitor" ? { actorId: null, actorRole: actor } : actorLabel(actor, clinicId);
  await tx.$executeRaw`
    INSERT INTO audit_entry (clinic_id, actor_id, actor_role, action, subject_type, subject_id, detail)
    VALUES (${clinicId ?? null}::uuid, ${label.actorId}::uuid, ${label.actorRole}, ${action}, ${subjectType},
      ${subjectId}, ${JSON.stringify(detail)}::jsonb)`;
}
