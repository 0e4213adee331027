import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { daysBetween } from "#lib/time.ts";
import { type ClosureEntry, closureEntries, problemsInShifts, specialHoursClash } from "../../closures.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import { addClosureSchema, changeClosureSchema } from "../../schema.ts";
import type { SlotsRegenerated } from "../../view.ts";
import { refusedProblems } from "../doctors/store-week.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { followHours } from "../slots/follow-hours.ts";
import { regenerationDetail } from "../slots/regenerate-slots.ts";
import { lockClinic, type SlotClinic } from "../slots/store-slots.ts";
import { clinicOfClosure, closureRows, entryWith } from "./closure-entries.ts";

export interface ClosureSaved {
  entry: ClosureEntry;
  slots: SlotsRegenerated;
}

const longestDays = 366;

/** Closes a clinic on some days, or gives them hours of their own; slots follow. For admins. */
export async function addClosure(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<ClosureSaved>> {
  const parsed = parseInput(addClosureSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, ...given } = parsed.value;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const wanted = { ...given, to: given.to ?? given.from };
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinic = await lockClinic(tx, clinicId);
      return clinic ? save(tx, { actor, clock, clinic, old: null, wanted }) : refuse(refusal("NOT_FOUND"));
    }),
  );
}

/**
 * Puts other days, another reason or other hours in place of a closure's; what is left out stays, whoever changes it
 * meanwhile. A public holiday stays that holiday.
 */
export async function changeClosure(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<ClosureSaved>> {
  const parsed = parseInput(changeClosureSchema, input);
  if (!parsed.ok) return parsed;
  const { id, ...given } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinicId = await clinicOfClosure(tx, actor, id);
      const clinic = clinicId && (await lockClinic(tx, clinicId));
      const old = clinic && (await entryWith(tx, clinic.id, id));
      if (!old) return refuse(refusal("NOT_FOUND"));
      const wanted = {
        from: given.from ?? old.from,
        to: given.to ?? old.to,
        reason: given.reason ?? old.reason,
        shifts: given.shifts ?? old.shifts,
      };
      return save(tx, { actor, clock, clinic, old, wanted });
    }),
  );
}

type Wanted = Omit<ClosureEntry, "id" | "holiday">;

interface Saving {
  actor: Actor;
  clock: Clock;
  clinic: SlotClinic;
  /** Null for a new one. */
  old: ClosureEntry | null;
  wanted: Wanted;
}

/** Precondition: the clinic is locked, and `old` was read since. */
async function save(tx: Transaction, { actor, clock, clinic, old, wanted }: Saving): Promise<Result<ClosureSaved>> {
  const clinicId = clinic.id;
  const refused = refusedClosure(wanted) ?? (await refusedByOthers(tx, clinicId, wanted, old));
  if (refused) return refuse(refused);

  let saved = old?.id;
  const slots = await followHours(tx, clinic, clock, async () => {
    if (old) await removeRows(tx, clinicId, old);
    saved = await storeClosure(tx, clinicId, wanted, old);
  });
  const entry = saved && (await entryWith(tx, clinicId, saved));
  if (!entry) throw new Error("A closure that was just stored is gone");
  const { from, to, reason, shifts } = entry;
  await recordAudit(tx, {
    clinicId,
    actor,
    action: old ? "closure.changed" : "closure.added",
    subjectType: "closure",
    subjectId: entry.id,
    detail: { from, to, reason, shifts: shifts.map((shift) => ({ ...shift })), slots: regenerationDetail(slots) },
  });
  return ok({ entry, slots });
}

function refusedClosure({ from, to, shifts }: Wanted): Refusal | null {
  if (to < from) return invalid("to", "before_start");
  if (daysBetween(from, to) >= longestDays) return invalid("to", "range_too_long");
  const problems = problemsInShifts(shifts);
  return problems.length > 0 ? refusedProblems("shifts", problems) : null;
}

async function refusedByOthers(
  tx: Transaction,
  clinicId: string,
  wanted: Wanted,
  old: ClosureEntry | null,
): Promise<Refusal | null> {
  const near = closureEntries(await closureRows(clinicId, wanted, tx));
  const others = near.filter((entry) => entry.id !== old?.id);
  return others.some((other) => specialHoursClash(wanted, other)) ? invalid("from", "special_hours_overlap") : null;
}

/** The rows of an entry: those of its days and reason that have hours, or the one that closes. */
export async function removeRows(tx: Transaction, clinicId: string, { id, ...entry }: ClosureEntry): Promise<void> {
  if (entry.shifts.length === 0) await tx.closure.deleteMany({ where: { id, clinicId } });
  else
    await tx.$executeRaw`
      DELETE FROM closure WHERE clinic_id = ${clinicId}::uuid AND from_date = ${entry.from}::date
        AND to_date = ${entry.to}::date AND reason = ${entry.reason} AND open_time IS NOT NULL`;
}

/** A row per shift, or one that closes; the first keeps the id and the holiday of the entry that it replaces. */
async function storeClosure(
  tx: Transaction,
  clinicId: string,
  { from, to, reason, shifts }: Wanted,
  old: ClosureEntry | null,
): Promise<string> {
  const rows = shifts.length > 0 ? shifts : [{ openTime: null, closeTime: null }];
  const ids: string[] = [];
  for (const [place, { openTime, closeTime }] of rows.entries()) {
    const kept = place === 0 ? old : null;
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO closure (id, clinic_id, from_date, to_date, reason, open_time, close_time, holiday)
      VALUES (coalesce(${kept?.id ?? null}::uuid, uuid_v7()), ${clinicId}::uuid, ${from}::date, ${to}::date, ${reason},
        ${openTime}::time, ${closeTime}::time, ${kept?.holiday ?? null})
      RETURNING id::text`;
    if (row) ids.push(row.id);
  }
  const [first] = ids;
  if (!first) throw new Error("An insert returns its row");
  return first;
}

function invalid(path: string, message: string): Refusal {
  return { ...refusal("VALIDATION"), errors: [{ path, message }] };
}
