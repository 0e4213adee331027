import "server-only";
import type { AnyActor } from "#lib/auth/actor.ts";
import type { Clock } from "#lib/clock.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type AppointmentStatus, canTransition, type Party } from "../lifecycle.ts";
import { checkCancellation } from "../policy.ts";
import { refusal } from "../refusal.ts";
import type { WrittenAppointment } from "../view.ts";
import { appointmentMessages, cancellationForDoctor } from "./appointment-messages.ts";
import { databaseNow } from "./database-now.ts";
import { lockDayOf } from "./lock-day-of.ts";
import { partyOf } from "./party.ts";
import { type AppointmentRow, appointmentColumns, personOf, policyOf } from "./records.ts";
import { orRefusal } from "./refused-by-database.ts";
import { changeStatus, type OutgoingMessage } from "./write-appointment.ts";

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
export async function transition(actor: AnyActor, wish: Transition, clock: Clock): Promise<Result<WrittenAppointment>> {
  return orRefusal(() => inTransaction((tx) => attempt(tx, actor, wish, clock)));
}

async function attempt(
  tx: Transaction,
  actor: AnyActor,
  { id, to, version, reason }: Transition,
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  await lockDayOf(tx, id);
  const row = await tx.appointment.findUnique({ where: { id }, select: appointmentColumns });
  const party = row && partyOf(actor, row);
  if (!row || !party) return refuse(refusal("NOT_FOUND"));
  if (version !== undefined && version !== row.version)
    return refuse(refusal("VERSION_CONFLICT", { status: row.status }));

  const acting = actingParty(actor, row, party, to);
  if (!canTransition(row.status, to, acting)) return refuse(refusal("ILLEGAL_TRANSITION", { from: row.status, to }));
  if (to === "cancelled" && acting === "patient") {
    const late = checkCancellation(row.startsAt.getTime(), policyOf(row), await databaseNow(clock, tx));
    if (late) return refuse(late);
  }

  const change = { id, clinicId: row.clinicId, from: row.status, to, version: row.version, reason: reason ?? null };
  const messages = messagesFor(row, to, acting, reason ?? null);
  const written = await changeStatus(tx, change, { actor, action: `appointment.${to}`, messages });
  return written ? ok(written) : refuse(refusal("VERSION_CONFLICT", { status: row.status }));
}

/** Somebody with a role who is the patient too acts as the role where it allows more. */
function actingParty(actor: AnyActor, row: AppointmentRow, party: Party, to: AppointmentStatus): Party {
  const isPatient = actor.kind === "person" && row.patientId === actor.userId;
  return isPatient && !canTransition(row.status, to, party) ? "patient" : party;
}

function messagesFor(row: AppointmentRow, to: AppointmentStatus, by: Party, reason: string | null): OutgoingMessage[] {
  const { doctor } = row.doctorService;
  const person = personOf(row);
  const facts = {
    clinic: row.clinic,
    service: row.service,
    doctor: { name: doctor.name, ...doctor.user },
    patient: person.email
      ? { name: person.name, email: person.email, locale: row.patient?.locale ?? row.clinic.locale }
      : null,
    startsAt: row.startsAt.getTime(),
    reason,
  };
  const forDoctor = to === "cancelled" && by !== "doctor" ? cancellationForDoctor(facts) : [];
  return [...appointmentMessages(to, facts), ...forDoctor];
}
