import "server-only";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { env } from "#lib/env.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import type { MailDetail, MailLogFilter, MailLogPage, MailState, MailSummary, MailTry } from "../mail-log.ts";
import { isMessageKind } from "../message-kinds.ts";
import { letterOf } from "../templates.ts";
import { mailTexts } from "./mail-texts.ts";
import { droppedBecause } from "./outbox.ts";
import { renderMail } from "./render-mail.ts";
import { resendHurdle } from "./resend-hurdle.ts";
import { writeText } from "./write-text.ts";

const pageSize = 30;

interface MessageRow extends Omit<MailSummary, "subject" | "createdAt"> {
  locale: string;
  payload: unknown;
  createdAt: Date;
  nextAttemptAt: Date;
  sentAt: Date | null;
  lastError: string | null;
}

/** The newest mails an admin may see, newest first. */
export async function listMail(actor: Actor, filter: MailLogFilter): Promise<Result<MailLogPage>> {
  const clinicIds = clinicsWithRole(actor, "admin");
  if (clinicIds.length === 0) return refuse(refusal("FORBIDDEN"));
  const { states, kind, recipient, before } = filter;
  const rows = await db.$queryRaw<MessageRow[]>`
    ${selectMessage} WHERE ${visibleTo(clinicIds)}
      AND (${states.length} = 0 OR m.status::text = ANY(${states}))
      AND (${kind}::text IS NULL OR m.kind = ${kind})
      AND (${recipient ?? null}::text IS NULL OR strpos(lower(m.recipient::text), lower(${recipient ?? ""})) > 0)
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
  const [shown, mail, tries, hurdle] = await Promise.all([
    summary(row),
    rendered(row),
    triesOf(id),
    resendHurdle(db, id),
  ]);
  return ok({
    ...shown,
    html: mail?.html ?? null,
    text: mail?.text ?? null,
    link: mail?.link ?? null,
    sentAt: row.sentAt?.getTime() ?? null,
    lastError: row.state === "superseded" ? null : row.lastError,
    dropped: row.state === "superseded" ? (row.lastError === droppedBecause.late ? "late" : "newer") : null,
    nextAttemptAt: row.state === "queued" ? row.nextAttemptAt.getTime() : null,
    tries,
    canResend: hurdle === null,
  });
}

async function triesOf(id: string): Promise<MailTry[]> {
  const rows = await db.messageAttempt.findMany({ where: { messageId: id }, orderBy: { id: "asc" } });
  return rows.map((row) => ({
    id: row.id.toString(),
    outcome: row.outcome,
    answer: row.answer ?? "",
    at: row.at.getTime(),
  }));
}

const selectMessage = Prisma.sql`
  SELECT m.id::text, m.channel::text, m.kind, m.recipient::text, m.locale, m.payload, m.status::text AS state, m.attempts,
    m.created_at AS "createdAt", m.next_attempt_at AS "nextAttemptAt", m.sent_at AS "sentAt", m.last_error AS "lastError"
  FROM message m`;

/**
 * The clinic's own mails, and those about accounts, which may hold a link that opens the account. Where there are
 * clinics that this admin does not run, only of people who hold a role at one they do run and at no other.
 */
export function visibleTo(clinicIds: string[]): Prisma.Sql {
  const clinics = Prisma.sql`${clinicIds}::uuid[]`;
  return Prisma.sql`(m.clinic_id = ANY(${clinics}) OR (m.clinic_id IS NULL AND (
    NOT EXISTS (SELECT FROM clinic WHERE id <> ALL(${clinics}))
    OR (EXISTS (SELECT FROM membership held WHERE held.user_id = m.user_id AND held.clinic_id = ANY(${clinics}))
      AND NOT EXISTS (SELECT FROM membership held WHERE held.user_id = m.user_id AND held.clinic_id <> ALL(${clinics}))))))`;
}

async function summary(row: MessageRow): Promise<MailSummary> {
  const { id, channel, kind, recipient, state, attempts, createdAt } = row;
  const subject = await subjectOf(row);
  return { id, channel, kind, recipient, state: state as MailState, attempts, createdAt: createdAt.getTime(), subject };
}

/** Without writing the whole mail: a page of the log has many. */
async function subjectOf({ kind, payload, locale }: MessageRow): Promise<string | null> {
  if (!isMessageKind(kind)) return null;
  try {
    return letterOf({ kind, payload }, await mailTexts(locale), env().siteUrl).subject;
  } catch {
    return null;
  }
}

/** Null for a row that this version cannot write: an unknown kind, a payload of another shape. */
async function rendered({ channel, kind, payload, locale }: MessageRow) {
  if (!isMessageKind(kind)) return null;
  try {
    if (channel === "sms") return { html: null, text: await writeText({ kind, payload, locale }), link: null };
    return await renderMail({ kind, payload }, await mailTexts(locale), env().siteUrl);
  } catch {
    return null;
  }
}
