import type pg from "pg";

/** Gives a doctor time off from three days before an instant to nine days after it, while `use` runs; booked or not. */
export async function whileAway(
  database: pg.Pool,
  { doctor, startsAt }: { doctor: string; startsAt: string },
  use: () => Promise<void>,
): Promise<void> {
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO time_off (doctor_id, starts_at, ends_at)
     SELECT id, to_timestamp($2::float8 / 1000) - interval '3 days', to_timestamp($2::float8 / 1000) + interval '9 days'
     FROM doctor WHERE slug = $1 RETURNING id`,
    [doctor, Number(startsAt)],
  );
  try {
    await use();
  } finally {
    await database.query("DELETE FROM time_off WHERE id = $1", [rows[0]?.id]);
  }
}
