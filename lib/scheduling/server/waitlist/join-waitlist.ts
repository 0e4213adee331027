import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, localDateOf } from "#lib/time.ts";
import { refusal } from "../../refusal.ts";
import { joinWaitlistSchema } from "../../schema.ts";
import { databaseNow } from "../database-now.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";

const longestWaitDays = 366;
const mostWishes = 10;

/**
 * A patient waits for a place of a service. One wish per service and doctor at a time; whoever joins again stands at
 * the end of the line.
 */
export async function joinWaitlist(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<{ id: string }>> {
  const parsed = parseInput(joinWaitlistSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, serviceId, doctorId, fromTime, toTime, untilDate } = parsed.value;
  if (!hasRole(actor, clinicId, "patient")) return refuse(refusal("FORBIDDEN"));
  const days = [...new Set(parsed.value.daysOfWeek)].sort();
  const daysOfWeek = days.length === 7 ? [] : days;

  return orRefusal(() =>
    inTransaction(async (tx) => {
      const service = await tx.service.findFirst({
        where: { id: serviceId, clinicId, isActive: true },
        select: {
          clinic: { select: { timeZone: true } },
          doctors: { where: { isActive: true, doctor: { isActive: true } }, select: { doctorId: true } },
        },
      });
      if (!service) return refuse(refusal("NOT_FOUND"));
      const isOffered = service.doctors.some((own) => doctorId === null || own.doctorId === doctorId);
      if (!isOffered) return refuse(refusal("NOT_OFFERED"));
      const today = localDateOf(await databaseNow(clock, tx), service.clinic.timeZone);
      if (untilDate < today) return invalid("untilDate", "past");
      if (untilDate > addDays(today, longestWaitDays)) return invalid("untilDate", "range_too_long");
      const wishes = await tx.waitlistEntry.count({
        where: { patientId: actor.userId, status: { in: ["waiting", "offered"] } },
      });
      if (wishes >= mostWishes) return invalid("doctorId", "waiting_enough");

      const [entry] = await tx.$queryRaw<{ id: string }[]>`
        INSERT INTO waitlist_entry (clinic_id, service_id, doctor_id, patient_id, days_of_week, from_time, to_time,
          until_date, created_at)
        VALUES (${clinicId}::uuid, ${serviceId}::uuid, ${doctorId}::uuid, ${actor.userId}::uuid, ${daysOfWeek}::int[],
          ${fromTime}::time, ${toTime}::time, ${untilDate}::date, clock_timestamp())
        ON CONFLICT DO NOTHING RETURNING id::text`;
      if (!entry) return invalid("doctorId", "waiting_already");
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "waitlist.joined",
        subjectType: "waitlist",
        subjectId: entry.id,
        detail: { serviceId, doctorId },
      });
      return ok(entry);
    }),
  );
}

function invalid(path: string, message: string): Result<never> {
  return refuse({ ...refusal("VALIDATION"), errors: [{ path, message }] });
}
