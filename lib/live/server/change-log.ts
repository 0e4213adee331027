import "server-only";
import { statements } from "#lib/db/statements.ts";
import type { LocalDate } from "#lib/time.ts";
import { type LogPosition, needsBound, readOn, startAt, withBound } from "../log-position.ts";

export interface Change {
  id: number;
  clinicId: string;
  localDate: LocalDate;
}

const mostAtOnce = 1_000;

/** Where somebody stands who begins to read now. */
export async function endOfChangeLog(): Promise<LogPosition> {
  const [row] = await statements.$queryRaw<{ greatest: number }[]>`
    SELECT coalesce(max(id), 0)::float8 AS greatest FROM change`;
  return startAt(row?.greatest ?? 0);
}

/**
 * What was committed since, whatever the order of commits: one statement, and a second where ids were passed over.
 * Neither holds anything, so that both go through a pooler that lends connections by the transaction.
 */
export async function readChangeLog(position: LogPosition): Promise<{ changes: Change[]; position: LogPosition }> {
  const passedOver = [...position.passedOver.keys()];
  const [row] = await statements.$queryRaw<{ oldestRunning: number; changes: Change[] | null }[]>`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::float8 AS "oldestRunning",
      (SELECT json_agg(json_build_object('id', id, 'clinicId', clinic_id, 'localDate', local_date) ORDER BY id) FROM (
        SELECT id, clinic_id, local_date FROM change WHERE id = ANY (${passedOver}::bigint[])
        UNION ALL
        (SELECT id, clinic_id, local_date FROM change WHERE id > ${position.top}::bigint ORDER BY id
          LIMIT ${mostAtOnce}::int)
      ) fresh) AS changes`;
  if (!row) throw new Error("A statement without FROM returns a row");
  const changes = row.changes ?? [];
  const next = readOn(
    position,
    changes.map(({ id }) => id),
    row.oldestRunning,
  );
  return { changes, position: needsBound(next) ? withBound(next, await takeTransactionId()) : next };
}

async function takeTransactionId(): Promise<number> {
  const [row] = await statements.$queryRaw<{ id: number }[]>`SELECT pg_current_xact_id()::text::float8 AS id`;
  if (!row) throw new Error("The database gave no transaction id");
  return row.id;
}
