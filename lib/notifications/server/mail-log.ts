import "server-only";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { env } from "#lib/env.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import type { MailDetail, MailLogFilter, MailLogPage, MailState, MailSummary } from "../mail-log.ts";
import { isMessageKind } from "../message-kinds.ts";
import { renderMail } from "../templates.ts";
import { mailTexts } from "./mail-texts.ts";

const pageSize = 30;

interface MessageRow extends Omit<MailSummary, "subject" | "createdAt"> {
  locale: string;
  payload: unknown;
  createdAt: Date;
  sentAt: Date | null;
  lastError: string | null;
}

/** The newest mails an admin may see, newest first. */
export async function listMail(actor: Actor, filter: MailLogFilter): Promise<Result<MailLogPage>> {
  const clinicIds = clinicsWithRole(actor, "admin");
  if (clinicIds.length === 0) return refuse(refusal("FORBIDDEN"));
  const { states, kind, before } = filter;
  const rows = await db.$queryRaw<MessageRow[]>`
    ${selectMessage} WHERE ${visibleTo(clinicIds)}
      AND (${states.length} = 0 OR m.status::text = ANY(${states}))
      AND (${kind}::text IS NULL OR m.kind = ${kind})
      AND (${before}::uuid IS NULL OR m.id < ${before}::uuid)
    ORDER BY m.id DESC LIMIT ${pageSize + 1}::int`;
  const shown = await Promise.all(rows.slice(0, pageSize).map(summary));
  return ok({ mails: shown, nextBefore: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null });
}

/** One mail as it is, or would be, sent. */
export async function findMail(actor: Actor, id: string): Promise<Result<MailDetail>> {
  const clinicIds = clinicsWithRole(actor, "admin");
  if (clinicIds.length === 0) return refuse(refusal("FORBIDDEN"));
  const [row] = await db.$queryRaw<MessageRow[]>`${selectMessage} WHERE ${visibleTo(clinicIds)} AND m.id = ${id}::uuid`;
  if (!row) return refuse(refusal("NOT_FOUND"));
  const mail = await rendered(row);
  return ok({
    ...(await summary(row)),
    html: mail?.html ?? null,
    text: mail?.text ?? null,
    link: mail?.link ?? null,
    sentAt: row.sentAt?.getTime() ?? null,
    lastError: row.lastError,
  });
}

const selectMessage = Prisma.sql`
  SELECT m.id::text, m.kind, m.recipient::text, m.locale, m.payload, m.status::text AS state, m.attempts,
    m.created_at AS "createdAt", m.sent_at AS "sentAt", m.last_error AS "lastError"
  FROM message m`;

/**
 * The clinic's own mails, and those about accounts, which may hold a link that opens the account. Where there are
 * clinics that this admin does not run, only of people who hold a role at one they do run and at no other.
 */
function visibleTo(clinicIds: string[]): Prisma.Sql {
  const clinics = Prisma.sql`${clinicIds}::uuid[]`;
  return Prisma.sql`(m.clinic_id = ANY(${clinics}) OR (m.clinic_id IS NULL AND (
    NOT EXISTS (SELECT FROM clinic WHERE id <> ALL(${clinics}))
    OR (EXISTS (SELECT FROM membership held WHERE held.user_id = m.user_id AND held.clinic_id = ANY(${clinics}))
      AND NOT EXISTS (SELECT FROM membership held WHERE held.user_id = m.user_id AND held.clinic_id <> ALL(${clinics}))))))`;
}

async function summary(row: MessageRow): Promise<MailSummary> {
  const { id, kind, recipient, state, attempts, createdAt } = row;
  const subject = (await rendered(row))?.subject ?? null;
  return { id, kind, recipient, state: state as MailState, attempts, createdAt: createdAt.getTime(), subject };
}

/** Null for a row that this version cannot write: an unknown kind, a payload of another shape. */
async function rendered({ kind, payload, locale }: MessageRow) {
  if (!isMessageKind(kind)) return null;
  try {
    return renderMail({ kind, payload }, await mailTexts(locale), env().siteUrl);
  } catch {
    return null;
  }
}
