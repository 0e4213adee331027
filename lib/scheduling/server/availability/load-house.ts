import "server-only";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs, LocalDate, TimeZone, WallTime } from "#lib/time.ts";
import type { ServiceTiming } from "../../booking-decision.ts";
import type { Day, StoredSlot } from "../../capacity.ts";
import type { StoredClosure } from "../../closures.ts";
import type { BusinessHours, WeeklyHours } from "../../hours.ts";
import { type DoctorHours, type HouseRules, offerKey } from "../../house-rules.ts";
import type { HouseState } from "../../impact.ts";
import type { Interval } from "../../interval.ts";
import type { AppointmentStatus } from "../../lifecycle.ts";

export interface House {
  state: HouseState;
  rules: HouseRules;
}

/** From this day on, up to and including `to`; null leaves that end open. */
export interface HouseSpan {
  from: LocalDate | null;
  to: LocalDate | null;
}

interface HouseRow {
  now: EpochMs;
  zone: TimeZone;
  taken: [string, string, string, AppointmentStatus, EpochMs, EpochMs, EpochMs, EpochMs, string, EpochMs][] | null;
  elsewhere: [string, EpochMs, EpochMs][] | null;
  hours: BusinessHours[] | null;
  closures: StoredClosure[] | null;
  slots: [string, EpochMs, EpochMs, LocalDate, number, number, boolean][] | null;
  days: Day[] | null;
  weekly: [string, number, WallTime, WallTime, LocalDate | null, LocalDate | null][] | null;
  windows: [string, string, EpochMs, EpochMs][] | null;
  timeOff: [string, string, EpochMs, EpochMs][] | null;
  services: [string, number, number, number][] | null;
  offers: [string, string, number | null][] | null;
}

/**
 * What is booked ahead at a clinic and every rule of its own that it was booked by, in one statement. Slots and days
 * are those on which something is booked.
 * @returns null where there is no such clinic.
 */
export async function loadHouse(
  clinicId: string,
  span: HouseSpan = { from: null, to: null },
  tx: Transaction = db,
): Promise<House | null> {
  const [row] = await tx.$queryRaw<{ house: HouseRow }[]>`
    WITH asked AS (
      SELECT c.id, c.time_zone, greatest((clock_timestamp() AT TIME ZONE c.time_zone)::date, ${span.from}::date) AS from_date,
        coalesce(${span.to}::date, 'infinity'::date) AS to_date
      FROM clinic c WHERE c.id = ${clinicId}::uuid
    ), taken AS MATERIALIZED (
      SELECT a.* FROM appointment a JOIN asked ON a.clinic_id = asked.id
      WHERE occupies(a.status) AND a.local_date BETWEEN asked.from_date - 1 AND asked.to_date + 1
        AND a.starts_at >= asked.from_date::timestamp AT TIME ZONE asked.time_zone - interval '1 day'
    ), reach AS (
      SELECT min(starts_at) - interval '1 day' AS starts, max(ends_at) + interval '1 day' AS ends,
        array_agg(DISTINCT doctor_id) AS doctors, array_agg(DISTINCT local_date) AS dates FROM taken
    )
    SELECT json_build_object('now', epoch_ms(clock_timestamp()), 'zone', asked.time_zone,
      'taken', (SELECT json_agg(json_build_array(id, doctor_id, service_id, status, epoch_ms(starts_at), epoch_ms(ends_at),
          epoch_ms(lower(occupied)), epoch_ms(upper(occupied)), session_key, epoch_ms(created_at))) FROM taken),
      'elsewhere', (SELECT json_agg(json_build_array(a.doctor_id, epoch_ms(lower(a.occupied)), epoch_ms(upper(a.occupied))))
        FROM appointment a WHERE a.doctor_id = ANY (reach.doctors) AND a.clinic_id <> asked.id AND occupies(a.status)
          AND a.starts_at BETWEEN reach.starts AND reach.ends),
      'hours', (SELECT json_agg(json_build_object('dayOfWeek', h.day_of_week,
          'openTime', coalesce(to_char(h.open_time, 'HH24:MI'), '00:00'),
          'closeTime', coalesce(to_char(h.close_time, 'HH24:MI'), '00:00'), 'isClosed', h.is_closed,
          'validFrom', t.valid_from, 'validTo', t.valid_to))
        FROM business_hours h LEFT JOIN week_template t ON t.id = h.template_id WHERE h.clinic_id = asked.id),
      'closures', (SELECT json_agg(json_build_object('id', id, 'from', from_date, 'to', to_date, 'reason', reason,
          'openTime', to_char(open_time, 'HH24:MI'), 'closeTime', to_char(close_time, 'HH24:MI'), 'holiday', holiday)
          ORDER BY from_date, open_time) FROM closure WHERE clinic_id = asked.id AND to_date >= asked.from_date),
      'slots', (SELECT json_agg(json_build_array(id, epoch_ms(starts_at), epoch_ms(ends_at), local_date, capacity, booked,
          is_open) ORDER BY starts_at)
        FROM time_slot WHERE clinic_id = asked.id AND starts_at BETWEEN reach.starts AND reach.ends),
      'days', (SELECT json_agg(json_build_object('localDate', local_date, 'capacity', capacity, 'booked', booked))
        FROM clinic_day WHERE clinic_id = asked.id AND local_date = ANY (reach.dates)),
      'weekly', (SELECT json_agg(json_build_array(doctor_id, day_of_week, to_char(start_time, 'HH24:MI'),
          to_char(end_time, 'HH24:MI'), valid_from, valid_to))
        FROM weekly_hours WHERE clinic_id = asked.id AND doctor_id = ANY (reach.doctors)),
      'windows', (SELECT json_agg(json_build_array(doctor_id, id, epoch_ms(starts_at), epoch_ms(ends_at)))
        FROM availability_window WHERE clinic_id = asked.id AND doctor_id = ANY (reach.doctors)
          AND ends_at > reach.starts AND starts_at < reach.ends),
      'timeOff', (SELECT json_agg(json_build_array(doctor_id, id, epoch_ms(starts_at), epoch_ms(ends_at)))
        FROM time_off WHERE doctor_id = ANY (reach.doctors) AND ends_at > reach.starts AND starts_at < reach.ends),
      'services', (SELECT json_agg(json_build_array(id, duration_minutes, buffer_before_minutes, buffer_after_minutes))
        FROM service WHERE clinic_id = asked.id),
      'offers', (SELECT json_agg(json_build_array(o.doctor_id, o.service_id, o.duration_minutes))
        FROM doctor_service o JOIN service s ON s.id = o.service_id WHERE s.clinic_id = asked.id AND o.is_active)
    ) AS house
    FROM asked, reach`;
  return row ? toHouse(row.house) : null;
}

function toHouse(row: HouseRow): House {
  const services = (row.services ?? []).map(
    ([id, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes]): [string, ServiceTiming] => [
      id,
      { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes },
    ],
  );
  return {
    state: {
      now: row.now,
      taken: (row.taken ?? []).map(
        ([id, doctorId, serviceId, status, startsAt, endsAt, start, end, sessionKey, bookedAt]) => ({
          id,
          doctorId,
          serviceId,
          status,
          startsAt,
          endsAt,
          occupied: { start, end },
          sessionKey,
          bookedAt,
        }),
      ),
      elsewhere: mapOf(row.elsewhere ?? [], ([, start, end]): Interval => ({ start, end })),
    },
    rules: {
      zone: row.zone,
      hours: row.hours ?? [],
      closures: row.closures ?? [],
      slots: (row.slots ?? []).map(toSlot),
      days: row.days ?? [],
      doctors: doctorsOf(row),
      services: new Map(services),
      offers: new Map((row.offers ?? []).map(([doctorId, serviceId, own]) => [offerKey(doctorId, serviceId), own])),
    },
  };
}

function toSlot([id, startsAt, endsAt, localDate, capacity, booked, isOpen]: NonNullable<
  HouseRow["slots"]
>[number]): StoredSlot {
  return { id, startsAt, endsAt, localDate, capacity, booked, isOpen };
}

function doctorsOf({ weekly, windows, timeOff }: HouseRow): Map<string, DoctorHours> {
  const weeks = mapOf(
    weekly ?? [],
    ([, dayOfWeek, startTime, endTime, validFrom, validTo]): WeeklyHours => ({
      dayOfWeek,
      startTime,
      endTime,
      validFrom,
      validTo,
    }),
  );
  const extra = mapOf(windows ?? [], ([, id, start, end]) => ({ id, start, end }));
  const away = mapOf(timeOff ?? [], ([, id, start, end]) => ({ id, start, end }));
  const ids = new Set([...weeks.keys(), ...extra.keys(), ...away.keys()]);
  return new Map(
    [...ids].map((id) => [
      id,
      { weekly: weeks.get(id) ?? [], windows: extra.get(id) ?? [], timeOff: away.get(id) ?? [] },
    ]),
  );
}

/** By the id that stands first in each row. */
function mapOf<Row extends [string, ...unknown[]], V>(rows: readonly Row[], value: (row: Row) => V): Map<string, V[]> {
  const found = new Map<string, V[]>();
  for (const row of rows) {
    const list = found.get(row[0]);
    if (list) list.push(value(row));
    else found.set(row[0], [value(row)]);
  }
  return found;
}
