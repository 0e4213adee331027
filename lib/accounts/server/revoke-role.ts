import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type AnyActor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { roleSchema } from "../schema.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { endSessionsOf, isAdminNow, lockAdmins } from "./role-change.ts";

/**
 * Takes a role away and ends that person's sessions. A clinic's last admin stays (FORBIDDEN, `reason: last_admin`):
 * nobody could ever make another.
 */
export async function revokeRole(actor: AnyActor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(roleSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const { clinicId, userId, role } = parsed.value;
    if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("FORBIDDEN"));

    return inTransaction(async (tx) => {
      if (!(await isAdminNow(tx, actor, clinicId))) return refuse(refusal("FORBIDDEN"));
      const held = await tx.membership.findFirst({ where: { clinicId, userId, role }, select: { id: true } });
      if (!held) return refuse(refusal("NOT_FOUND"));
      if (role === "admin" && (await lockAdmins(tx, clinicId)).every((admin) => admin === userId)) {
        return refuse(refusal("FORBIDDEN", { reason: "last_admin" }));
      }
      await tx.membership.deleteMany({ where: { clinicId, userId, role } });
      await endSessionsOf(tx, userId);
      const about = { clinicId, subjectType: "user", subjectId: userId, detail: { role } };
      await recordAudit(tx, { actor, action: "user.role_revoked", ...about });
      return ok(null);
    });
  });
}
