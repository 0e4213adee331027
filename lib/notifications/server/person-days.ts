import "server-only";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs, LocalDate, TimeZone } from "#lib/time.ts";
import { type PersonDay, wantedReminders } from "../reminders.ts";

export interface ReminderDay extends PersonDay {
  clinic: { id: string; name: string; phone: string | null };
  email: string;
  localDate: LocalDate;
  name: string;
  locale: string;
  /** Of the account with that address, where there is one. */
  userId: string | null;
  /** Where text messages go; null where none are wanted. */
  phone: string | null;
  isGuest: boolean;
  appointments: DayAppointment[];
}

export interface DayAppointment {
  id: string;
  startsAt: EpochMs;
  toldAt: EpochMs;
  status: "pending" | "confirmed";
  serviceName: string;
  doctorName: string;
  /** Null until it is confirmed. */
  videoUrl: string | null;
}

/** One person's day, as if the reminder `before` had not been written yet. */
export interface OneDay {
  clinicId: string;
  email: string;
  localDate: LocalDate;
  before: number;
}

interface Row extends Omit<DayAppointment, "startsAt" | "toldAt"> {
  clinicId: string;
  clinicName: string;
  clinicPhone: string | null;
  timeZone: TimeZone;
  plan: number[];
  email: string;
  localDate: LocalDate;
  startsAt: Date;
  toldAt: Date;
  name: string | null;
  locale: string;
  isGuest: boolean;
  userId: string | null;
  chosen: number[] | null;
  phone: string | null;
}

/**
 * Everybody's days that may have a reminder due, each with all that is ahead on it, by one statement however many they
 * are. It looks three hours further than now, for what clock changes may do to a day; `dueReminder` decides. What was due
 * before the clinic was here at all was somebody else's to tell.
 */
export async function loadReminderDays(tx: Transaction, now: EpochMs, only?: OneDay): Promise<ReminderDay[]> {
  const at = Prisma.sql`to_timestamp(${now}::float8 / 1000)`;
  const rows = await tx.$queryRaw<Row[]>`
    WITH ahead AS (
      SELECT a.*, lower(coalesce(u.email, a.contact_email)::text) AS email, c.reminder_minutes AS plan
      FROM clinic c
      JOIN appointment a ON a.clinic_id = c.id AND a.starts_at > ${at} AND a.starts_at
        <= ${at} + make_interval(mins => (SELECT max(before) FROM unnest(c.reminder_minutes) AS before), hours => 3)
      LEFT JOIN app_user u ON u.id = a.patient_id
      WHERE a.status IN ('pending', 'confirmed') AND coalesce(u.email, a.contact_email) IS NOT NULL
        AND NOT EXISTS (SELECT FROM reminder_opt_out o
          WHERE o.clinic_id = c.id AND o.email = coalesce(u.email, a.contact_email))
        ${
          only
            ? Prisma.sql`AND c.id = ${only.clinicId}::uuid AND a.local_date = ${only.localDate}::date
          AND coalesce(u.email, a.contact_email) = ${only.email}::citext`
            : Prisma.empty
        }
    ), due AS (
      SELECT DISTINCT ahead.clinic_id, ahead.email, ahead.local_date
      FROM ahead CROSS JOIN LATERAL unnest(ahead.plan) AS before
      WHERE ahead.starts_at - make_interval(mins => before) BETWEEN ahead.created_at - interval '3 hours'
          AND ${at} + interval '3 hours'
        AND (${only?.before ?? -1}::int = before OR NOT EXISTS (SELECT FROM message
          WHERE once_key = concat_ws(':', 'reminder', ahead.clinic_id, ahead.email, ahead.local_date, before)))
    )
    SELECT clinic.id AS "clinicId", clinic.name AS "clinicName", clinic.phone AS "clinicPhone",
      clinic.time_zone AS "timeZone", ahead.plan, due.email, due.local_date::text AS "localDate", ahead.id,
      ahead.starts_at AS "startsAt", greatest(ahead.created_at, clinic.created_at, mailed.at, reminded.at) AS "toldAt",
      ahead.status::text, service.name AS "serviceName", doctor.name AS "doctorName",
      CASE WHEN ahead.status = 'confirmed' AND service.mode = 'video'
        THEN coalesce(ahead.video_url, doctor.video_url) END AS "videoUrl",
      coalesce(owner.name, ahead.contact_name) AS name, coalesce(owner.locale, ahead.contact_locale, clinic.locale) AS locale,
      ahead.patient_id IS NULL AS "isGuest", owner.id AS "userId",
      CASE WHEN owner.reminders_chosen THEN coalesce(owner.reminder_minutes, '{}') END AS chosen,
      CASE WHEN owner.remind_by_sms THEN owner.phone END AS phone
    FROM due
    JOIN ahead ON (ahead.clinic_id, ahead.email, ahead.local_date) = (due.clinic_id, due.email, due.local_date)
    JOIN clinic ON clinic.id = due.clinic_id
    JOIN service ON service.id = ahead.service_id
    JOIN doctor ON doctor.id = ahead.doctor_id
    LEFT JOIN app_user owner ON owner.email = ahead.email::citext AND owner.email_verified_at IS NOT NULL
    LEFT JOIN LATERAL (SELECT max(m.created_at) AS at FROM message m
      WHERE m.appointment_id = ahead.id AND m.recipient = ahead.email::citext AND m.kind <> 'reminder'
        AND m.status IN ('queued', 'sending', 'sent')) mailed ON true
    LEFT JOIN LATERAL (SELECT max(m.created_at) AS at FROM unnest(ahead.plan) AS before JOIN message m
        ON m.once_key = concat_ws(':', 'reminder', due.clinic_id, due.email, due.local_date, before)
      WHERE before <> ${only?.before ?? -1}::int AND m.status <> 'superseded') reminded ON true
    ORDER BY due.clinic_id, due.email, due.local_date, ahead.starts_at, ahead.id`;
  return [...Map.groupBy(rows, ({ clinicId, email, localDate }) => `${clinicId} ${localDate} ${email}`).values()].map(
    dayOf,
  );
}

function dayOf(rows: Row[]): ReminderDay {
  const [first] = rows as [Row];
  const { clinicId: id, clinicName, clinicPhone, timeZone, email, localDate, locale, userId, phone } = first;
  return {
    clinic: { id, name: clinicName, phone: clinicPhone },
    timeZone,
    email,
    localDate,
    name: first.name ?? "",
    locale,
    userId,
    phone,
    isGuest: rows.some(({ isGuest }) => isGuest),
    wanted: wantedReminders(first.plan, first.chosen),
    appointments: rows.map(({ id, startsAt, toldAt, status, serviceName, doctorName, videoUrl }) => ({
      id,
      startsAt: startsAt.getTime(),
      toldAt: toldAt.getTime(),
      status,
      serviceName,
      doctorName,
      videoUrl,
    })),
  };
}
