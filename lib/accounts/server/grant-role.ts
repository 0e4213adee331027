import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type AnyActor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { roleSchema } from "../schema.ts";
import { makeDoctor } from "./make-doctor.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { endSessionsOf, isAdminNow } from "./role-change.ts";

/** Gives somebody a role at a clinic; they sign in again and then have it. Granting it twice changes nothing. */
export async function grantRole(actor: AnyActor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(roleSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const { clinicId, userId, role } = parsed.value;
    if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("FORBIDDEN"));

    return inTransaction(async (tx) => {
      if (!(await isAdminNow(tx, actor, clinicId))) return refuse(refusal("FORBIDDEN"));
      const user = await tx.user.findUnique({ where: { id: userId }, select: { name: true, disabledAt: true } });
      if (!user || user.disabledAt) return refuse(refusal("NOT_FOUND"));

      const { count } = await tx.membership.createMany({ data: { clinicId, userId, role }, skipDuplicates: true });
      if (role === "doctor") await makeDoctor(tx, userId, user.name);
      if (count === 0) return ok(null);
      await endSessionsOf(tx, userId);
      const about = { clinicId, subjectType: "user", subjectId: userId, detail: { role } };
      await recordAudit(tx, { actor, action: "user.role_granted", ...about });
      return ok(null);
    });
  });
}
