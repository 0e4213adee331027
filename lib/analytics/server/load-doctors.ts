import "server-only";
import { db } from "#lib/db/client.ts";
import { dayBounds } from "#lib/time.ts";
import type { DoctorHours } from "../working-minutes.ts";
import type { Counting } from "./load-counts.ts";

export interface NamedDoctor extends DoctorHours {
  id: string;
  name: string;
}

interface Row extends Omit<NamedDoctor, "windows" | "timeOff"> {
  windows: [number, number][];
  timeOff: [number, number][];
}

/** Everybody who works at the clinic or had bookings there, with their time in that range; by name. */
export async function loadDoctors(asked: Counting): Promise<NamedDoctor[]> {
  const { clinicId, from, to, timeZone } = asked;
  const [start, end] = [dayBounds(from, timeZone).start, dayBounds(to, timeZone).end];
  const rows = await db.$queryRaw<Row[]>`
    WITH span AS (
      SELECT to_timestamp(${start}::float8 / 1000) AS starts, to_timestamp(${end}::float8 / 1000) AS ends
    )
    SELECT d.id::text, d.name,
      coalesce((SELECT json_agg(json_build_object('dayOfWeek', w.day_of_week, 'startTime', to_char(w.start_time, 'HH24:MI'),
          'endTime', to_char(w.end_time, 'HH24:MI'), 'validFrom', w.valid_from, 'validTo', w.valid_to))
        FROM weekly_hours w WHERE w.doctor_id = d.id AND w.clinic_id = ${clinicId}::uuid), '[]') AS weekly,
      coalesce((SELECT json_agg(json_build_array(epoch_ms(w.starts_at), epoch_ms(w.ends_at)))
        FROM availability_window w, span WHERE w.doctor_id = d.id AND w.clinic_id = ${clinicId}::uuid
          AND w.starts_at < span.ends AND w.ends_at > span.starts), '[]') AS windows,
      coalesce((SELECT json_agg(json_build_array(epoch_ms(o.starts_at), epoch_ms(o.ends_at)))
        FROM time_off o, span WHERE o.doctor_id = d.id AND o.starts_at < span.ends AND o.ends_at > span.starts),
        '[]') AS "timeOff"
    FROM doctor d
    WHERE EXISTS (SELECT FROM membership m WHERE m.user_id = d.user_id AND m.clinic_id = ${clinicId}::uuid AND m.role = 'doctor')
      OR EXISTS (SELECT FROM appointment a, span WHERE a.doctor_id = d.id AND a.clinic_id = ${clinicId}::uuid
        AND a.starts_at >= span.starts AND a.starts_at < span.ends)
    ORDER BY d.name, d.id`;
  return rows.map((row) => ({ ...row, windows: row.windows.map(interval), timeOff: row.timeOff.map(interval) }));
}

/** Every service of the clinic, those that are not offered any more too; by name. */
export async function loadServiceNames(clinicId: string): Promise<{ id: string; name: string; isActive: boolean }[]> {
  return db.service.findMany({
    where: { clinicId },
    select: { id: true, name: true, isActive: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

function interval([start, end]: [number, number]) {
  return { start, end };
}
