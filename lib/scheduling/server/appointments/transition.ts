import "server-only";
import type { AnsweringActor, AnyActor } from "#lib/auth/actor.ts";
import type { Clock } from "#lib/clock.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { EpochMs } from "#lib/time.ts";
import { type AppointmentStatus, canTransition, type Party, undoSeconds, untimely } from "../../lifecycle.ts";
import { checkCancellation } from "../../policy.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import type { WrittenAppointment } from "../../view.ts";
import { changeStatus, type OutgoingMessage } from "../booking/write-appointment.ts";
import { databaseNow } from "../database-now.ts";
import { lockDaysOf } from "../lock-days.ts";
import { partyOf } from "../party.ts";
import { type AppointmentRow, appointmentColumns, policyOf, visitOf } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";
import { appointmentMessages, cancellationForDoctor } from "./appointment-messages.ts";
import { type MailLinks, makeMailLinks } from "./mail-links.ts";
import { messageFactsOf } from "./message-facts.ts";

export interface Transition {
  id: string;
  to: AppointmentStatus;
  /** What the person saw; a newer one refuses. Left out where any will do. */
  version?: number | undefined;
  reason?: string | undefined;
}

/**
 * The one way an appointment changes its status: who may, by the transition table; not behind somebody's back, by
 * (status, version); told to whom it concerns. Foreign and unknown ids get the same NOT_FOUND.
 */
export async function transition(
  actor: AnyActor | AnsweringActor,
  wish: Transition,
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  return orRefusal(() => inTransaction((tx) => attempt(tx, actor, wish, clock)));
}

async function attempt(
  tx: Transaction,
  actor: AnyActor | AnsweringActor,
  { id, to, version, reason: given }: Transition,
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  const reason = given ?? null;
  await lockDaysOf(tx, id);
  const row = await tx.appointment.findUnique({ where: { id }, select: appointmentColumns });
  const party = row && partyOf(actor, row);
  if (!row || !party) return refuse(refusal("NOT_FOUND"));
  if (version !== undefined && version !== row.version)
    return refuse(refusal("VERSION_CONFLICT", { status: row.status }));

  const by = actingParty(actor, row, party, to);
  const now = await databaseNow(clock, tx);
  const refused = checkStep(row, { to, by, reason, now });
  if (refused) return refuse(refused);

  const links = makeMailLinks();
  const messages = messagesFor(row, { to, by, reason }, links);
  const change = { id, clinicId: row.clinicId, from: row.status, to, version: row.version, reason };
  const mailsWaitSeconds = mailsWait(to, by);
  // What may be undone must not cost anyone an older mail.
  const supersedes = mailsWaitSeconds > 0 ? ("none" as const) : ("of_who_is_told" as const);
  const traces = { actor, action: `appointment.${to}`, messages, links, mailsWaitSeconds, supersedes };
  const written = await changeStatus(tx, change, traces);
  return written ? ok(written) : refuse(refusal("VERSION_CONFLICT", { status: row.status }));
}

interface Step {
  to: AppointmentStatus;
  by: Party;
  reason: string | null;
}

function checkStep(row: AppointmentRow, { to, by, reason, now }: Step & { now: EpochMs }): Refusal | null {
  const { status: from } = row;
  if (!canTransition(from, to, by)) return refusal("ILLEGAL_TRANSITION", { from, to });
  const visit = visitOf(row);
  const why = untimely(to, visit, now);
  if (why) return refusal("ILLEGAL_TRANSITION", { from, to, reason: why });
  return to === "cancelled" ? checkCancellation(visit.startsAt, policyOf(row), { by, reason, now }) : null;
}

/** A decision can be undone for a moment, a mail cannot. A little longer, so that none leaves while it is undone. */
function mailsWait(to: AppointmentStatus, by: Party): number {
  const isDecision = to === "confirmed" || to === "rejected";
  return isDecision && (by === "doctor" || by === "staff") ? undoSeconds + 2 : 0;
}

/** Somebody with a role who is the patient too acts as the role where it allows more. */
function actingParty(
  actor: AnyActor | AnsweringActor,
  row: AppointmentRow,
  party: Party,
  to: AppointmentStatus,
): Party {
  const isPatient = actor.kind === "person" && row.patientId === actor.userId;
  return isPatient && !canTransition(row.status, to, party) ? "patient" : party;
}

function messagesFor(row: AppointmentRow, { to, by, reason }: Step, links: MailLinks): OutgoingMessage[] {
  const facts = messageFactsOf(row, reason, links);
  const forDoctor = to === "cancelled" && by !== "doctor" ? cancellationForDoctor(facts) : [];
  return [...appointmentMessages(to, facts), ...forDoctor];
}
