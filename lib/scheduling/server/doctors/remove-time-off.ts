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

/** A doctor is not away after all. For that doctor, and for staff. */
export async function removeTimeOff(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = parseInput(removeDoctorTimeSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, id, doctorId } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const row = await tx.timeOff.findUnique({ where: { id } });
      const of = row && isTheirs(row, doctorId) ? { clinicId, doctorId: row.doctorId } : null;
      if (!row || !of || !isOwnOrOf(actor, of, "staff") || !(await isDoctorOf(of, tx)))
        return refuse(refusal("NOT_FOUND"));
      const { count } = await tx.timeOff.deleteMany({ where: { id } });
      if (count === 0) return refuse(refusal("NOT_FOUND"));
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "time_off.removed",
        subjectType: "doctor",
        subjectId: row.doctorId,
        detail: { timeOffId: id, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() },
      });
      return ok({ id });
    }),
  );
}
