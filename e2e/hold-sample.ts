import type pg from "pg";
import type { Person } from "./people.ts";

/** A time that somebody keeps, six weeks ahead, where little else books. @returns its id */
export async function holdAsSample(database: pg.Pool, { id }: Person): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, starts_at, ends_at, status, hold_expires_at,
       price_amount, price_currency, occupied, local_date, session_key)
     SELECT s.clinic_id, ds.doctor_id, v.id, $1, s.starts_at, s.starts_at + interval '15 minutes', 'held',
       now() + interval '1 hour', 3800, 'GBP', 'empty', current_date, uuid_v7()
     FROM service v JOIN doctor_service ds ON ds.service_id = v.id JOIN time_slot s ON s.clinic_id = v.clinic_id
       JOIN clinic_day d ON d.clinic_id = s.clinic_id AND d.local_date = s.local_date AND d.booked < d.capacity
     WHERE v.slug = 'phone-consultation' AND s.is_open AND s.booked = 0 AND s.local_date > current_date + 41
     ORDER BY s.starts_at LIMIT 1 RETURNING id`,
    [id],
  );
  if (!rows[0]) throw new Error("No time is free for a hold.");
  return rows[0].id;
}
