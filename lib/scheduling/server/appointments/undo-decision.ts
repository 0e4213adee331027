import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { canUndo } from "../../lifecycle.ts";
import { refusal } from "../../refusal.ts";
import { undoDecisionSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { takeBackDecision } from "../booking/write-appointment.ts";
import { databaseNow } from "../database-now.ts";
import { lockDaysOf } from "../lock-days.ts";
import { parseInput } from "../parse-input.ts";
import { partyOf } from "../party.ts";
import { appointmentColumns } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";

/**
 * Takes back what the same person confirmed or declined a moment ago: it is a request again, and nobody hears of the
 * decision. What was declined has given its place away, and is refused where somebody has taken it since.
 */
export async function undoDecision(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(undoDecisionSchema, input);
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
  const over = refusal("ILLEGAL_TRANSITION", { from: status, to: "pending", reason: "undo_over" });
  const decision = { status, decidedAt: row.decidedAt?.getTime() ?? null, decidedById: row.decidedById };
  if (!canUndo(decision, actor.userId, await databaseNow(clock, tx))) return refuse(over);

  const traces = { actor, action: "appointment.decision_undone", detail: { from: status }, messages: [] };
  const written = await takeBackDecision(tx, { id, clinicId, status, version }, traces);
  return written ? ok(written) : refuse(over);
}
