import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { stretchOf, type TimeOff } from "../../doctor-time.ts";
import { refusal } from "../../refusal.ts";
import { addTimeOffSchema } from "../../schema.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { isDoctorOf, isOwnOrOf, lockDoctor } from "./weekly-hours.ts";

/**
 * A doctor is away: nobody books with them then, at whichever clinic. Typed in the clinic's wall time. Appointments
 * already made stay. For that doctor, and for staff.
 */
export async function addTimeOff(actor: Actor, input: unknown, clock: Clock = databaseClock): Promise<Result<TimeOff>> {
  const parsed = parseInput(addTimeOffSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId, from, fromTime, to: last, toTime, reason } = parsed.value;
  const clinic = isOwnOrOf(actor, { clinicId, doctorId }, "staff") ? await findClinicById(clinicId) : null;
  if (!clinic) return refuse(refusal("NOT_FOUND"));
  const to = last ?? from;
  const stretch = stretchOf({ from, fromTime, to, toTime }, clinic.timeZone);
  if ("problem" in stretch) return invalid(stretch.problem.path, stretch.problem.code);
  const { start, end } = stretch.interval;
  if (end <= (await databaseNow(clock))) return invalid(last === null ? "from" : "to", "past");

  return orRefusal(() =>
    inTransaction(async (tx) => {
      await lockDoctor(tx, doctorId);
      if (!(await isDoctorOf({ clinicId, doctorId }, tx))) return refuse(refusal("NOT_FOUND"));
      const [startsAt, endsAt] = [new Date(start), new Date(end)];
      if (await tx.timeOff.findFirst({ where: { doctorId, startsAt, endsAt } })) return invalid("from", "duplicate");
      const { id } = await tx.timeOff.create({ data: { doctorId, startsAt, endsAt, reason } });
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "time_off.added",
        subjectType: "doctor",
        subjectId: doctorId,
        detail: { timeOffId: id, startsAt: start, endsAt: end },
      });
      return ok({ id, startsAt: start, endsAt: end, reason });
    }),
  );
}

function invalid(path: string, message: string): Result<never> {
  return refuse({ ...refusal("VALIDATION"), errors: [{ path, message }] });
}
