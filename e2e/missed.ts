import type pg from "pg";

/** Somebody did not come four weeks before an appointment that they have. @returns the missed one's id */
export async function missOnce(database: pg.Pool, appointmentId: string): Promise<string> {
  await database.query(
    `INSERT INTO clinic_day (clinic_id, local_date) SELECT clinic_id, local_date - 28 FROM appointment WHERE id = $1
     ON CONFLICT DO NOTHING`,
    [appointmentId],
  );
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, starts_at, ends_at, status, price_amount,
       price_currency, occupied, local_date, session_key)
     SELECT clinic_id, doctor_id, service_id, patient_id, starts_at - interval '28 days', ends_at - interval '28 days',
       'no_show', price_amount, price_currency, 'empty', current_date, uuid_v7()
     FROM appointment WHERE id = $1 RETURNING id`,
    [appointmentId],
  );
  if (!rows[0]) throw new Error("There is no such appointment.");
  return rows[0].id;
}
