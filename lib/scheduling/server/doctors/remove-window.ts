import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { removeDoctorTimeSchema } from "../../schema.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { isDoctorOf, isOwnOrOf, isTheirs } from "./weekly-hours.ts";

/** A doctor does not work besides their week after all; appointments already made stay. For that doctor, and for staff. */
export async function removeWindow(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = parseInput(removeDoctorTimeSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, id, doctorId } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const row = await tx.availabilityWindow.findUnique({ where: { id } });
      const of = row?.clinicId === clinicId && isTheirs(row, doctorId) ? { clinicId, doctorId: row.doctorId } : null;
      if (!row || !of || !isOwnOrOf(actor, of, "staff") || !(await isDoctorOf(of, tx)))
        return refuse(refusal("NOT_FOUND"));
      const { count } = await tx.availabilityWindow.deleteMany({ where: { id } });
      if (count === 0) return refuse(refusal("NOT_FOUND"));
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "availability_window.removed",
        subjectType: "doctor",
        subjectId: row.doctorId,
        detail: { windowId: id, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() },
      });
      return ok({ id });
    }),
  );
}
