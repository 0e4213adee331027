import type pg from "pg";
import type { Person } from "./people.ts";

/**
 * Confirmed appointments of these people in the slot that runs now, each with a doctor of their own; the slot is made
 * where the house is closed at this hour. @returns their ids
 */
export async function expectNow(database: pg.Pool, people: Person[]): Promise<string[]> {
  const { rows: slots } = await database.query<{ starts: string }>(
    `WITH turn AS (
       SELECT c.id AS clinic_id, s.starts, (s.starts AT TIME ZONE c.time_zone)::date AS date
       FROM clinic c, LATERAL (SELECT date_bin('20 minutes', now(), '2000-01-01Z') AS starts) s
     ), day AS (
       INSERT INTO clinic_day (clinic_id, local_date) SELECT clinic_id, date FROM turn
       ON CONFLICT (clinic_id, local_date) DO UPDATE SET capacity = NULL
     ), slot AS (
       INSERT INTO time_slot (clinic_id, starts_at, ends_at, local_date, capacity)
       SELECT clinic_id, starts, starts + interval '20 minutes', date, 9 FROM turn
       WHERE NOT EXISTS (SELECT FROM time_slot t
         WHERE t.clinic_id = turn.clinic_id AND t.starts_at < turn.starts + interval '20 minutes' AND t.ends_at > turn.starts)
     )
     SELECT starts::text FROM turn`,
  );
  const starts = slots[0]?.starts;
  await database.query("UPDATE time_slot SET capacity = 9, is_open = true WHERE starts_at = $1", [starts]);
  // Whoever else was to come has been seen, so that every doctor is free.
  await database.query(
    `UPDATE appointment SET status = 'completed', version = version + 1
     WHERE occupies(status) AND status <> 'held' AND starts_at > now() - interval '1 day'
       AND starts_at < $1::timestamptz + interval '20 minutes'`,
    [starts],
  );
  const ids: string[] = [];
  for (const { id } of people) {
    const { rows } = await database.query<{ id: string }>(
      `INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, starts_at, ends_at, status, price_amount,
         price_currency, occupied, local_date, session_key)
       SELECT s.clinic_id, o.doctor_id, s.id, $1, $2, $2::timestamptz + interval '20 minutes', 'confirmed', 0, 'GBP',
         'empty', current_date, uuid_v7()
       FROM service s JOIN doctor_service o ON o.service_id = s.id
       WHERE s.group_size = 1 AND s.resource_kind IS NULL AND s.buffer_before_minutes + s.buffer_after_minutes = 0
         AND NOT EXISTS (SELECT FROM appointment a WHERE a.doctor_id = o.doctor_id AND occupies(a.status)
           AND a.occupied && tstzrange($2::timestamptz, $2::timestamptz + interval '20 minutes'))
       LIMIT 1 RETURNING id`,
      [id, starts],
    );
    if (!rows[0]) throw new Error("No doctor is free now.");
    ids.push(rows[0].id);
  }
  return ids;
}
