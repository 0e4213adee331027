import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, clinicsWithRole, hasRole } from "#lib/auth/actor.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { personSchema } from "../schema.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import { isAdminNow, lockAdmins } from "./role-change.ts";

/**
 * Switches an account off: its sessions and tokens end at once, and as a doctor the person cannot be booked any more.
 * Roles, appointments and history stay. FORBIDDEN with `reason`: `self`, `last_admin`, or `elsewhere` where they belong
 * to a clinic too that the actor does not administer.
 */
export async function deactivatePerson(actor: Actor, input: unknown): Promise<Result<null>> {
  return switching(actor, input, async (tx, { clinicId, userId }) => {
    if (userId === actor.userId) return "self";
    if (await belongsElsewhere(tx, userId, clinicsWithRole(actor, "admin"))) return "elsewhere";
    const admins = await lockAdmins(tx, clinicId);
    if (admins.length === 1 && admins[0] === userId) return "last_admin";
    const changed = await tx.$executeRaw`
      UPDATE app_user SET disabled_at = now(), session_epoch = session_epoch + 1, updated_at = now()
      WHERE id = ${userId}::uuid AND disabled_at IS NULL`;
    if (changed === 0) return "unchanged";
    await tx.$executeRaw`UPDATE doctor SET is_active = false, updated_at = now() WHERE user_id = ${userId}::uuid`;
    await tx.$executeRaw`
      UPDATE access_token SET revoked_at = now()
      WHERE subject = ${userId} AND purpose IN ('api', 'reset_password', 'verify_email')
        AND used_at IS NULL AND revoked_at IS NULL`;
    return "deactivated";
  });
}

/** Switches an account on again, with the roles it had; a doctor can be booked again. */
export async function reactivatePerson(actor: Actor, input: unknown): Promise<Result<null>> {
  return switching(actor, input, async (tx, { userId }) => {
    if (await belongsElsewhere(tx, userId, clinicsWithRole(actor, "admin"))) return "elsewhere";
    const changed = await tx.$executeRaw`
      UPDATE app_user SET disabled_at = NULL, updated_at = now()
      WHERE id = ${userId}::uuid AND disabled_at IS NOT NULL`;
    if (changed === 0) return "unchanged";
    await tx.$executeRaw`
      UPDATE doctor SET is_active = true, updated_at = now() WHERE user_id = ${userId}::uuid AND EXISTS (
        SELECT FROM membership m WHERE m.user_id = doctor.user_id AND m.role = 'doctor')`;
    return "reactivated";
  });
}

interface Target {
  clinicId: string;
  userId: string;
}
type Outcome = "deactivated" | "reactivated" | "unchanged" | "self" | "elsewhere" | "last_admin";

async function switching(
  actor: Actor,
  input: unknown,
  work: (tx: Transaction, target: Target) => Promise<Outcome>,
): Promise<Result<null>> {
  const parsed = parseInput(personSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, userId } = parsed.value;
  return orRefusal(async () => {
    if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("FORBIDDEN"));
    return inTransaction(async (tx) => {
      if (!(await isAdminNow(tx, actor, clinicId))) return refuse(refusal("FORBIDDEN"));
      if (!(await isKnown(tx, { clinicId, userId }))) return refuse(refusal("NOT_FOUND"));
      const outcome = await work(tx, { clinicId, userId });
      if (outcome === "unchanged") return ok(null);
      if (outcome !== "deactivated" && outcome !== "reactivated") {
        return refuse(refusal("FORBIDDEN", { reason: outcome }));
      }
      const about = { clinicId, subjectType: "user", subjectId: userId };
      await recordAudit(tx, { actor, action: `user.${outcome}`, ...about });
      return ok(null);
    });
  });
}

/** Whether an admin of the clinic sees this person under People at all. */
async function isKnown(tx: Transaction, { clinicId, userId }: Target): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM membership WHERE user_id = ${userId}::uuid AND clinic_id = ${clinicId}::uuid)
      OR EXISTS (SELECT FROM appointment WHERE patient_id = ${userId}::uuid AND clinic_id = ${clinicId}::uuid) AS found`;
  return row?.found === true;
}

/** An account is one for all clinics of an installation: nobody shuts somebody out of another's house. */
async function belongsElsewhere(tx: Transaction, userId: string, clinicIds: string[]): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM membership WHERE user_id = ${userId}::uuid AND clinic_id <> ALL(${clinicIds}::uuid[]))
      OR EXISTS (SELECT FROM appointment
        WHERE patient_id = ${userId}::uuid AND clinic_id <> ALL(${clinicIds}::uuid[])) AS found`;
  return row?.found === true;
}
