import "server-only";
import { db } from "#lib/db/client.ts";
import { type EpochMs, type LocalDate, localDateOf } from "#lib/time.ts";
import type { ClinicView } from "../../view.ts";
import type { PossibleVisit, WaitingEntry } from "../../waitlist.ts";
import type { SeenEntry } from "./waitlist-end.ts";

/** An entry with all that decides about it. */
export interface LoadedEntry extends WaitingEntry, SeenEntry {
  patient: { name: string; email: string; locale: string };
  /** The offer's time is over by the database's clock. */
  isOverdue: boolean;
  /** The last day it waits for is over, or its patient's account was closed. */
  isOver: boolean;
  /** What the patient has booked of the service since. */
  booked: (PossibleVisit & { bookedAt: EpochMs })[];
}

interface EntryRow extends Omit<LoadedEntry, "clinicId" | "busy" | "refused" | "booked" | "untilDate" | "daysOfWeek"> {
  untilDate: LocalDate;
  daysOfWeek: number[] | null;
  busy: [EpochMs, EpochMs][] | null;
  refused: EpochMs[] | null;
  booked: LoadedEntry["booked"] | null;
}

const mostEntries = 2_000;

/** Everybody who waits at a clinic or has an offer, in fair order, in one statement. */
export async function loadWaitlist({ id, timeZone }: ClinicView, now: EpochMs): Promise<LoadedEntry[]> {
  const rows = await db.$queryRaw<{ entry: EntryRow }[]>`
    SELECT json_build_object(
      'id', w.id, 'status', w.status, 'serviceId', w.service_id, 'doctorId', w.doctor_id, 'patientId', w.patient_id,
      'daysOfWeek', w.days_of_week, 'fromTime', to_char(w.from_time, 'HH24:MI'),
      'toTime', to_char(w.to_time, 'HH24:MI'), 'untilDate', w.until_date, 'createdAt', epoch_ms(w.created_at),
      'patient', json_build_object('name', u.name, 'email', u.email, 'locale', u.locale),
      'offer', CASE WHEN a.id IS NOT NULL THEN
        json_build_object('id', a.id, 'status', a.status, 'version', a.version) END,
      'isOverdue', coalesce(w.status = 'offered' AND w.offer_expires_at <= clock_timestamp(), false),
      'isOver', w.until_date < ${localDateOf(now, timeZone)}::date OR u.disabled_at IS NOT NULL,
      'busy', (SELECT json_agg(json_build_array(epoch_ms(starts_at), epoch_ms(ends_at))) FROM appointment
        WHERE patient_id = w.patient_id AND occupies(status) AND ends_at > at.now),
      'booked', (SELECT json_agg(json_build_object('serviceId', service_id, 'doctorId', doctor_id,
          'startsAt', epoch_ms(starts_at), 'endsAt', epoch_ms(ends_at), 'bookedAt', epoch_ms(created_at)))
        FROM appointment WHERE patient_id = w.patient_id AND clinic_id = w.clinic_id AND service_id = w.service_id
          AND (status = 'completed' OR occupies(status)) AND status <> 'held'
          AND created_at >= w.created_at AND id IS DISTINCT FROM w.offer_id),
      'refused', (SELECT json_agg(epoch_ms(b.starts_at)) FROM waitlist_entry e JOIN appointment b ON b.id = e.offer_id
        WHERE e.patient_id = w.patient_id AND e.service_id = w.service_id AND e.status IN ('declined', 'expired')
          AND b.starts_at > at.now)) AS entry
    FROM (SELECT to_timestamp(${now}::float8 / 1000) AS now) at
    JOIN waitlist_entry w ON w.clinic_id = ${id}::uuid AND w.status IN ('waiting', 'offered')
    JOIN app_user u ON u.id = w.patient_id
    LEFT JOIN appointment a ON a.id = w.offer_id
    ORDER BY w.created_at, w.id LIMIT ${mostEntries}::int`;
  return rows.map(({ entry }) => toEntry(entry, id));
}

function toEntry({ busy, refused, booked, daysOfWeek, ...entry }: EntryRow, clinicId: string): LoadedEntry {
  return {
    ...entry,
    clinicId,
    daysOfWeek: daysOfWeek ?? [],
    busy: (busy ?? []).map(([start, end]) => ({ start, end })),
    refused: refused ?? [],
    booked: booked ?? [],
  };
}
