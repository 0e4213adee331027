import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Statements, statements } from "#lib/db/statements.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { isLocalDate, type LocalDate } from "#lib/time.ts";
import { type DayCapacity, type StoredDay, toDayCapacity } from "../../day-capacity.ts";
import { refusal } from "../../refusal.ts";

export interface ClinicDate {
  clinicId: string;
  localDate: LocalDate;
}

/** How full a day is, for the front desk and those above it. */
export async function dayCapacity(actor: Actor, asked: ClinicDate): Promise<Result<DayCapacity>> {
  const day = checkClinicDate(actor, asked);
  if (!day.ok) return day;
  const [found] = await loadDayCapacities([day.value]);
  return found ? ok(found) : refuse(refusal("NOT_FOUND"));
}

/** Whether somebody may see how full a day is. */
export function checkClinicDate(actor: Actor, { clinicId, localDate }: ClinicDate): Result<ClinicDate> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  if (!isLocalDate(localDate)) return refuse(refusal("VALIDATION"));
  return ok({ clinicId, localDate });
}

/** Any days of any clinics in one statement, so as one moment saw them; none for a clinic that does not exist. */
export async function loadDayCapacities(
  days: readonly ClinicDate[],
  database: Statements = statements,
): Promise<DayCapacity[]> {
  const stored = await database.$queryRaw<StoredDay[]>`
    SELECT clinic.id::text AS "clinicId", asked.local_date::text AS "localDate", clinic.time_zone AS "timeZone",
      (SELECT count(*) || '-' || coalesce(max(id), 0) FROM change
        WHERE clinic_id = clinic.id AND local_date = asked.local_date) AS version,
      (SELECT json_build_object('capacity', capacity, 'booked', booked) FROM clinic_day
        WHERE clinic_id = clinic.id AND local_date = asked.local_date) AS day,
      coalesce((SELECT json_agg(json_build_object('id', id, 'startsAt', epoch_ms(starts_at), 'endsAt', epoch_ms(ends_at),
          'capacity', capacity, 'booked', booked, 'isOpen', is_open) ORDER BY starts_at)
        FROM time_slot WHERE clinic_id = clinic.id AND local_date = asked.local_date), '[]') AS slots
    FROM unnest(${days.map(({ clinicId }) => clinicId)}::uuid[], ${days.map(({ localDate }) => localDate)}::date[])
      AS asked(clinic_id, local_date)
    JOIN clinic ON clinic.id = asked.clinic_id`;
  return stored.map(toDayCapacity);
}
