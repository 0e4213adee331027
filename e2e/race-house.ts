import { randomUUID } from "node:crypto";
import type pg from "pg";

/**
 * Adds a service of one slot's length, with doctors who work at any time, and lifts the limits of the days: with more
 * doctors than places only the slot itself can stop a booking.
 * @returns the service's slug
 */
export async function openRaceHouse(database: pg.Pool, doctors: number): Promise<string> {
  const slug = `race-${randomUUID()}`;
  await database.query(
    `WITH house AS (SELECT id FROM clinic), the_service AS (
       INSERT INTO service (clinic_id, slug, name, duration_minutes) SELECT id, $1, 'Race', 20 FROM house RETURNING id
     ), person AS (
       INSERT INTO app_user (email, name, email_verified_at)
       SELECT $1 || n || '@example.test', 'Dr Race ' || n, now() FROM generate_series(1, $2::int) AS n RETURNING id, name
     ), member AS (
       INSERT INTO membership (user_id, clinic_id, role) SELECT person.id, house.id, 'doctor' FROM person, house
     ), the_doctor AS (
       INSERT INTO doctor (user_id, slug, name) SELECT id, id::text, name FROM person RETURNING id
     ), offering AS (
       INSERT INTO doctor_service (doctor_id, service_id) SELECT the_doctor.id, the_service.id FROM the_doctor, the_service
     )
     INSERT INTO weekly_hours (doctor_id, clinic_id, day_of_week, start_time, end_time)
     SELECT the_doctor.id, house.id, day, '00:00', '24:00' FROM the_doctor, house, generate_series(0, 6) AS day`,
    [slug, doctors],
  );
  await database.query("UPDATE clinic_day SET capacity = NULL");
  return slug;
}
