import "server-only";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { dayBounds, type EpochMs, type TimeZone } from "#lib/time.ts";
import { booked, keeping, type Tally } from "../figures.ts";
import type { SlotGroup } from "../heat-map.ts";
import type { DayRange } from "../range.ts";
import type { DayTally, Lead, Totals } from "../schema.ts";

export interface Counting extends DayRange {
  clinicId: string;
  timeZone: TimeZone;
  doctorId: string | undefined;
  serviceId: string | undefined;
  now: EpochMs;
}

// Statements whose number and whose answers' size do not depend on how many appointments there are.

/** How bookings went, equal ones counted together. */
export async function loadTallies(asked: Counting): Promise<Tally[]> {
  return db.$queryRaw<Tally[]>`
    SELECT a.doctor_id::text AS "doctorId", a.service_id::text AS "serviceId", a.status::text AS status,
      a.price_currency AS currency, a.ends_at <= ${instant(asked.now)} AS "isOver", count(*)::int AS count,
      sum(a.price_amount)::float8 AS price, (count(*) FILTER (WHERE a.status = 'cancelled' AND a.cancelled_at >
        a.starts_at - make_interval(hours => coalesce(s.cancel_notice_hours, c.cancel_notice_hours))))::int AS late
    FROM appointment a JOIN service s ON s.id = a.service_id JOIN clinic c ON c.id = a.clinic_id
    WHERE ${within(asked)} AND a.status = ANY(${statuses(booked)})
    GROUP BY 1, 2, 3, 4, 5`;
}

/** Minutes with patients by doctor and service; people who share a session share its time. */
export async function loadMinutes(
  asked: Counting,
): Promise<{ doctorId: string; serviceId: string; minutes: number }[]> {
  return db.$queryRaw`
    SELECT doctor_id::text AS "doctorId", service_id::text AS "serviceId", sum(minutes)::float8 AS minutes
    FROM (SELECT DISTINCT ON (a.session_key) a.doctor_id, a.service_id,
        extract(epoch FROM a.ends_at - a.starts_at) / 60 AS minutes
      FROM appointment a WHERE ${within(asked)} AND a.status = ANY(${statuses(keeping)})) AS sessions
    GROUP BY 1, 2`;
}

export interface LeadRow {
  /** Both null: of all. */
  doctorId: string | null;
  serviceId: string | null;
  lead: NonNullable<Lead>;
}

/** How long ahead was booked: of all, by doctor and by service; visits of care plans left out. */
export async function loadLeads(asked: Counting): Promise<LeadRow[]> {
  return db.$queryRaw<LeadRow[]>`
    SELECT doctor_id::text AS "doctorId", service_id::text AS "serviceId", json_build_object('count', count(*),
      'q1', percentile_cont(0.25) WITHIN GROUP (ORDER BY minutes), 'median', percentile_cont(0.5) WITHIN GROUP
        (ORDER BY minutes), 'q3', percentile_cont(0.75) WITHIN GROUP (ORDER BY minutes)) AS lead
    FROM (SELECT a.doctor_id, a.service_id,
        greatest(0, extract(epoch FROM a.starts_at - a.created_at) / 60)::float8 AS minutes
      FROM appointment a WHERE ${within(asked)} AND a.status = ANY(${statuses(booked)}) AND a.status <> 'rejected'
        AND NOT EXISTS (SELECT FROM visit v WHERE v.appointment_id = a.id)) AS leads
    GROUP BY GROUPING SETS ((), (doctor_id), (service_id)) HAVING count(*) > 0`;
}

/**
 * The house's places and how many were taken, by weekday, wall time and length of the slot. A slot that is closed counts
 * only where somebody is in it.
 */
export async function loadSlotGroups(asked: Counting): Promise<SlotGroup[]> {
  const { clinicId, from, to, timeZone } = asked;
  return db.$queryRaw<SlotGroup[]>`
    WITH taken AS (
      SELECT s.id, count(*)::int AS places
      FROM appointment a JOIN time_slot s
        ON s.clinic_id = a.clinic_id AND s.starts_at >= a.starts_at AND s.starts_at < a.ends_at
      WHERE ${within(asked)} AND a.status = ANY(${statuses(keeping)}) GROUP BY s.id
    )
    SELECT extract(isodow FROM wall)::int - 1 AS "dayOfWeek",
      (extract(hour FROM wall) * 60 + extract(minute FROM wall))::int AS "startMinute", minutes,
      sum(capacity)::int AS capacity, sum(places)::int AS taken
    FROM (SELECT s.starts_at AT TIME ZONE ${timeZone} AS wall, s.capacity, coalesce(taken.places, 0) AS places,
        (extract(epoch FROM s.ends_at - s.starts_at) / 60)::int AS minutes
      FROM time_slot s LEFT JOIN taken ON taken.id = s.id
      WHERE s.clinic_id = ${clinicId}::uuid AND s.local_date BETWEEN ${from}::date AND ${to}::date
        AND (s.is_open OR taken.places > 0)) AS slots
    GROUP BY 1, 2, 3`;
}

/** Day by day; days without appointments are left out. */
export async function loadDayTallies(asked: Counting): Promise<DayTally[]> {
  return db.$queryRaw<DayTally[]>`
    SELECT a.local_date::text AS date, (count(*) FILTER (WHERE a.status <> 'cancelled'))::int AS appointments,
      (count(*) FILTER (WHERE a.status = 'no_show'))::int AS missed,
      (count(*) FILTER (WHERE a.status = 'cancelled'))::int AS cancelled
    FROM appointment a
    WHERE ${within(asked)} AND a.status = ANY(${statuses(booked)}) AND a.status <> 'rejected'
    GROUP BY a.local_date`;
}

/** Who came for the first time, and who again. */
export async function loadPatients(asked: Counting): Promise<Totals["patients"]> {
  const { start } = dayBounds(asked.from, asked.timeZone);
  const [row] = await db.$queryRaw<Totals["patients"][]>`
    WITH here AS (
      SELECT a.patient_id FROM appointment a WHERE ${within(asked)} AND a.status = ANY(${statuses(keeping)})
    ), people AS (
      SELECT EXISTS (SELECT FROM appointment e WHERE e.patient_id = p.patient_id AND e.clinic_id = ${asked.clinicId}::uuid
        AND e.starts_at < ${instant(start)} AND e.status = ANY(${statuses(keeping)})) AS known
      FROM (SELECT DISTINCT patient_id FROM here WHERE patient_id IS NOT NULL) AS p
    )
    SELECT (count(*) FILTER (WHERE NOT known))::int AS "new", (count(*) FILTER (WHERE known))::int AS returning,
      (SELECT count(*)::int FROM here WHERE patient_id IS NULL) AS "withoutAccount"
    FROM people`;
  return row ?? { new: 0, returning: 0, withoutAccount: 0 };
}

function within({ clinicId, from, to, timeZone, doctorId, serviceId }: Counting): Prisma.Sql {
  const [start, end] = [dayBounds(from, timeZone).start, dayBounds(to, timeZone).end];
  const ofDoctor = doctorId ? Prisma.sql`AND a.doctor_id = ${doctorId}::uuid` : Prisma.empty;
  const ofService = serviceId ? Prisma.sql`AND a.service_id = ${serviceId}::uuid` : Prisma.empty;
  return Prisma.sql`a.clinic_id = ${clinicId}::uuid AND a.starts_at >= ${instant(start)}
    AND a.starts_at < ${instant(end)} ${ofDoctor} ${ofService}`;
}

function statuses(names: readonly string[]): Prisma.Sql {
  return Prisma.sql`${[...names]}::appointment_status[]`;
}

function instant(at: EpochMs): Prisma.Sql {
  return Prisma.sql`to_timestamp(${at}::float8 / 1000)`;
}
