import "server-only";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import type { LocalDate, TimeZone, WallTime } from "#lib/time.ts";
import { sheetDue, sheetKey } from "../daily-sheet.ts";
import type { MessagePayload } from "../message-kinds.ts";
import { type OnceMessage, writeOnce } from "./write-once.ts";

interface ClinicRow {
  id: string;
  name: string;
  timeZone: TimeZone;
  time: WallTime;
}

interface ReaderRow {
  clinicId: string;
  userId: string;
  name: string;
  email: string;
  locale: string;
}

interface EntryRow {
  clinicId: string;
  doctorName: string;
  startsAt: Date;
  serviceName: string;
  patientName: string | null;
  status: "pending" | "confirmed";
}

/**
 * Sends the front desk the list of its day, once a day and person: to the staff of the clinic or, where it has none,
 * to its admins. A day on which the house is closed and nobody comes has no sheet.
 * @returns how many messages are new
 */
export async function queueDailySheets(clock: Clock = databaseClock): Promise<number> {
  const now = await databaseNow(clock);
  const clinics = await db.$queryRaw<ClinicRow[]>`
    SELECT id, name, time_zone AS "timeZone", to_char(daily_sheet_time, 'HH24:MI') AS time
    FROM clinic WHERE daily_sheet_time IS NOT NULL ORDER BY id`;
  const due = clinics.flatMap((clinic) => {
    const day = sheetDue(now, clinic.time, clinic.timeZone);
    return day ? [{ ...clinic, ...day }] : [];
  });
  if (due.length === 0) return 0;
  const days = due.map(({ id, localDate }) => ({ id, localDate }));
  const readers = Map.groupBy(await loadReaders(days), ({ clinicId }) => clinicId);
  if (readers.size === 0) return 0;
  const entries = Map.groupBy(await loadEntries(days), ({ clinicId }) => clinicId);
  const messages = due.flatMap(({ id, name: clinicName, timeZone, localDate, end }) =>
    (readers.get(id) ?? []).map(({ userId, name, email, locale }): OnceMessage => {
      const doctors = Map.groupBy(entries.get(id) ?? [], ({ doctorName }) => doctorName);
      const payload: MessagePayload<"daily_sheet"> = {
        name,
        clinicName,
        timeZone,
        date: localDate,
        doctors: [...doctors].map(([doctorName, rows]) => ({ doctorName, appointments: rows.map(toLine) })),
      };
      const about = { kind: "daily_sheet", channel: "email", clinicId: id, userId, appointmentId: null } as const;
      const onceKey = sheetKey(id, email, localDate);
      return { ...about, onceKey, recipient: email, locale, payload, expiresAt: end, tokens: [] };
    }),
  );
  return inTransaction((tx) => writeOnce(tx, messages));
}

type Days = { id: string; localDate: LocalDate }[];

/** Whoever has not been sent the sheet of that day, of a house that is open then or expects somebody. */
function loadReaders(days: Days): Promise<ReaderRow[]> {
  return db.$queryRaw<ReaderRow[]>`
    WITH day AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS given (id uuid, "localDate" date))
    SELECT DISTINCT day.id AS "clinicId", u.id AS "userId", u.name, u.email::text, u.locale
    FROM day JOIN membership held ON held.clinic_id = day.id
    JOIN app_user u ON u.id = held.user_id AND u.disabled_at IS NULL AND u.email_verified_at IS NOT NULL
    WHERE (held.role = 'staff' OR (held.role = 'admin' AND NOT EXISTS (SELECT FROM membership other
        JOIN app_user colleague ON colleague.id = other.user_id
        WHERE other.clinic_id = day.id AND other.role = 'staff' AND colleague.disabled_at IS NULL)))
      AND (EXISTS (SELECT FROM time_slot s WHERE s.clinic_id = day.id AND s.local_date = day."localDate" AND s.is_open)
        OR EXISTS (SELECT FROM appointment a WHERE a.clinic_id = day.id AND a.local_date = day."localDate"
          AND a.status IN ('pending', 'confirmed')))
      AND NOT EXISTS (SELECT FROM message WHERE
        once_key = concat_ws(':', 'daily_sheet', day.id, lower(u.email::text), day."localDate"))
    ORDER BY "clinicId", email`;
}

/** Of every clinic and its day at once, by doctor and time. */
function loadEntries(days: Days): Promise<EntryRow[]> {
  return db.$queryRaw<EntryRow[]>`
    SELECT a.clinic_id AS "clinicId", doctor.name AS "doctorName", a.starts_at AS "startsAt",
      service.name AS "serviceName", coalesce(u.name, a.contact_name) AS "patientName", a.status::text
    FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS day (id uuid, "localDate" date)
    JOIN appointment a ON a.clinic_id = day.id AND a.local_date = day."localDate" AND a.status IN ('pending', 'confirmed')
    JOIN doctor ON doctor.id = a.doctor_id
    JOIN service ON service.id = a.service_id
    LEFT JOIN app_user u ON u.id = a.patient_id
    ORDER BY a.clinic_id, doctor.name, doctor.id, a.starts_at, a.id`;
}

function toLine({ startsAt, serviceName, patientName, status }: EntryRow) {
  return { startsAt: startsAt.getTime(), serviceName, patientName, status };
}
