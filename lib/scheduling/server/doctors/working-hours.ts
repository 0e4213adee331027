import "server-only";
import { db } from "#lib/db/client.ts";
import { dayBounds, type EpochMs, type LocalDate, type TimeZone } from "#lib/time.ts";
import { type WeeklyHours, workingBetween } from "../../hours.ts";
import type { Interval } from "../../interval.ts";

export interface WorkingHours {
  working: Interval[];
  /** At any clinic, by beginning. */
  timeOff: { startsAt: EpochMs; endsAt: EpochMs; reason: string | null }[];
}

/** When a doctor works at a clinic on some days, and when they are away. Whoever asks was allowed to before. */
export async function workingHours(
  { doctorId, clinicId, timeZone }: { doctorId: string; clinicId: string; timeZone: TimeZone },
  from: LocalDate,
  to: LocalDate,
): Promise<WorkingHours> {
  const span = { start: dayBounds(from, timeZone).start, end: dayBounds(to, timeZone).end };
  const overlapping = { doctorId, startsAt: { lt: new Date(span.end) }, endsAt: { gt: new Date(span.start) } };
  const [weekly, windows, off] = await Promise.all([
    db.$queryRaw<WeeklyHours[]>`
      SELECT day_of_week AS "dayOfWeek", to_char(start_time, 'HH24:MI') AS "startTime",
        to_char(end_time, 'HH24:MI') AS "endTime", valid_from::text AS "validFrom", valid_to::text AS "validTo"
      FROM weekly_hours WHERE doctor_id = ${doctorId}::uuid AND clinic_id = ${clinicId}::uuid`,
    db.availabilityWindow.findMany({ where: { ...overlapping, clinicId } }),
    db.timeOff.findMany({ where: overlapping, orderBy: { startsAt: "asc" } }),
  ]);
  const toIntervals = (rows: { startsAt: Date; endsAt: Date }[]) =>
    rows.map((row) => ({ start: row.startsAt.getTime(), end: row.endsAt.getTime() }));
  return {
    working: workingBetween(from, to, weekly, toIntervals(windows), toIntervals(off), timeZone),
    timeOff: off.map(({ startsAt, endsAt, reason }) => ({
      startsAt: startsAt.getTime(),
      endsAt: endsAt.getTime(),
      reason,
    })),
  };
}
