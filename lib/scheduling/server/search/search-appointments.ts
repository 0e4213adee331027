import "server-only";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { EpochMs } from "#lib/time.ts";
import type { FoundAppointment } from "../../search-view.ts";
import { patternOf, type SearchWords } from "../../search-words.ts";

export interface ClinicSearch {
  clinicId: string;
  wanted: SearchWords;
  now: EpochMs;
  limit: number;
  /** Whose appointments; everybody's where left out. */
  doctorId?: string;
}

const daysBack = 60;
const daysAhead = 400;

/**
 * Appointments by their patient's name, e-mail address or telephone number: today's first, then those ahead, the
 * nearest first. It does not ask who is asking.
 */
export async function searchAppointments(asked: ClinicSearch): Promise<FoundAppointment[]> {
  const { clinicId, wanted, now, limit, doctorId } = asked;
  const ofDoctor = doctorId ? Prisma.sql`AND a.doctor_id = ${doctorId}::uuid` : Prisma.empty;
  const rows = await db.$queryRaw<(Omit<FoundAppointment, "startsAt"> & { startsAt: Date })[]>`
    WITH moment AS (SELECT to_timestamp(${now}::float8 / 1000) AS now),
      today AS (SELECT (moment.now AT TIME ZONE c.time_zone)::date AS date, moment.now
        FROM clinic c, moment WHERE c.id = ${clinicId}::uuid)
    SELECT a.id::text, a.starts_at AS "startsAt", a.status::text, coalesce(u.name, a.contact_name, '') AS patient,
      s.name AS service, d.name AS doctor
    FROM today JOIN appointment a ON a.clinic_id = ${clinicId}::uuid
        AND a.local_date BETWEEN today.date - ${daysBack}::int AND today.date + ${daysAhead}::int
      JOIN service s ON s.id = a.service_id JOIN doctor d ON d.id = a.doctor_id
      LEFT JOIN app_user u ON u.id = a.patient_id
    WHERE a.status NOT IN ('held', 'expired') ${ofDoctor}
      AND ${meets(wanted, Prisma.sql`concat_ws(' ', u.name, u.email, a.contact_name, a.contact_email)`, Prisma.sql`concat_ws(' ', u.phone, a.contact_phone)`)}
    ORDER BY a.local_date <> today.date, a.starts_at < today.now, abs(extract(epoch FROM a.starts_at - today.now)), a.id
    LIMIT ${limit}::int`;
  return rows.map(({ startsAt, ...row }) => ({ ...row, startsAt: startsAt.getTime() }));
}

/** Every word in `text`, or the digits in `phone`. */
export function meets({ words, digits }: SearchWords, text: Prisma.Sql, phone?: Prisma.Sql): Prisma.Sql {
  const inText = Prisma.sql`${text} ILIKE ALL (${words.map(patternOf)}::text[])`;
  if (!phone || digits === null) return inText;
  return Prisma.sql`(${inText} OR position(${digits} IN regexp_replace(${phone}, '\\D', '', 'g')) > 0)`;
}
