import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import type { ChainReport } from "../schema.ts";
import { recordAudit } from "./record.ts";

/** What one look may take, so that a log of years is looked at in several. */
const usualBounds = { batch: 20_000, batches: 25, budgetMs: 5_000 };

interface Step {
  count: number;
  last: number | null;
  broken: number | null;
}

/**
 * Reckons the seals of the audit log anew from entry to entry, those of all clinics of this installation, from
 * `after` on or from the first. What has been looked at and how it stood is noted in the log itself. For admins.
 */
export async function checkChain(
  actor: Actor,
  { clinicId, after = 0 }: { clinicId: string; after?: number },
  { batch, batches, budgetMs } = usualBounds,
): Promise<Result<ChainReport>> {
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const until = performance.now() + budgetMs;
  let holds = Number.isSafeInteger(after) && after > 0 ? after : 0;
  let [checked, broken, isFinished] = [0, null as number | null, false];
  for (let n = 0; n < batches && broken === null && !isFinished && performance.now() < until; n++) {
    const step = await checkSeals(holds, batch);
    checked += step.count;
    broken = step.broken;
    holds = (broken ?? (step.last ?? holds) + 1) - 1;
    isFinished = step.count < batch;
  }
  const report = await describe({ holds, checked, broken, isFinished });
  const { state } = report;
  const about = { clinicId, subjectType: "clinic", subjectId: clinicId };
  const detail = { state, upTo: report.upTo?.position ?? 0 };
  await inTransaction((tx) => recordAudit(tx, { actor, action: "audit.checked", ...about, detail }));
  return ok(report);
}

/** The next seals after `after`: each must follow from its entry and from the seal right before it. */
async function checkSeals(after: number, batch: number): Promise<Step> {
  const [step] = await db.$queryRaw<Step[]>`
    WITH part AS (
      SELECT s.position, s.hash, e AS entry, lag(s.hash) OVER (ORDER BY s.position) AS previous,
        lag(s.position) OVER (ORDER BY s.position) AS before
      FROM (SELECT * FROM audit_seal WHERE position >= ${after}::bigint ORDER BY position
          LIMIT ${batch + (after > 0 ? 1 : 0)}::int) AS s
        LEFT JOIN audit_entry e ON e.id = s.entry_id
    ), judged AS (
      SELECT position, coalesce((entry).id IS NOT NULL AND CASE WHEN position = 1 THEN hash = audit_hash(''::bytea, entry)
        ELSE before = position - 1 AND hash = audit_hash(previous, entry) END, false) AS holds
      FROM part WHERE position > ${after}::bigint
    )
    SELECT count(*)::int AS count, max(position)::float8 AS last, (min(position) FILTER (WHERE NOT holds))::float8 AS broken
    FROM judged`;
  if (!step) throw new Error("An aggregate returns a row");
  return step;
}

interface Found {
  holds: number;
  checked: number;
  broken: number | null;
  isFinished: boolean;
}

async function describe({ holds, checked, broken, isFinished }: Found): Promise<ChainReport> {
  const [row] = await db.$queryRaw<Pick<ChainReport, "upTo" | "broken" | "waiting" | "overdue">[]>`
    SELECT (SELECT json_build_object('position', s.position, 'at', epoch_ms(e.created_at), 'fingerprint',
          left(encode(s.hash, 'hex'), 16))
        FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id WHERE s.position <= ${holds}::bigint
        ORDER BY s.position DESC LIMIT 1) AS "upTo",
      (SELECT json_build_object('position', s.position, 'at', epoch_ms(e.created_at))
        FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id WHERE s.position = ${broken}::bigint) AS broken,
      ${waiting(false)} AS waiting, ${waiting(true)} AS overdue`;
  if (!row) throw new Error("A statement without FROM returns a row");
  const state = broken !== null ? "broken" : !isFinished ? "unfinished" : holds === 0 ? "empty" : "unbroken";
  return { state, checked, ...row };
}

function waiting(isOverdue: boolean) {
  return Prisma.sql`(SELECT count(*)::int FROM audit_entry e
    WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)
      ${isOverdue ? Prisma.sql`AND e.created_at < now() - interval '1 day'` : Prisma.empty})`;
}
