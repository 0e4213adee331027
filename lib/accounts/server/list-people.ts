import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import type { PeopleFilter, PersonView } from "../people.ts";

const pageSize = 25;
const longestSearch = 254;

export interface PeoplePage {
  people: PersonView[];
  /** How many match the search, by filter. */
  counts: Record<PeopleFilter, number>;
  /** From 1. */
  page: number;
  pageCount: number;
  pageSize: number;
}

export interface PeopleQuery {
  clinicId: string;
  /** Part of a name or e-mail address. Somebody new to the clinic is found by their whole address alone. */
  search?: string;
  filter?: PeopleFilter;
  page?: number;
}

/** The people of a clinic: whoever holds a role there or ever had an appointment, by name. For admins. */
export async function listPeople(actor: Actor, query: PeopleQuery): Promise<Result<PeoplePage>> {
  const { clinicId, filter = "all" } = query;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const search = (query.search ?? "").trim().slice(0, longestSearch);
  const page = Math.min(100_000, Math.max(1, Math.trunc(query.page ?? 1) || 1));

  const [row] = await db.$queryRaw<{ people: PersonView[]; counts: Record<PeopleFilter, number> }[]>`
    WITH known AS (${peopleOf(clinicId, search)}), found AS (
      SELECT * FROM known WHERE ${search} = '' OR position(lower(${search}) IN lower(name)) > 0
        OR position(lower(${search}) IN lower(email)) > 0
    ), counted AS (
      SELECT count(*)::int AS "all", ${countOf("doctor")} AS doctor, ${countOf("staff")} AS staff,
        ${countOf("admin")} AS admin, (count(*) FILTER (WHERE roles <@ ARRAY['patient']))::int AS patient FROM found
    ), shown AS (
      SELECT * FROM found WHERE ${filterOn(filter)}
      ORDER BY lower(name), id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
    )
    SELECT coalesce((SELECT json_agg(shown) FROM shown), '[]') AS people, (SELECT to_json(counted) FROM counted) AS counts`;
  if (!row) throw new Error("A statement without FROM returns a row");
  return ok({ ...row, page, pageCount: Math.max(1, Math.ceil(row.counts[filter] / pageSize)), pageSize });
}

export interface PersonStanding {
  adminCount: number;
  /** Appointments ahead with them as the doctor. */
  ahead: number;
}

/**
 * One of a clinic's people, and how many of its admins can still sign in. Somebody new to the clinic is found when their
 * whole e-mail address is given too, without their telephone number. For admins; anyone else gets NOT_FOUND like for an
 * unknown id.
 */
export async function findPerson(
  actor: Actor,
  { clinicId, userId, email = "" }: { clinicId: string; userId: string; email?: string },
): Promise<Result<PersonView & PersonStanding>> {
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const [person] = await db.$queryRaw<(PersonView & PersonStanding)[]>`
    SELECT known.*, (SELECT count(*)::int FROM appointment a JOIN doctor d ON d.id = a.doctor_id
      WHERE d.user_id = known.id::uuid AND a.clinic_id = ${clinicId}::uuid AND a.starts_at > now()
        AND a.status IN ('pending', 'confirmed')) AS ahead, (SELECT count(*)::int FROM membership m JOIN app_user u ON u.id = m.user_id
      WHERE m.clinic_id = ${clinicId}::uuid AND m.role = 'admin' AND u.disabled_at IS NULL) AS "adminCount"
    FROM (${peopleOf(clinicId, email)}) AS known WHERE id = ${userId}`;
  return person ? ok(person) : refuse(refusal("NOT_FOUND"));
}

function peopleOf(clinicId: string, wholeEmail: string): Prisma.Sql {
  return Prisma.sql`
    SELECT u.id::text, u.name, u.email::text, CASE WHEN of_clinic.known THEN u.phone END AS phone, u.email_verified_at IS NOT NULL AS "isEmailVerified",
      u.disabled_at IS NOT NULL AS "isDisabled",
      ARRAY(SELECT m.role::text FROM membership m WHERE m.user_id = u.id AND m.clinic_id = ${clinicId}::uuid
        ORDER BY m.role) AS roles,
      (SELECT d.slug FROM doctor d JOIN membership m ON m.user_id = d.user_id AND m.role = 'doctor'
        WHERE d.user_id = u.id AND d.is_active AND m.clinic_id = ${clinicId}::uuid) AS "doctorSlug"
    FROM app_user u CROSS JOIN LATERAL (SELECT
      EXISTS (SELECT FROM membership m WHERE m.user_id = u.id AND m.clinic_id = ${clinicId}::uuid)
      OR EXISTS (SELECT FROM appointment a WHERE a.patient_id = u.id AND a.clinic_id = ${clinicId}::uuid) AS known) of_clinic
    WHERE u.erased_at IS NULL AND (of_clinic.known OR u.email = ${wholeEmail}::citext)`;
}

function countOf(role: "doctor" | "staff" | "admin"): Prisma.Sql {
  return Prisma.sql`(count(*) FILTER (WHERE ${role} = ANY(roles)))::int`;
}

function filterOn(filter: PeopleFilter): Prisma.Sql {
  if (filter === "all") return Prisma.sql`true`;
  return filter === "patient" ? Prisma.sql`roles <@ ARRAY['patient']` : Prisma.sql`${filter} = ANY(roles)`;
}
