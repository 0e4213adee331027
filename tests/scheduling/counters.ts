import { expect } from "vitest";
import { ownerSql } from "../database.ts";

/** Every counter of the clinic equals what its rows say, counted anew. */
export async function expectCountersTrue(clinicId: string): Promise<void> {
  const wrong = await ownerSql(
    `SELECT 'slot ' || s.starts_at AS what, s.booked, count(a.id)::int AS counted
       FROM time_slot s LEFT JOIN appointment a ON a.clinic_id = s.clinic_id AND occupies(a.status)
         AND a.starts_at < s.ends_at AND a.ends_at > s.starts_at
       WHERE s.clinic_id = $1 GROUP BY s.id HAVING s.booked <> count(a.id)
     UNION ALL
     SELECT 'day ' || d.local_date, d.booked, count(a.id)::int
       FROM clinic_day d LEFT JOIN appointment a ON a.clinic_id = d.clinic_id AND a.local_date = d.local_date
         AND occupies(a.status)
       WHERE d.clinic_id = $1 GROUP BY d.clinic_id, d.local_date HAVING d.booked <> count(a.id)
     UNION ALL
     SELECT 'session ' || g.starts_at, g.booked, count(a.id)::int
       FROM group_session g LEFT JOIN appointment a ON a.doctor_id = g.doctor_id AND a.service_id = g.service_id
         AND a.starts_at = g.starts_at AND occupies(a.status)
       WHERE g.clinic_id = $1 GROUP BY g.doctor_id, g.service_id, g.starts_at HAVING g.booked <> count(a.id)`,
    [clinicId],
  );
  expect(wrong).toEqual([]);
}
