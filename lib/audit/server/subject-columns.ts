import "server-only";
import { Prisma } from "#lib/db/generated/client.ts";

/** The id as a UUID where it is one: a log that somebody tampered with must still be readable. */
const uuid = Prisma.sql`CASE WHEN e.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN e.subject_id::uuid END`;

/** What an audit entry `e` is about, as it is known today. One look-up by primary key for each entry shown. */
export const subjectColumns = Prisma.sql`(
  SELECT json_build_object('type', e.subject_type, 'id', e.subject_id, 'name', known.name, 'service', known.service,
    'startsAt', epoch_ms(known.starts_at)::float8)
  FROM (SELECT) AS one LEFT JOIN LATERAL (
    SELECT coalesce(u.name, a.contact_name) AS name, s.name AS service, a.starts_at
    FROM appointment a JOIN service s ON s.id = a.service_id LEFT JOIN app_user u ON u.id = a.patient_id
    WHERE e.subject_type = 'appointment' AND a.id = ${uuid}
    UNION ALL
    SELECT name, NULL, NULL FROM app_user WHERE e.subject_type IN ('user', 'feed') AND id = ${uuid}
    UNION ALL
    SELECT name, NULL, NULL FROM doctor WHERE e.subject_type = 'doctor' AND id = ${uuid}
    UNION ALL
    SELECT name, NULL, NULL FROM clinic WHERE e.subject_type = 'clinic' AND id = ${uuid}
    UNION ALL
    SELECT reason, NULL, NULL FROM closure WHERE e.subject_type = 'closure' AND id = ${uuid}
    UNION ALL
    SELECT name, NULL, NULL FROM service WHERE e.subject_type = 'service' AND id = ${uuid}
    UNION ALL
    SELECT name, NULL, NULL FROM resource WHERE e.subject_type = 'resource' AND id = ${uuid}
    UNION ALL
    SELECT name, NULL, NULL FROM week_template WHERE e.subject_type = 'week_template' AND id = ${uuid}
    UNION ALL
    SELECT NULL, NULL, starts_at FROM time_slot WHERE e.subject_type = 'time_slot' AND id = ${uuid}
    UNION ALL
    SELECT recipient::text, NULL, NULL FROM message WHERE e.subject_type = 'message' AND id = ${uuid}
    UNION ALL
    SELECT email::text, NULL, NULL FROM invitation WHERE e.subject_type = 'invitation' AND id = ${uuid}
    UNION ALL
    SELECT p.number, s.name, NULL FROM subscription p JOIN service s ON s.id = p.service_id
    WHERE e.subject_type = 'subscription' AND p.id = ${uuid}
    UNION ALL
    SELECT u.name, s.name, NULL
    FROM waitlist_entry w JOIN service s ON s.id = w.service_id JOIN app_user u ON u.id = w.patient_id
    WHERE e.subject_type = 'waitlist' AND w.id = ${uuid}
  ) AS known ON true LIMIT 1)`;
