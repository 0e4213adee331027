import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, dayOfWeek, type LocalDate, localDateOf } from "#lib/time.ts";
import { availability } from "../../availability.ts";
import { frontDeskPolicy, lastBookableDate } from "../../policy.ts";
import { refusal } from "../../refusal.ts";
import type { MoveTimes } from "../appointments/find-move-times.ts";
import { loadCalendar } from "../availability/load-calendar.ts";
import { databaseNow } from "../database-now.ts";
import { isUuid } from "../is-uuid.ts";
import { withDraftedDays } from "./load-planning-house.ts";

export interface VisitTimesRequest {
  /** The plan's. */
  id: string;
  sequence: number;
  /** Null: any. */
  doctorId: string | null;
  /** A day of the week to look at; where left out, the week around the day for which the visit was wanted. */
  from?: LocalDate | null;
}

const weekDays = 7;

/** A week of times for a visit that has none, on days that no job has come to yet as well. For staff. */
export async function findVisitTimes(
  actor: Actor,
  { id, sequence, doctorId, from }: VisitTimesRequest,
  clock: Clock = databaseClock,
): Promise<Result<MoveTimes>> {
  const visit = isUuid(id) && Number.isSafeInteger(sequence) ? await wantedVisit(id, sequence) : null;
  if (!visit || !hasRole(actor, visit.subscription.clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const { clinicId, serviceId, patientId, clinic } = visit.subscription;
  const wanted = visit.targetDate.toISOString().slice(0, 10);
  const query = { clinicId, serviceId, doctorId, patientId };
  const today = localDateOf(await databaseNow(clock), clinic.timeZone);
  const start = [today, from ?? addDays(wanted, -dayOfWeek(wanted))].toSorted().at(-1) ?? today;
  const stored = await loadCalendar(db, { ...query, days: { from: start, to: addDays(start, weekDays - 1) } });
  if (!stored) return refuse(refusal("NOT_FOUND"));
  const calendar = await withDraftedDays(db, stored);
  const policy = frontDeskPolicy(calendar.policy);
  const now = clock(calendar.now);
  return ok({
    now,
    today,
    from: start,
    to: addDays(start, weekDays - 1),
    last: lastBookableDate(policy, now),
    days: availability({ ...calendar, policy, now }),
  });
}

async function wantedVisit(subscriptionId: string, sequence: number) {
  return db.visit.findUnique({
    where: { subscriptionId_sequence: { subscriptionId, sequence } },
    select: {
      targetDate: true,
      subscription: {
        select: { clinicId: true, serviceId: true, patientId: true, clinic: { select: { timeZone: true } } },
      },
    },
  });
}
