import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { dayBounds, type EpochMs, type LocalDate, localDateOf, type TimeZone } from "#lib/time.ts";
import type { ExtraWindow, TimeOff } from "../../doctor-time.ts";
import { refusal } from "../../refusal.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { isDoctorOf, isOwnOrOf, type WeekOf } from "./weekly-hours.ts";

export interface DoctorTime {
  timeZone: TimeZone;
  now: EpochMs;
  today: LocalDate;
  timeOff: TimeOff[];
  windows: ExtraWindow[];
}

/** What touches these days, by beginning; without a range, all that is not over yet. */
type Asked = WeekOf & { range?: { from: LocalDate; to: LocalDate } };

/** When a doctor is away, and when they work besides their week at a clinic. For that doctor, and for staff. */
export async function doctorTime(
  actor: Actor,
  { range, ...of }: Asked,
  clock: Clock = databaseClock,
): Promise<Result<DoctorTime>> {
  const { clinicId, doctorId } = of;
  const clinic = isOwnOrOf(actor, of, "staff") ? await findClinicById(clinicId) : null;
  if (!clinic || !(await isDoctorOf(of))) return refuse(refusal("NOT_FOUND"));
  const { timeZone } = clinic;
  const now = await databaseNow(clock);
  const from = new Date(range ? dayBounds(range.from, timeZone).start : now);
  const to = range ? new Date(dayBounds(range.to, timeZone).end) : null;
  const [timeOff, windows] = await Promise.all([
    db.$queryRaw<TimeOff[]>`
      SELECT id, epoch_ms(starts_at) AS "startsAt", epoch_ms(ends_at) AS "endsAt", reason
      FROM time_off WHERE doctor_id = ${doctorId}::uuid AND ends_at > ${from}
        AND (${to}::timestamptz IS NULL OR starts_at < ${to}::timestamptz) ORDER BY starts_at, ends_at`,
    db.$queryRaw<ExtraWindow[]>`
      SELECT id, epoch_ms(starts_at) AS "startsAt", epoch_ms(ends_at) AS "endsAt",
        EXISTS (SELECT FROM time_slot s WHERE s.clinic_id = w.clinic_id AND s.is_open
          AND s.starts_at < w.ends_at AND s.ends_at > w.starts_at) AS "hasSlots"
      FROM availability_window w
      WHERE doctor_id = ${doctorId}::uuid AND clinic_id = ${clinicId}::uuid AND ends_at > ${from}
        AND (${to}::timestamptz IS NULL OR starts_at < ${to}::timestamptz) ORDER BY starts_at, ends_at`,
  ]);
  return ok({
    timeZone,
    now,
    today: localDateOf(now, timeZone),
    timeOff: timeOff.map((row) => ({ ...row, startsAt: Number(row.startsAt), endsAt: Number(row.endsAt) })),
    windows: windows.map((row) => ({ ...row, startsAt: Number(row.startsAt), endsAt: Number(row.endsAt) })),
  });
}
