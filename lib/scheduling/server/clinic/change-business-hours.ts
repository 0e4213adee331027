import "server-only";
import { randomUUID } from "node:crypto";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import { addShiftSchema, changeShiftSchema, mostShifts, removeShiftSchema } from "../../schema.ts";
import type { SlotsRegenerated } from "../../view.ts";
import { refusedWeek } from "../doctors/store-week.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { lockClinic } from "../slots/store-slots.ts";
import { saveUsualWeek } from "./save-usual-week.ts";
import { type StoredShift, usualShifts } from "./shifts.ts";

// Changes of one opening of the usual week. Whoever changes a clinic's hours takes turns and reads the week as the one
// before left it, so that two at once both count; the rules, and the slots that follow, are those of a whole week.

export interface ShiftSaved {
  shift: StoredShift;
  slots: SlotsRegenerated;
}

/** Opens the clinic once more on a day of the week. For admins. */
export async function addShift(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<ShiftSaved>> {
  const parsed = parseInput(addShiftSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, ...given } = parsed.value;
  const shift = { id: randomUUID(), ...given };
  return changeWeek({ actor, clock, clinicId }, (week) => ({ week: [...week, shift], shift }));
}

/** Gives an opening other times, or another day; it stays the one that it is. For admins. */
export async function changeShift(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<ShiftSaved>> {
  const parsed = parseInput(changeShiftSchema, input);
  if (!parsed.ok) return parsed;
  const { id, ...given } = parsed.value;
  return changeWeek({ actor, clock, clinicId: await clinicOf(id) }, (week) => {
    const old = week.find((each) => each.id === id);
    const shift = old && { ...old, ...given };
    return shift ? { week: [...week.filter((each) => each !== old), shift], shift } : null;
  });
}

/** Takes an opening out of the week; without another, its day is closed. For admins. */
export async function removeShift(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<SlotsRegenerated>> {
  const parsed = parseInput(removeShiftSchema, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  const removed = await changeWeek({ actor, clock, clinicId: await clinicOf(id) }, (week) => {
    const shift = week.find((each) => each.id === id);
    return shift ? { week: week.filter((each) => each !== shift), shift } : null;
  });
  return removed.ok ? ok(removed.value.slots) : removed;
}

interface Asked {
  actor: Actor;
  clock: Clock;
  clinicId: string | null;
}

/** @param change given the week as it is; null where what it is about is not there. What is new stands last. */
async function changeWeek(
  { actor, clock, clinicId }: Asked,
  change: (week: StoredShift[]) => { week: StoredShift[]; shift: StoredShift } | null,
): Promise<Result<ShiftSaved>> {
  if (clinicId === null || !hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinic = await lockClinic(tx, clinicId);
      const changed = clinic && change(await usualShifts(clinicId, tx));
      if (!changed) return refuse(refusal("NOT_FOUND"));
      const { week, shift } = changed;
      const refused = refusedShift(week);
      if (refused) return refuse(refused);
      return ok({ shift, slots: await saveUsualWeek(tx, { actor, clock, clinic, hours: week }) });
    }),
  );
}

/** What is wrong with the last of a week, which alone is new. */
function refusedShift(week: readonly StoredShift[]): Refusal | null {
  if (week.length > mostShifts) {
    return { ...refusal("VALIDATION"), errors: [{ path: "dayOfWeek", message: "too_large" }] };
  }
  const refused = refusedWeek(week);
  const errors = refused?.errors?.map(({ path, message }) => ({ path: path.replace(/^hours\.\d+\./, ""), message }));
  return refused && { ...refused, ...(errors && { errors }) };
}

async function clinicOf(id: string): Promise<string | null> {
  const row = await db.businessHours.findUnique({ where: { id }, select: { clinicId: true } });
  return row?.clinicId ?? null;
}
