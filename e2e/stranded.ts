import type pg from "pg";

/**
 * Lets an appointment no longer fit, since its doctor is away just then, and holds another time for it; besides, the
 * doctor's last one, for which nobody has looked for another yet. Written by hand, so that it takes no time that other
 * tests use: the place lies on the last day that has slots.
 */
export async function strandAsSample(database: pg.Pool, appointmentId: string): Promise<void> {
  await database.query(
    `INSERT INTO time_off (doctor_id, starts_at, ends_at, reason)
     SELECT doctor_id, starts_at, ends_at, 'Dentist' FROM appointment a WHERE (id = $1 OR id = (
         SELECT last.id FROM appointment last JOIN appointment own ON own.id = $1 AND own.doctor_id = last.doctor_id
         WHERE last.id <> $1 AND last.status = 'confirmed' AND last.starts_at < now() + interval '20 days'
           AND NOT EXISTS (SELECT FROM visit WHERE appointment_id = last.id)
         ORDER BY last.starts_at DESC LIMIT 1))
       AND NOT EXISTS (SELECT FROM time_off t WHERE t.doctor_id = a.doctor_id AND t.starts_at = a.starts_at)`,
    [appointmentId],
  );
  await database.query(
    `WITH place AS (
       SELECT s.starts_at FROM time_slot s JOIN appointment a ON a.id = $1 AND a.clinic_id = s.clinic_id
       WHERE s.is_open AND s.booked = 0 AND s.local_date = (
         SELECT max(local_date) FROM time_slot WHERE clinic_id = s.clinic_id AND is_open)
       ORDER BY s.starts_at LIMIT 1
     )
     INSERT INTO appointment (clinic_id, doctor_id, service_id, starts_at, ends_at, status, hold_expires_at, hold_key,
       replaces_id, price_amount, price_currency, occupied, local_date, session_key)
     SELECT a.clinic_id, a.doctor_id, a.service_id, place.starts_at, place.starts_at + (a.ends_at - a.starts_at), 'held',
       now() + interval '2 hours', sha256(uuid_v7()::text::bytea), a.id, a.price_amount, a.price_currency, 'empty',
       current_date, uuid_v7()
     FROM appointment a, place
     WHERE a.id = $1 AND NOT EXISTS (SELECT FROM appointment h WHERE h.replaces_id = a.id AND h.status = 'held')`,
    [appointmentId],
  );
}
