import "server-only";
import type { Statements } from "#lib/db/statements.ts";
import { addDays, type EpochMs, type LocalDate, type TimeZone, type WallTime } from "#lib/time.ts";
import type { DoctorCalendar, ResourceCalendar, ServiceTiming, Session, Standing } from "../../booking-decision.ts";
import { type Day, giveBack, type Slot } from "../../capacity.ts";
import type { Closure, WeeklyHours } from "../../hours.ts";
import { workingBetween } from "../../hours.ts";
import { type Interval, normalize } from "../../interval.ts";
import type { BookingPolicy } from "../../policy.ts";
import type { ServiceMode } from "../../view.ts";

export interface CalendarQuery {
  clinicId: string;
  serviceId: string;
  /** Null: everyone who offers the service. */
  doctorId: string | null;
  /** The days asked for, or the local day of an instant. */
  days: { from: LocalDate; to: LocalDate } | { of: EpochMs };
  /** Whose other appointments to load besides. */
  patientId?: string | null;
  /** An appointment that gives its place back first: one that is to be moved. */
  except?: { id: string; startsAt: EpochMs; endsAt: EpochMs } | undefined;
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
  service: CalendarService;
  /** Seats of a session of the service; 1 where it is for one person. */
  groupSize: number;
  /** Rooms or devices of the kind that the service needs, by name; null where it needs none. */
  resources: ResourceCalendar[] | null;
  /** Of the days asked for, and as far on as a visit may reach; sorted. */
  slots: Slot[];
  days: Day[];
  closures: Closure[];
  /** By name. */
  doctors: CalendarDoctor[];
  patient: { email: string; name: string; locale: string } | null;
  patientBusy: Interval[];
  standing: Standing;
}

export interface CalendarService {
  id: string;
  name: string;
  mode: ServiceMode;
  requiresConfirmation: boolean;
  /** As stored; `questions.ts` reads them. */
  questions: unknown;
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
  service: CalendarService;
  groupSize: number;
  resources: { id: string; name: string; busy: [EpochMs, EpochMs][] | null }[] | null;
  /** Each with its day as so many after `from`, and 1 where it is open. */
  slots: [EpochMs, EpochMs, number, number, number, number][] | null;
  days: Day[] | null;
  closures: Closure[] | null;
  doctors: DoctorRow[] | null;
  patient: Calendar["patient"];
  patientBusy: [EpochMs, EpochMs][] | null;
  standing: Standing;
}

interface DoctorRow {
  id: string;
  name: string;
  email: string;
  locale: string;
  priceAmount: number;
  timing: ServiceTiming;
  weekly: [string, WallTime, WallTime, LocalDate | null, LocalDate | null][] | null;
  windows: [EpochMs, EpochMs][] | null;
  timeOff: [EpochMs, EpochMs][] | null;
  /** Each with 1 where it starts on the days asked for. */
  busy: [EpochMs, EpochMs, number][] | null;
  sessions: [EpochMs, EpochMs, EpochMs, number, number, string | null, boolean][] | null;
}

/**
 * Everything that decides about bookings of one service on some days, in one statement whatever their number.
 * @returns null when the clinic has no such active service.
 */
export async function loadCalendar(tx: Statements, query: CalendarQuery): Promise<Calendar | null> {
  const { clinicId, serviceId, doctorId, patientId = null, except } = query;
  const exceptId = except?.id ?? null;
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
        'requiresConfirmation', s.requires_confirmation, 'questions', s.questions),
      'groupSize', s.group_size,
      'resources', CASE WHEN s.resource_kind IS NOT NULL THEN coalesce((SELECT json_agg(json_build_object(
          'id', r.id, 'name', r.name,
          'busy', (SELECT json_agg(json_build_array(epoch_ms(lower(occupied)), epoch_ms(upper(occupied))))
            FROM appointment WHERE resource_id = r.id AND occupies(status) AND id IS DISTINCT FROM ${exceptId}::uuid
              AND occupied && tstzrange(span.starts - make_interval(mins => s.buffer_before_minutes), span.ends + span.reach)))
          ORDER BY r.name)
        FROM resource r WHERE r.clinic_id = span.id AND r.kind = s.resource_kind AND r.is_active), '[]') END,
      'slots', (SELECT array_to_json(array_agg(ARRAY[epoch_ms(starts_at), epoch_ms(ends_at),
          local_date - span.from_date, capacity, booked, is_open::int] ORDER BY starts_at))
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
          'weekly', (SELECT array_to_json(array_agg(ARRAY[day_of_week::text, left(start_time::text, 5),
              left(end_time::text, 5), valid_from::text, valid_to::text]))
            FROM weekly_hours WHERE doctor_id = d.id AND clinic_id = span.id),
          'windows', (SELECT json_agg(json_build_array(epoch_ms(starts_at), epoch_ms(ends_at)))
            FROM availability_window WHERE doctor_id = d.id AND clinic_id = span.id
              AND starts_at < span.ends + span.reach AND ends_at > span.starts),
          'timeOff', (SELECT json_agg(json_build_array(epoch_ms(starts_at), epoch_ms(ends_at)))
            FROM time_off WHERE doctor_id = d.id
              AND starts_at < span.ends + span.reach AND ends_at > span.starts),
          'busy', (SELECT array_to_json(array_agg(ARRAY[epoch_ms(lower(occupied)), epoch_ms(upper(occupied)),
              (starts_at >= span.starts AND starts_at < span.ends)::int]))
            FROM appointment WHERE doctor_id = d.id AND occupies(status) AND id IS DISTINCT FROM ${exceptId}::uuid
              AND NOT (s.group_size > 1 AND service_id = s.id AND group_size > 1)
              AND starts_at >= span.starts - interval '2 days' AND starts_at < span.ends + span.reach + interval '8 hours'
              AND upper(occupied) > span.starts - make_interval(mins => s.buffer_before_minutes)
              AND lower(occupied) < span.ends + span.reach),
          'sessions', CASE WHEN s.group_size > 1 THEN (SELECT json_agg(json_build_array(epoch_ms(g.starts_at),
              epoch_ms(p.starts), epoch_ms(p.ends), g.seats, p.people, p.resource_id,
              g.starts_at >= span.starts AND g.starts_at < span.ends) ORDER BY g.starts_at)
            FROM group_session g JOIN LATERAL (
              SELECT count(*)::int AS people, min(lower(occupied)) AS starts, max(upper(occupied)) AS ends,
                min(resource_id::text) AS resource_id
              FROM appointment WHERE doctor_id = d.id AND service_id = s.id AND starts_at = g.starts_at
                AND group_size > 1 AND occupies(status) AND id IS DISTINCT FROM ${exceptId}::uuid) p ON p.people > 0
            WHERE g.doctor_id = d.id AND g.service_id = s.id
              AND g.starts_at >= span.starts - interval '2 days' AND g.starts_at < span.ends + span.reach + interval '8 hours') END)
          ORDER BY d.name)
        FROM doctor_service ds
        JOIN doctor d ON d.id = ds.doctor_id AND d.is_active
        JOIN app_user u ON u.id = d.user_id
        WHERE ds.service_id = s.id AND ds.is_active AND (${doctorId}::uuid IS NULL OR d.id = ${doctorId}::uuid)),
      'patient', (SELECT json_build_object('email', email, 'name', name, 'locale', locale)
        FROM app_user WHERE id = ${patientId}::uuid),
      'patientBusy', CASE WHEN ${patientId}::uuid IS NOT NULL THEN (
        SELECT json_agg(json_build_array(epoch_ms(starts_at), epoch_ms(ends_at)))
        FROM appointment WHERE patient_id = ${patientId}::uuid AND occupies(status)
          AND id IS DISTINCT FROM ${exceptId}::uuid
          AND starts_at >= span.starts - interval '1 day' AND starts_at < span.ends + span.reach) END,
      'standing', json_build_object('limit', span.no_show_limit, 'missed', CASE WHEN span.no_show_limit IS NULL THEN 0
        ELSE (SELECT count(*) FROM appointment WHERE patient_id = ${patientId}::uuid AND clinic_id = span.id
          AND status = 'no_show' AND no_show_waived_at IS NULL AND starts_at > now() - interval '1 year') END)
    ) AS calendar
    FROM span JOIN service s ON s.id = span.service_id`;
  if (!row) return null;
  const calendar = toCalendar(row.calendar);
  return except
    ? { ...calendar, ...giveBack(calendar.slots, calendar.days, except, calendar.policy.timeZone) }
    : calendar;
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
    slots: toSlots(row),
    days: row.days ?? [],
    closures: row.closures ?? [],
    resources:
      row.resources?.map(({ busy, ...resource }) => ({ ...resource, busy: normalize((busy ?? []).map(toInterval)) })) ??
      null,
    doctors: (row.doctors ?? []).map((doctor) => toDoctor(doctor, row, timeZone)),
    patientBusy: (row.patientBusy ?? []).map(toInterval),
  };
}

function toSlots({ from, slots }: CalendarRow): Slot[] {
  const dates: LocalDate[] = [];
  return (slots ?? []).map(([startsAt, endsAt, day, capacity, booked, isOpen]) => {
    dates[day] ??= addDays(from, day);
    return { startsAt, endsAt, localDate: dates[day], capacity, booked, isOpen: isOpen === 1 };
  });
}

function toDoctor(
  { weekly, windows, timeOff, busy, sessions, ...doctor }: DoctorRow,
  row: CalendarRow,
  zone: TimeZone,
): CalendarDoctor {
  const hours = (weekly ?? []).map(
    ([dayOfWeek, startTime, endTime, validFrom, validTo]): WeeklyHours => ({
      dayOfWeek: Number(dayOfWeek),
      startTime,
      endTime,
      validFrom,
      validTo,
    }),
  );
  const taken = busy ?? [];
  const joinable = sessions ?? [];
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
    sessions: joinable.map(
      ([startsAt, start, end, seats, booked, resourceId]): Session => ({
        startsAt,
        occupied: { start, end },
        seats,
        booked,
        resourceId,
      }),
    ),
    load:
      taken.reduce((count, [, , onTheseDays]) => count + onTheseDays, 0) +
      joinable.reduce((people, [, , , , booked, , onTheseDays]) => people + (onTheseDays ? booked : 0), 0),
  };
}

function toInterval([start, end]: [EpochMs, EpochMs]): Interval {
  return { start, end };
}
