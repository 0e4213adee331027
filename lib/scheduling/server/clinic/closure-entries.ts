import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { LocalDate } from "#lib/time.ts";
import { type ClosureEntry, closureEntries, type StoredClosure } from "../../closures.ts";
import { refusal } from "../../refusal.ts";
import { isUuid } from "../is-uuid.ts";

export interface ClosureYear {
  entries: ClosureEntry[];
  /** Whose public holidays the clinic keeps, where it was ever said. */
  country: string | null;
  region: string | null;
}

/** The closures and special hours that touch a year, by their first days. For admins. */
export async function closureYear(
  actor: Actor,
  { clinicId, year }: { clinicId: string; year: number },
): Promise<Result<ClosureYear>> {
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const clinic = await db.clinic.findUnique({ where: { id: clinicId }, select: { country: true, region: true } });
  if (!clinic) return refuse(refusal("NOT_FOUND"));
  const rows = await closureRows(clinicId, { from: `${year}-01-01`, to: `${year}-12-31` });
  return ok({ entries: closureEntries(rows), ...clinic });
}

/** One closure to change. For admins. */
export async function findClosure(actor: Actor, id: string): Promise<Result<ClosureEntry>> {
  const clinicId = await clinicOfClosure(db, actor, id);
  const entry = clinicId && (await entryWith(db, clinicId, id));
  return entry ? ok(entry) : refuse(refusal("NOT_FOUND"));
}

/** Whose closure it is, where the actor may change it. */
export async function clinicOfClosure(tx: Transaction, actor: Actor, id: string): Promise<string | null> {
  const closure = isUuid(id) ? await tx.closure.findUnique({ where: { id }, select: { clinicId: true } }) : null;
  return closure && hasRole(actor, closure.clinicId, "admin") ? closure.clinicId : null;
}

/** The entry that a row belongs to, its other shifts included; null where the row is gone. */
export async function entryWith(tx: Transaction, clinicId: string, id: string): Promise<ClosureEntry | null> {
  const rows = await closureRows(clinicId, null, tx);
  const row = rows.find((each) => each.id === id);
  if (!row) return null;
  const same = rows.filter((each) => each.from === row.from && each.to === row.to && each.reason === row.reason);
  const entries = closureEntries(same);
  return entries.find((entry) => entry.id === id) ?? entries.find((entry) => entry.shifts.length > 0) ?? null;
}

/** Rows that touch the days of `span`, or all; by first day and opening. */
export async function closureRows(
  clinicId: string,
  span: { from: LocalDate; to: LocalDate } | null,
  tx: Transaction = db,
): Promise<StoredClosure[]> {
  const { from, to } = span ?? { from: "0001-01-01", to: "9999-12-31" };
  return tx.$queryRaw<StoredClosure[]>`
    SELECT id::text, from_date::text AS "from", to_date::text AS "to", reason, holiday,
      to_char(open_time, 'HH24:MI') AS "openTime", to_char(close_time, 'HH24:MI') AS "closeTime"
    FROM closure
    WHERE clinic_id = ${clinicId}::uuid AND from_date <= ${to}::date AND to_date >= ${from}::date
    ORDER BY from_date, open_time, id`;
}
