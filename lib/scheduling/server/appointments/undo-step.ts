import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { canUndo, statusBefore } from "../../lifecycle.ts";
import { refusal } from "../../refusal.ts";
import { undoStepSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { takeBackStep } from "../booking/write-appointment.ts";
import { databaseNow } from "../database-now.ts";
import { lockDaysOf } from "../lock-days.ts";
import { parseInput } from "../parse-input.ts";
import { partyOf } from "../party.ts";
import { appointmentColumns } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";

/**
 * Takes back the step that the same person took a moment ago: the appointment is what it was, and nobody hears of a
 * decision. What was declined, missed or over has given its place away, and is refused where somebody has it since.
 */
export async function undoStep(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(undoStepSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(() => inTransaction((tx) => takeBack(tx, actor, parsed.value, clock)));
}

async function takeBack(
  tx: Transaction,
  actor: Actor,
  { id, version }: { id: string; version: number },
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  await lockDaysOf(tx, id);
  const row = await tx.appointment.findUnique({ where: { id }, select: appointmentColumns });
  const party = row && partyOf(actor, row);
  if (!row || (party !== "doctor" && party !== "staff")) return refuse(refusal("NOT_FOUND"));
  const { clinicId, status } = row;
  if (version !== row.version) return refuse(refusal("VERSION_CONFLICT", { status }));
  const before = statusBefore(status);
  const over = refusal("ILLEGAL_TRANSITION", { from: status, to: before ?? status, reason: "undo_over" });
  const lastStep = { status, decidedAt: row.decidedAt?.getTime() ?? null, decidedById: row.decidedById };
  if (!before || !canUndo(lastStep, actor.userId, await databaseNow(clock, tx))) return refuse(over);

  const action = before === "pending" ? "appointment.decision_undone" : "appointment.step_undone";
  const traces = { actor, action, detail: { from: status, to: before }, messages: [] };
  const written = await takeBackStep(tx, { id, clinicId, status, before, version }, traces);
  return written ? ok(written) : refuse(over);
}
