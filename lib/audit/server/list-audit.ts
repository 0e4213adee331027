import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { findClinicById } from "#lib/scheduling/server/clinic/clinics.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import { dayBounds, type TimeZone } from "#lib/time.ts";
import {
  type AuditEntryView,
  type AuditPage,
  type AuditQuery,
  actionsAsked,
  auditQuerySchema,
  readCursor,
} from "../schema.ts";
import { subjectColumns } from "./subject-columns.ts";

/**
 * A clinic's audit log, the newest first, with names as they are today. Entries about accounts belong to no clinic: they
 * are shown where this is the only one, or to the one at which alone that person holds a role. For admins.
 */
export async function listAudit(actor: Actor, input: unknown): Promise<Result<AuditPage>> {
  const parsed = parseInput(auditQuerySchema, input);
  if (!parsed.ok) return parsed;
  const query = parsed.value;
  const clinic = hasRole(actor, query.clinicId, "admin") ? await findClinicById(query.clinicId) : null;
  if (!clinic) return refuse(refusal("NOT_FOUND"));

  const filters = filtersOf(query, clinic.timeZone);
  const newest = Prisma.sql`ORDER BY e.created_at DESC, e.id DESC LIMIT ${query.limit + 1}::int`;
  // Two walks along one index each: an OR of the two would read the whole log.
  const rows = await db.$queryRaw<AuditEntryView[]>`
    WITH e AS (
      SELECT * FROM (
        (SELECT e.* FROM audit_entry e WHERE e.clinic_id = ${query.clinicId}::uuid ${filters} ${newest})
        UNION ALL
        (SELECT e.* FROM audit_entry e WHERE e.clinic_id IS NULL AND ${ofAccounts(query.clinicId)} ${filters} ${newest})
      ) AS e ${newest}
    )
    SELECT e.id::text, epoch_ms(e.created_at)::float8 AS at, e.action, e.detail, s.position::float8 AS position,
      json_build_object('id', e.actor_id, 'name', (SELECT name FROM app_user WHERE id = e.actor_id),
        'role', e.actor_role) AS actor,
      ${subjectColumns} AS subject
    FROM e LEFT JOIN audit_seal s ON s.entry_id = e.id ORDER BY e.created_at DESC, e.id DESC`;
  const entries = rows.slice(0, query.limit);
  const last = entries.at(-1);
  return ok({ entries, nextCursor: rows.length > query.limit && last ? `${last.at}-${last.id}` : null });
}

function filtersOf(query: AuditQuery, timeZone: TimeZone): Prisma.Sql {
  const { who, action, from, to, subject, cursor } = query;
  const [actions, after] = [actionsAsked(action), readCursor(cursor)];
  const conditions: Prisma.Sql[] = [];
  if (actions) conditions.push(Prisma.sql`e.action = ANY(${actions})`);
  if (from) conditions.push(Prisma.sql`e.created_at >= ${instant(dayBounds(from, timeZone).start)}`);
  if (to) conditions.push(Prisma.sql`e.created_at < ${instant(dayBounds(to, timeZone).end)}`);
  if (after) conditions.push(Prisma.sql`(e.created_at, e.id) < (${instant(after.at)}, ${after.id})`);
  if (who) conditions.push(byWhom(who));
  if (subject) {
    const [type, id] = subject.split(":");
    conditions.push(Prisma.sql`e.subject_type = ${type} AND e.subject_id = ${id}`);
  }
  return conditions.length > 0 ? Prisma.sql`AND ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
}

/** Who signs in is nobody yet: such an entry counts as theirs whose account it is about. */
function byWhom(who: string): Prisma.Sql {
  const known = Prisma.sql`SELECT id FROM app_user
    WHERE strpos(lower(name), lower(${who})) > 0 OR strpos(lower(email::text), lower(${who})) > 0`;
  return Prisma.sql`(e.actor_id IN (${known}) OR (e.actor_id IS NULL AND e.subject_type = 'user'
    AND e.subject_id IN (SELECT known.id::text FROM (${known}) AS known)))`;
}

function ofAccounts(clinicId: string): Prisma.Sql {
  const person = Prisma.sql`coalesce(e.actor_id::text, e.subject_id)`;
  return Prisma.sql`(NOT EXISTS (SELECT FROM clinic WHERE id <> ${clinicId}::uuid)
    OR (EXISTS (SELECT FROM membership m WHERE m.user_id::text = ${person} AND m.clinic_id = ${clinicId}::uuid)
      AND NOT EXISTS (SELECT FROM membership m WHERE m.user_id::text = ${person} AND m.clinic_id <> ${clinicId}::uuid)))`;
}

function instant(at: number): Prisma.Sql {
  return Prisma.sql`to_timestamp(${at}::float8 / 1000)`;
}
