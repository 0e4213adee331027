import type pg from "pg";
import type { Person } from "./people.ts";

/**
 * Somebody waits for a time that never comes, and has an offer that nothing but an answer ends. Written by hand, so
 * that it stands at once and takes no time that other tests use.
 */
export async function waitAsSample(database: pg.Pool, { id }: Person): Promise<void> {
  await database.query(
    `INSERT INTO waitlist_entry (clinic_id, service_id, patient_id, days_of_week, from_time, to_time, until_date)
     SELECT clinic_id, id, $1, '{6}', '03:00', '03:30', current_date + 30 FROM service WHERE slug = 'heart-check'`,
    [id],
  );
  await database.query(
    `WITH free AS (
       SELECT s.clinic_id, s.starts_at, ds.doctor_id, v.id AS service_id
       FROM service v JOIN doctor_service ds ON ds.service_id = v.id JOIN time_slot s ON s.clinic_id = v.clinic_id
       JOIN clinic_day d ON d.clinic_id = s.clinic_id AND d.local_date = s.local_date AND d.booked < d.capacity
       WHERE v.slug = 'phone-consultation' AND s.is_open AND s.booked = 0 AND s.local_date > current_date + 34
       ORDER BY s.starts_at LIMIT 1
     ), held AS (
       INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, starts_at, ends_at, status, hold_expires_at,
         price_amount, price_currency, occupied, local_date, session_key)
       SELECT clinic_id, doctor_id, service_id, $1, starts_at, starts_at + interval '15 minutes', 'held',
         now() + interval '2 hours', 3800, 'GBP', 'empty', current_date, uuid_v7() FROM free
       RETURNING id, clinic_id, service_id, hold_expires_at
     )
     INSERT INTO waitlist_entry (clinic_id, service_id, patient_id, until_date, status, offer_id, offer_expires_at)
     SELECT clinic_id, service_id, $1, current_date + 60, 'offered', id, hold_expires_at FROM held`,
    [id],
  );
}

/** How somebody's wishes stand, the newest first. */
export async function wishesOf(database: pg.Pool, { id }: Person): Promise<string[]> {
  const { rows } = await database.query<{ status: string }>(
    "SELECT status::text FROM waitlist_entry WHERE patient_id = $1 ORDER BY created_at DESC",
    [id],
  );
  return rows.map(({ status }) => status);
}
