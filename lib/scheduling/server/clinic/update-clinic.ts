import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { updateClinicSchema } from "../../schema.ts";
import type { ClinicView } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { clinicColumns } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";

/** Changes a clinic's name, address and rules; slots and days already there keep their capacity. For admins. */
export async function updateClinic(actor: Actor, input: unknown): Promise<Result<ClinicView>> {
  const parsed = parseInput(updateClinicSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, ...data } = parsed.value;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinic = await tx.clinic.update({ where: { id: clinicId }, data, select: clinicColumns });
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "clinic.changed",
        subjectType: "clinic",
        subjectId: clinicId,
        detail: data,
      });
      return ok(clinic);
    }),
  );
}
