import "server-only";
import type { Statements } from "#lib/db/statements.ts";
import { addDays, type EpochMs, type LocalDate, type TimeZone, type WallTime } from "#lib/time.ts";
import type { DoctorCalendar, ServiceTiming } from "../booking-decision.ts";
import type { Day, Slot } from "../capacity.ts";
import type { Closure, WeeklyHours } from "../hours.ts";
import { workingBetween } from "../hours.ts";
import { type Interval, normalize } from "../interval.ts";
import type { BookingPolicy } from "../policy.ts";
import type { ServiceMode } from "../view.ts";

export interface CalendarQuery {
  clinicId: string;
  serviceId: string;
  /** Null: everyone who offers the service. */
  doctorId: string | null;
  /** The days asked for, or the local day of an instant. */
  days: { from: LocalDate; to: LocalDate } | { of: EpochMs };
  /** Whose other appointments to load besides. */
  patientId?: string;
  /** Take the lock of each of those days first: nobody else books there until this transaction ends. */
  lock?: boolean;
}

export interface Calendar {
  /** The database's. */
  now: EpochMs;
  from: LocalDate;
  to: LocalDate;
  clinic: { id: string; name: string; locale: string; currency: string };
  policy: BookingPolicy;
  service: { id: string; name: string; mode: ServiceMode; requiresConfirmation: boolean };
  /** Of the days asked for, and as far on as a visit may reach; sorted. */
  slots: Slot[];
  days: Day[];
  closures: Closure[];
  /** By name. */
  doctors: CalendarDoctor[];
  patient: { email: string; name: string; locale: string } | null;
  patientBusy: Interval[];
}

export interface CalendarDoctor extends DoctorCalendar {
  name: string;
  email: string;
  locale: string;
  priceAmount: number;
  /** Occupying appointments that start on the days asked for. */
  load: number;
}

interface CalendarRow {
  now: EpochMs;
  from: LocalDate;
  to: LocalDate;
  clinic: Calendar["clinic"] & { timeZone: TimeZone };
  policy: Omit<BookingPolicy, "timeZone">;
  service: Calendar["service"];
  slots: [string, EpochMs, EpochMs, LocalDate, number, number, boolean][] | null;
  days: Day[] | null;
  closures: Closure[] | null;
  doctors: DoctorRow[] | null;
  patient: Calendar["patient"];
  patientBusy: [EpochMs, EpochMs][] | null;
}

interface DoctorRow {
  id: string;
  name: string;
  email: string;
  locale: string;
  priceAmount: number;
  timing: ServiceTiming;
  weekly: [number, WallTime, WallTime, LocalDate | null, LocalDate | null][] | null;
  windows: [EpochMs, EpochMs][] | null;
  timeOff: [EpochMs, EpochMs][] | null;
  busy: [EpochMs, EpochMs, boolean][] | null;
}

/**
 * Everything that decides about bookings of one service on some days, in one statement whatever their number.
 * @returns null when the clinic has no such active service.
 */
export async function loadCalendar(tx: Statements, query: CalendarQuery): Promise<Calendar | null> {
  const { clinicId, serviceId, doctorId, patientId = null } = query;
  const asked = "of" in query.days ? { from: null, to: null, of: query.days.of } : { ...query.days, of: null };
  if (query.lock) await lockDays(tx, clinicId, asked.of, asked.from, asked.to);

  const [row] = await tx.$queryRaw<{ calendar: CalendarRow }[]>`
    WITH asked AS (
      SELECT c.*, s.id AS service_id, make_interval(mins => s.buffer_after_minutes + greatest(s.duration_minutes,
          (SELECT max(duration_minutes) FROM doctor_service WHERE service_id = s.id))) AS reach,
        coalesce(${asked.from}::date, (to_timestamp(${asked.of}::float8 / 1000) AT TIME ZONE c.time_zone)::date) AS from_date,
        coalesce(${asked.to}::date, (to_timestamp(${asked.of}::float8 / 1000) AT TIME ZONE c.time_zone)::date) AS to_date
      FROM clinic c JOIN service s ON s.clinic_id = c.id AND s.is_active AND s.id = ${serviceId}::uuid
      WHERE c.id = ${clinicId}::uuid
    ), span AS MATERIALIZED (
      SELECT *, from_date::timestamp AT TIME ZONE time_zone AS starts,
        (to_date + 1)::timestamp AT TIME ZONE time_zone AS ends FROM asked
    )
    SELECT json_build_object(
      'now', epoch_ms(clock_timestamp()), 'from', span.from_date, 'to', span.to_date,
      'clinic', json_build_object('id', span.id, 'name', span.name, 'locale', span.locale, 'currency', span.currency,
        'timeZone', span.time_zone),
      'policy', json_build_object('horizonDays', span.horizon_days, 'minNoticeMinutes', span.min_notice_minutes,
        'cancelNoticeHours', coalesce(s.cancel_notice_hours, span.cancel_notice_hours)),
      'service', json_build_object('id', s.id, 'name', s.name, 'mode', s.mode,
        'requiresConfirmation', s.requires_confirmation),
      'slots', (SELECT json_agg(json_build_array(id, epoch_ms(starts_at), epoch_ms(ends_at), local_date, capacity,
          booked, is_open) ORDER BY starts_at)
        FROM time_slot WHERE clinic_id = span.id AND starts_at >= span.starts AND starts_at < span.ends + span.reach),
      'days', (SELECT json_agg(json_build_object('localDate', local_date, 'capacity', capacity, 'booked', booked))
        FROM clinic_day WHERE clinic_id = span.id AND local_date BETWEEN span.from_date AND span.to_date),
      'closures', (SELECT json_agg(json_build_object('from', from_date, 'to', to_date, 'reason', reason,
          'openTime', to_char(open_time, 'HH24:MI'), 'closeTime', to_char(close_time, 'HH24:MI')))
        FROM closure WHERE clinic_id = span.id AND from_date <= span.to_date AND to_date >= span.from_date),
      'doctors', (SELECT json_agg(json_build_object('id', d.id, 'name', d.name, 'email', u.email, 'locale', u.locale,
          'priceAmount', coalesce(ds.price_amount, s.price_amount),
          'timing', json_build_object('durationMinutes', coalesce(ds.duration_minutes, s.duration_minutes),
            'bufferBeforeMinutes', s.buffer_before_minutes, 'bufferAfterMinutes', s.buffer_after_minutes),
          'weekly', (SELECT json_agg(json_build_array(day_of_week, to_char(start_time, 'HH24:MI'),
              to_char(end_time, 'HH24:MI'), valid_from, valid_to))
            FROM weekly_hours WHERE doctor_id = d.id AND clinic_id = span.id),
          'windows', (SELECT json_agg(json_build_array(epoch_ms(starts_at), epoch_ms(ends_at)))
            FROM availability_window WHERE doctor_id = d.id AND clinic_id = span.id
              AND starts_at < span.ends + span.reach AND ends_at > span.starts),
          'timeOff', (SELECT json_agg(json_build_array(epoch_ms(starts_at), epoch_ms(ends_at)))
            FROM time_off WHERE doctor_id = d.id
              AND starts_at < span.ends + span.reach AND ends_at > span.starts),
          'busy', (SELECT json_agg(json_build_array(epoch_ms(lower(occupied)), epoch_ms(upper(occupied)),
              starts_at >= span.starts AND starts_at < span.ends))
            FROM appointment WHERE doctor_id = d.id AND occupies(status)
              AND starts_at >= span.starts - interval '2 days' AND starts_at < span.ends + span.reach + interval '8 hours'
              AND occupied && tstzrange(span.starts - make_interval(mins => s.buffer_before_minutes), span.ends + span.reach)))
          ORDER BY d.name)
        FROM doctor_service ds
        JOIN doctor d ON d.id = ds.doctor_id AND d.is_active
        JOIN app_user u ON u.id = d.user_id
        WHERE ds.service_id = s.id AND ds.is_active AND (${doctorId}::uuid IS NULL OR d.id = ${doctorId}::uuid)),
      'patient', (SELECT json_build_object('email', email, 'name', name, 'locale', locale)
        FROM app_user WHERE id = ${patientId}::uuid),
      'patientBusy', (SELECT json_agg(json_build_array(epoch_ms(starts_at), epoch_ms(ends_at)))
        FROM appointment WHERE patient_id = ${patientId}::uuid AND occupies(status)
          AND starts_at >= span.starts - interval '1 day' AND starts_at < span.ends + span.reach)
    ) AS calendar
    FROM span JOIN service s ON s.id = span.service_id`;
  return row ? toCalendar(row.calendar) : null;
}

/** Days ascending: the first step of the global lock order. */
async function lockDays(
  tx: Statements,
  clinicId: string,
  of: EpochMs | null,
  from: LocalDate | null,
  to: LocalDate | null,
): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM clinic c JOIN clinic_day d ON d.clinic_id = c.id
      AND d.local_date BETWEEN coalesce(${from}::date, (to_timestamp(${of}::float8 / 1000) AT TIME ZONE c.time_zone)::date)
                           AND coalesce(${to}::date, (to_timestamp(${of}::float8 / 1000) AT TIME ZONE c.time_zone)::date)
    WHERE c.id = ${clinicId}::uuid ORDER BY d.local_date FOR NO KEY UPDATE OF d`;
}

function toCalendar(row: CalendarRow): Calendar {
  const { timeZone, ...clinic } = row.clinic;
  return {
    ...row,
    clinic,
    policy: { ...row.policy, timeZone },
    slots: (row.slots ?? []).map(([id, startsAt, endsAt, localDate, capacity, booked, isOpen]) => ({
      id,
      startsAt,
      endsAt,
      localDate,
      capacity,
      booked,
      isOpen,
    })),
    days: row.days ?? [],
    closures: row.closures ?? [],
    doctors: (row.doctors ?? []).map((doctor) => toDoctor(doctor, row, timeZone)),
    patientBusy: (row.patientBusy ?? []).map(toInterval),
  };
}

function toDoctor(
  { weekly, windows, timeOff, busy, ...doctor }: DoctorRow,
  row: CalendarRow,
  zone: TimeZone,
): CalendarDoctor {
  const hours = (weekly ?? []).map(
    ([dayOfWeek, startTime, endTime, validFrom, validTo]): WeeklyHours => ({
      dayOfWeek,
      startTime,
      endTime,
      validFrom,
      validTo,
    }),
  );
  const taken = busy ?? [];
  return {
    ...doctor,
    working: workingBetween(
      row.from,
      addDays(row.to, 1),
      hours,
      (windows ?? []).map(toInterval),
      (timeOff ?? []).map(toInterval),
      zone,
    ),
    busy: normalize(taken.map(([start, end]) => ({ start, end }))),
    load: taken.filter(([, , onTheseDays]) => onTheseDays).length,
  };
}

function toInterval([start, end]: [EpochMs, EpochMs]): Interval {
  return { start, end };
}
