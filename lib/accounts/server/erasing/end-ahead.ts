import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { Refused } from "#lib/scheduling/server/all-or-nothing.ts";
import { cancellationForDoctor } from "#lib/scheduling/server/appointments/appointment-messages.ts";
import { makeMailLinks } from "#lib/scheduling/server/appointments/mail-links.ts";
import { messageFactsOf } from "#lib/scheduling/server/appointments/message-facts.ts";
import { changeStatus } from "#lib/scheduling/server/booking/write-appointment.ts";
import { freeVisits, writePlan } from "#lib/scheduling/server/plans/change-plan.ts";
import { planColumns, visitsAhead } from "#lib/scheduling/server/plans/plan-records.ts";
import { tellOfChange } from "#lib/scheduling/server/plans/tell-of-change.ts";
import { appointmentColumns } from "#lib/scheduling/server/records.ts";
import { endWish, findEntry, Overtaken } from "#lib/scheduling/server/waitlist/waitlist-end.ts";
import type { EpochMs } from "#lib/time.ts";
import { type Ahead, aheadOf } from "./ahead.ts";

/** How much of somebody's was called off with their account. */
export interface Ended {
  appointments: number;
  plans: number;
  wishes: number;
}

interface Ending {
  now: EpochMs;
  reason: string;
}

/** What was offered to them goes to whoever waits next. */
export async function endWishes(tx: Transaction, actor: Actor, { wishes }: Ahead): Promise<number> {
  for (const id of wishes) {
    const entry = await findEntry(tx, id);
    if (!entry) throw new Overtaken();
    await endWish(tx, actor, entry, "withdrawn");
  }
  return wishes.length;
}

export async function endPlans(
  tx: Transaction,
  actor: Actor,
  { plans }: Ahead,
  { now, reason }: Ending,
): Promise<number> {
  for (const id of plans) {
    const plan = await tx.subscription.findUniqueOrThrow({ where: { id }, select: planColumns });
    const open = { tx, plan, party: "patient", now, takesClinic: false } as const;
    const visits = visitsAhead(plan, now);
    await freeVisits(open, actor, visits, reason);
    await tx.$executeRaw`
      UPDATE visit SET status = 'cancelled' WHERE subscription_id = ${id}::uuid AND status = 'unplaced'`;
    await writePlan(open, actor, "cancelled", { freed: visits.length });
    await tellOfChange(open, actor, "cancelled", visits);
  }
  return plans.length;
}

/** Those that are left when plans and wishes have ended, in ascending time; their doctors are told. */
export async function endAppointments(tx: Transaction, actor: Actor, { now, reason }: Ending): Promise<number> {
  const { places } = await aheadOf(tx, actor.userId, now);
  const rows = await tx.appointment.findMany({
    where: { id: { in: Object.values(places).flat() } },
    select: appointmentColumns,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  let cancelled = 0;
  for (const row of rows) {
    const { id, clinicId, status: from, version } = row;
    const isHeld = from === "held";
    const messages = isHeld ? [] : cancellationForDoctor(messageFactsOf(row, reason, makeMailLinks()));
    const written = await changeStatus(
      tx,
      { id, clinicId, from, to: isHeld ? "expired" : "cancelled", version, reason: isHeld ? null : reason },
      { actor, action: isHeld ? "appointment.expired" : "appointment.cancelled", messages, supersedes: "all" },
    );
    if (!written) throw new Refused(refusal("VERSION_CONFLICT", { status: from }));
    if (!isHeld) cancelled++;
  }
  return cancelled;
}
