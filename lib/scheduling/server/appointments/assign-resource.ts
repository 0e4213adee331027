import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { occupies } from "../../lifecycle.ts";
import { refusal } from "../../refusal.ts";
import { assignResourceSchema } from "../../schema.ts";
import { lockDaysOf } from "../lock-days.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";

/**
 * Gives an appointment, or with it everybody of its session, another room or device of the kind that its service needs.
 * One that is taken then is refused by the database. For staff.
 */
export async function assignResource(actor: Actor, input: unknown): Promise<Result<{ id: string; version: number }>> {
  const parsed = parseInput(assignResourceSchema, input);
  if (!parsed.ok) return parsed;
  const { id, resourceId, version } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      await lockDaysOf(tx, id);
      const row = await tx.appointment.findUnique({
        where: { id },
        select: {
          clinicId: true,
          version: true,
          status: true,
          sessionKey: true,
          service: { select: { resourceKind: true } },
        },
      });
      if (!row || !hasRole(actor, row.clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
      if (version !== undefined && version !== row.version) {
        return refuse(refusal("VERSION_CONFLICT", { status: row.status }));
      }
      if (!occupies(row.status)) return refuse(refusal("ILLEGAL_TRANSITION", { from: row.status }));
      if (!(await isUsable(tx, row.clinicId, row.service.resourceKind, resourceId))) {
        return refuse({ ...refusal("VALIDATION"), errors: [{ path: "resourceId", message: "invalid" }] });
      }
      await moveSession(tx, row.sessionKey, resourceId);
      await recordAudit(tx, {
        clinicId: row.clinicId,
        actor,
        action: "appointment.resource_assigned",
        subjectType: "appointment",
        subjectId: id,
        detail: { resourceId },
      });
      const after = await tx.appointment.findUniqueOrThrow({ where: { id }, select: { version: true } });
      return ok({ id, version: after.version });
    }),
  );
}

async function isUsable(tx: Transaction, clinicId: string, kind: string | null, id: string): Promise<boolean> {
  if (kind === null) return false;
  return (await tx.resource.count({ where: { id, clinicId, kind, isActive: true } })) > 0;
}

/** A session is one visit of several people to one room: they all change, or nobody does. */
async function moveSession(tx: Transaction, sessionKey: string, resourceId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE appointment SET resource_id = ${resourceId}::uuid, version = version + 1, updated_at = now()
    WHERE session_key = ${sessionKey}::uuid AND occupies(status)`;
}
