import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { orRefusal } from "../refused-by-database.ts";
import { isDoctorOf, isOwnOrOf, lockDoctor, type WeekOf } from "./weekly-hours.ts";

interface Change<T> extends WeekOf {
  /** For the audit log: "doctor_profile.changed", and what of it. */
  action: string;
  detail?: Prisma.InputJsonObject;
  write(tx: Transaction): Promise<Result<T>>;
}

/** One change of what a doctor's page says, with its audit line. For that doctor, and for admins; one after the other. */
export function changeProfile<T>(
  actor: Actor,
  { clinicId, doctorId, action, detail = {}, write }: Change<T>,
): Promise<Result<T>> {
  const of = { clinicId, doctorId };
  return orRefusal(() =>
    inTransaction(async (tx) => {
      if (!isOwnOrOf(actor, of, "admin") || !(await isDoctorOf(of, tx))) return refuse(refusal("NOT_FOUND"));
      await lockDoctor(tx, doctorId);
      const written = await write(tx);
      if (!written.ok) return written;
      await recordAudit(tx, { clinicId, actor, action, subjectType: "doctor", subjectId: doctorId, detail });
      return written;
    }),
  );
}
