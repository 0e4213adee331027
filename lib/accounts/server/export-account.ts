import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import type { Limit } from "#lib/auth/throttle.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { withoutTokens } from "#lib/notifications/server/without-tokens.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { tooMany } from "./limits.ts";
import { orRefusal } from "./refused-by-database.ts";

const exportLimit = { name: "export", max: 5, windowMinutes: 60 } as const satisfies Limit;

/** The parts of an export; each is a list but the first. */
export interface AccountExport {
  account: object;
  [part: string]: object;
}

/**
 * Everything that is kept about a person under their account, for programs to read: JSON with instants in ISO 8601. What
 * the team noted among themselves is the practice's and is not in it, nor is anything that opens anything.
 */
export async function exportAccount(actor: Actor): Promise<Result<AccountExport>> {
  const refused = await tooMany([exportLimit, actor.userId]);
  if (refused) return refuse(refused);
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const subject = { subjectType: "user", subjectId: actor.userId };
      await recordAudit(tx, { actor, action: "user.data_exported", ...subject });
      const [row] = await tx.$queryRaw<{ everything: AccountExport }[]>`
        WITH person AS (SELECT * FROM app_user WHERE id = ${actor.userId}::uuid),
        plan AS (SELECT s.* FROM subscription s JOIN person ON s.patient_id = person.id),
        own AS (
          SELECT a.* FROM appointment a JOIN person ON a.patient_id = person.id
          UNION
          SELECT a.* FROM appointment a JOIN visit v ON v.appointment_id = a.id JOIN plan ON plan.id = v.subscription_id
        ),
        wish AS (SELECT w.* FROM waitlist_entry w JOIN person ON w.patient_id = person.id),
        subject AS (
          SELECT id::text FROM person UNION ALL SELECT id::text FROM own UNION ALL SELECT id::text FROM plan
          UNION ALL SELECT id::text FROM wish
        )
        SELECT json_build_object(
          'exportedAt', now(),
          'account', (SELECT json_build_object('id', id, 'name', name, 'email', email, 'phone', phone, 'language', locale,
            'emailVerifiedAt', email_verified_at, 'createdAt', created_at,
            'remindersMinutesBefore', CASE WHEN reminders_chosen THEN reminder_minutes END, 'textMessages', remind_by_sms)
            FROM person),
          'roles', ${list`SELECT c.name AS clinic, m.role, m.created_at AS "since" FROM membership m
            JOIN person ON m.user_id = person.id JOIN clinic c ON c.id = m.clinic_id ORDER BY m.id`},
          'invitations', ${list`SELECT c.name AS clinic, i.roles, i.created_at AS "createdAt", i.accepted_at AS "acceptedAt"
            FROM invitation i JOIN person ON i.email = person.email JOIN clinic c ON c.id = i.clinic_id ORDER BY i.id`},
          'appointments', ${list`SELECT own.id, c.name AS clinic, sv.name AS service, d.name AS doctor, own.status,
            own.starts_at AS "startsAt", own.ends_at AS "endsAt", c.time_zone AS "timeZone", own.notes, own.answers,
            own.contact_name AS "contactName", own.contact_email AS "contactEmail", own.contact_phone AS "contactPhone",
            own.price_amount AS "priceAmount", trim(own.price_currency) AS "priceCurrency", own.urgent,
            own.video_url AS "videoUrl", own.confirmed_at AS "confirmedAt", own.cancelled_at AS "cancelledAt",
            own.cancel_reason AS "cancelReason", own.created_at AS "createdAt"
            FROM own JOIN clinic c ON c.id = own.clinic_id JOIN service sv ON sv.id = own.service_id
            JOIN doctor d ON d.id = own.doctor_id ORDER BY own.starts_at`},
          'plans', ${list`SELECT plan.id, plan.number, c.name AS clinic, sv.name AS service, d.name AS doctor, plan.status,
            plan.frequency, plan.months, plan.start_date AS "startDate", plan.preferred_time AS "preferredTime",
            plan.contact_name AS "contactName", plan.contact_email AS "contactEmail", plan.contact_phone AS "contactPhone",
            plan.address_line1 AS address, plan.city, plan.postcode, trim(plan.country) AS country,
            plan.price_per_visit AS "pricePerVisit", trim(plan.currency) AS currency, plan.payment_status AS "paymentStatus",
            plan.created_at AS "createdAt", (SELECT json_agg(json_build_object('number', v.sequence, 'wantedOn',
              v.target_date, 'status', v.status, 'appointmentId', v.appointment_id, 'reason', v.reason_code)
              ORDER BY v.sequence) FROM visit v WHERE v.subscription_id = plan.id) AS visits
            FROM plan JOIN clinic c ON c.id = plan.clinic_id JOIN service sv ON sv.id = plan.service_id
            LEFT JOIN doctor d ON d.id = plan.doctor_id ORDER BY plan.id`},
          'waitingList', ${list`SELECT wish.id, c.name AS clinic, sv.name AS service, d.name AS doctor, wish.status,
            wish.days_of_week AS "daysOfWeek", wish.from_time AS "fromTime", wish.to_time AS "toTime",
            wish.until_date AS "until", wish.created_at AS "createdAt"
            FROM wish JOIN clinic c ON c.id = wish.clinic_id JOIN service sv ON sv.id = wish.service_id
            LEFT JOIN doctor d ON d.id = wish.doctor_id ORDER BY wish.id`},
          'messages', ${list`SELECT m.id, m.channel, m.kind, m.recipient, m.status, m.created_at AS "createdAt",
            m.sent_at AS "sentAt", ${withoutTokens} AS content FROM message m JOIN person ON m.user_id = person.id
            OR ((m.recipient = person.email OR m.recipient = person.phone) AND m.appointment_id IN (SELECT id FROM own))
            OR ((m.recipient = person.email OR m.recipient = person.phone) AND m.subscription_id IN (SELECT id FROM plan))
            ORDER BY m.id`},
          'devices', ${list`SELECT browser, system, s.created_at AS "signedInAt", s.last_seen_at AS "lastUsedAt"
            FROM session s JOIN person ON s.user_id = person.id ORDER BY s.id`},
          'calendarFeeds', ${list`SELECT split_part(subject, ':', 1) AS kind, t.created_at AS "createdAt",
            t.last_used_at AS "lastUsedAt", t.revoked_at AS "endedAt" FROM access_token t
            JOIN person ON t.purpose = 'feed' AND split_part(t.subject, ':', 2) = person.id::text ORDER BY t.id`},
          'log', ${list`SELECT e.created_at AS "at", e.action, e.subject_type AS "subjectType", e.subject_id AS "subjectId",
            e.actor_id = ${actor.userId}::uuid AS "byYou", e.actor_role AS "by", e.detail FROM audit_entry e
            WHERE e.actor_id = ${actor.userId}::uuid OR e.subject_id IN (SELECT id FROM subject) ORDER BY e.id`}
        ) AS everything`;
      if (!row) throw new Error("A statement without FROM returns a row");
      return ok(row.everything);
    }),
  );
}

/** The rows of a query as one JSON array. */
function list(query: TemplateStringsArray, ...values: unknown[]): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(to_json(part)), '[]') FROM (${Prisma.sql(query, ...values)}) AS part)`;
}
